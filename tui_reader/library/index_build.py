"""Builds the next generation of the index in a process of its own, telling its progress.

`python -m tui_reader.library.index_build [--anew] -- PATH…` writes one JSON object a line:
`{"stage": …, "done": …, "total": …}` while it works, `{"finished": true}` at the end, or
`{"failed": "reason"}`.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui_reader.files.fingerprints import Fingerprint
from tui_reader.library.gathering import Gathered, gather, list_dumps
from tui_reader.library.index_place import generations_of
from tui_reader.search.generations import Generation
from tui_reader.search.schema import WHOOSH_VERSION
from tui_reader.search.stored import write_generation

Tell = Callable[[dict[str, Any]], None]
TOLD_EVERY = 0.1
"""Seconds between two lines of progress."""


def fits(generation: Generation, dumps: Mapping[Path, Fingerprint]) -> bool:
    """Whether a generation was built from these dumps, by the Whoosh that would read it."""
    return generation.is_of(dumps) and generation.report.get("whoosh") == WHOOSH_VERSION


def build(paths: Sequence[Path], tell: Tell, *, anew: bool = False) -> None:
    """Build the generation for the dumps as they are now, unless it is there already.

    With `anew` it is built in any case.

    Raises OSError where the cache cannot be written.
    """
    generations = generations_of(paths)
    generations.prepare()
    with generations.building() as folder:
        current = generations.current()
        if not anew and current is not None and fits(current, list_dumps(paths)[0]):
            return
        gathered = _gathered(paths, tell)
        write_generation(folder, gathered.catalog.papers, _stages(tell))
        report = {
            "papers": len(gathered.catalog.papers),
            "whoosh": WHOOSH_VERSION,
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
