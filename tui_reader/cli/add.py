"""`paperread add`: checks dumps and keeps a copy of each among the reader's own."""

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path

from tui_reader import locations
from tui_reader.cli.library_of import standard_input
from tui_reader.cli.talk import tell
from tui_reader.dumps.reading import read_dump
from tui_reader.errors import PaperReadError, Problem
from tui_reader.files.reading import shown_name
from tui_reader.papers import Paper


def run(arguments: argparse.Namespace) -> int:
    """Check and copy each; 1 where records could not be read, 2 where a whole dump could not."""
    if arguments.name and len(arguments.paths) > 1:
        raise PaperReadError("--name is for one dump at a time")
    return max(take_in(given, arguments.name) for given in arguments.paths)


def take_in(
    given: str, name: str | None = None, each: Callable[[Paper], object] = lambda paper: None
) -> int:
    """Check and copy one, or tell why not; its exit status. Every paper is given to `each`."""
    try:
        path = standard_input() if given == "-" else Path(given)
        papers, problems = _checked(path, each)
        kept = _keep(path, name or path.name)
    except PaperReadError as error:
        tell(f"paperread: {error}")
        return 2
    print(f"{shown_name(kept)}: {papers:,} papers, {len(problems):,} skipped")
    for problem in problems:
        tell(str(problem))
    return 1 if problems else 0


def _checked(path: Path, each: Callable[[Paper], object]) -> tuple[int, list[Problem]]:
    papers, problems = 0, []
    for record in read_dump(path):
        if isinstance(record, Problem):
            problems.append(record)
        else:
            each(record)
            papers += 1
    if not papers:
        first = f": {problems[0].reason}" if problems else ""
        raise PaperReadError(f"{shown_name(path)} holds no papers{first}")
    return papers, problems


def _keep(path: Path, name: str) -> Path:
    """Copy a dump; one that is there already is kept once, one of the same name beside it."""
    if "/" in name or name.startswith(".") or "\0" in name:
        raise PaperReadError(f"{name!r} cannot be the name of a dump")
    folder = locations.dumps_dir()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem, dot, suffixes = name.partition(".")
    number, wanted = 1, folder / name
    while wanted.exists() and wanted.read_bytes() != path.read_bytes():
        number += 1
        wanted = folder / f"{stem}-{number}{dot}{suffixes}"
    if not wanted.exists():
        beside = folder / f".{wanted.name}.part"
        shutil.copyfile(path, beside)
        beside.replace(wanted)
    return wanted
