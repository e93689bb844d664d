"""Builds the next generation of the index in a process of its own, telling its progress.

`python -m tui_reader.library.index_build [--anew] -- PATH…` writes one JSON object a line:
`{"stage": …, "done": …, "total": …}` while it works, `{"finished": true}` at the end, or
`{"failed": "reason"}`.
"""

import json
import platform
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui_reader import locations
from tui_reader.library.gathering import Gathered, gather, list_dumps
from tui_reader.search.generations import Generations
from tui_reader.search.schema import INDEX_FORMAT, WHOOSH_VERSION
from tui_reader.search.stored import write_generation

Tell = Callable[[dict[str, Any]], None]
TOLD_EVERY = 0.1
"""Seconds between two lines of progress."""


def generations_of(paths: Sequence[Path]) -> Generations:
    """Where the generations made from these sources lie."""
    parts = [str(INDEX_FORMAT), WHOOSH_VERSION, platform.python_version().rpartition(".")[0]]
    parts += [str(path.resolve()) for path in paths]
    return Generations(locations.cache_dir() / "index", "\n".join(parts))


def build(paths: Sequence[Path], tell: Tell, *, anew: bool = False) -> None:
    """Build the generation for the dumps as they are now, unless it is there already.

    With `anew` it is built in any case.

    Raises OSError where the cache cannot be written.
    """
    generations = generations_of(paths)
    generations.prepare()
    with generations.building() as folder:
        current = generations.current()
        if not anew and current is not None and current.is_of(list_dumps(paths)[0]):
            return
        gathered = _gathered(paths, tell)
        write_generation(folder, gathered.catalog.papers, _stages(tell))
        report = {
            "papers": len(gathered.catalog.papers),
            "dumps": [report.row() for report in gathered.reports],
        }
        generations.publish(folder, gathered.fingerprints, report)


def _gathered(paths: Sequence[Path], tell: Tell) -> Gathered:
    """The dumps read; once more if one of them changed meanwhile."""
    stages = _stages(tell)
    gathered = gather(paths, lambda file, papers: stages("reading", papers, 0))
    if list_dumps(paths)[0] == gathered.fingerprints:
        return gathered
    return gather(paths, lambda file, papers: stages("reading", papers, 0))


def _stages(tell: Tell) -> Callable[[str, int, int], None]:
    told = 0.0

    def stage(name: str, done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= TOLD_EVERY:
            told = now
            tell({"stage": name, "done": done, "total": total})

    return stage


def main(arguments: Sequence[str]) -> int:
    """Build, and say so on standard output; 0 where it worked."""

    def tell(line: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    try:
        paths = [Path(argument) for argument in arguments[arguments.index("--") + 1 :]]
        build(paths, tell, anew="--anew" in arguments[:1])
    except BrokenPipeError:
        return 1  # whoever asked is gone
    except Exception as error:  # the one edge of this process: whatever fails is told
        kind = "" if isinstance(error, OSError) else f"{type(error).__name__}: "
        with suppress(OSError):
            tell({"failed": f"{kind}{error}"})
        return 1
    tell({"finished": True})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
