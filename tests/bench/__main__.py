"""Prints how paperread does beside its rivals, on the same papers and queries, in one run."""

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.adding import adding_figures
from tests.bench.annotating import annotation_figures
from tests.bench.building import build_figures, disk_figures
from tests.bench.known_items import known_figures
from tests.bench.letters import typing_figures
from tests.bench.memory import memory_figures
from tests.bench.moving import moving_figures
from tests.bench.papers import Papers, made, real
from tests.bench.query_figures import query_figures
from tests.bench.stage import Stage
from tests.bench.starting import start_figures
from tests.bench.table import Section, markdown, plain

FIGURES: dict[str, Callable[[Stage], Section | list[Section]]] = {
    "build": build_figures,
    "disk": disk_figures,
    "queries": query_figures,
    "known": known_figures,
    "typing": typing_figures,
    "move": moving_figures,
    "memory": memory_figures,
    "start": start_figures,
    "annotations": annotation_figures,
    "add": adding_figures,
}
"""In the order they are taken; the last changes the papers."""


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="paperread-bench-") as folder:
        home = Path(folder)
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        papers = _papers(home, arguments)
        found = list(_taken(Stage(home, papers), arguments.only))
    print(f"{papers.count:,} {papers.kind}; x = paperread's figure beside its rival's\n")
    print(plain(found))
    if arguments.markdown:
        print(f"\n{markdown(found)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--papers", type=int, default=0, help="so many made-up papers")
    parser.add_argument("--real", action="store_true", help="the real ones; usual where there are")
    parser.add_argument("--only", default="", help=f"some of: {','.join(FIGURES)}")
    parser.add_argument("--markdown", action="store_true", help="also print the README's table")
    arguments = parser.parse_args()
    arguments.only = arguments.only.split(",") if arguments.only else list(FIGURES)
    unknown = set(arguments.only) - set(FIGURES)
    if unknown:
        parser.error(f"no such figures: {', '.join(sorted(unknown))}")
    return arguments


def _papers(home: Path, arguments: argparse.Namespace) -> Papers:
    folder = home / "dumps"
    papers = None if arguments.papers else real(folder)
    if papers is None and arguments.real:
        sys.exit("the real papers are not on this machine (PAPERREAD_SHARED)")
    return papers or made(folder, arguments.papers or 10_000)


def _taken(stage: Stage, only: Sequence[str]) -> Iterator[Section]:
    for name, figures in FIGURES.items():
        if name in only:
            start = time.monotonic()
            try:
                sections = figures(stage)
            except Exception:  # the other figures are still worth having
                traceback.print_exc()
                sections = Section(f"{name}: could not be measured", [])
            yield from sections if isinstance(sections, list) else [sections]
            print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
