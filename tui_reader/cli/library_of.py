"""The library that the arguments, settings and folders of the reader make together."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui_reader import locations
from tui_reader.cli.talk import ProgressLine, tell
from tui_reader.errors import PaperReadError, Problem
from tui_reader.later import LaterModule, LaterObject
from tui_reader.library.library import Library
from tui_reader.library.sources import choose_sources
from tui_reader.settings import Settings, load_settings

if TYPE_CHECKING:
    import argparse
    import hashlib

    from tui_reader.annotations import store
    from tui_reader.files import reading, writing
else:
    hashlib = LaterModule("hashlib")
    store = LaterModule("tui_reader.annotations.store")
    reading = LaterModule("tui_reader.files.reading")
    writing = LaterModule("tui_reader.files.writing")

DAMAGED = "the index is damaged; paperread index --rebuild mends it"
LARGEST_INPUT = 512 * 2**20
"""Bytes taken from standard input."""


@dataclass(frozen=True)
class Setting:
    """A library with what it was made from."""

    library: Library
    settings: Settings
    annotations: Path
    """The annotations file in force."""
    problems: tuple[Problem, ...]
    """What is wrong with the settings."""


def setting_of(arguments: "argparse.Namespace", paths: Sequence[str] = ()) -> Setting:
    """The library for these arguments; nothing is opened yet. Raises PaperReadError."""
    settings, problems = load_settings(locations.settings_file())
    given = [*paths, *map(str, arguments.dumps)]
    refuse_missing(given)
    named = [standard_input() if path == "-" else Path(path) for path in given]
    sources = choose_sources([path.absolute() for path in named], settings.dumps)
    annotations = arguments.annotations or settings.annotations or locations.annotations_file()
    kept = LaterObject(lambda: store.AnnotationStore(annotations.absolute(), locations.state_dir()))
    library = Library(sources, cast("store.AnnotationStore", kept))
    return Setting(library, settings, annotations, problems)


def refuse_missing(given: Sequence[str]) -> None:
    """Raise PaperReadError where dumps were named and there is none of them."""
    if given and not any(path == "-" or Path(path).exists() for path in given):
        raise PaperReadError(f"there is no file or folder {given[0]!r}")


def opened(arguments: "argparse.Namespace") -> Library:
    """The library, open and searchable, with what is wrong told. Raises PaperReadError."""
    library = annotated(arguments)
    read_papers(library)
    return library


def annotated(arguments: "argparse.Namespace") -> Library:
    """The library with what the reader wrote, and no papers yet. Raises PaperReadError."""
    setting = setting_of(arguments)
    library = setting.library
    library.read_annotations()
    for problem in (*setting.problems, *library.own_problems):
        tell(f"paperread: {problem}")
    return library


def read_papers(library: Library) -> None:
    """Read the papers of an annotated library, with what is wrong told. Raises PaperReadError."""
    progress = ProgressLine()
    library.reload(progress)
    progress.clear()
    refuse_unreadable(library)
    for report in library.snapshot.reports:
        if not report.readable:
            tell(f"paperread: {report.problems[-1]}")


def refuse_unreadable(library: Library) -> None:
    """Raise PaperReadError where there are dumps and none of them could be read."""
    reports = library.snapshot.reports
    if reports and not any(report.readable for report in reports):
        raise PaperReadError(str(reports[0].problems[-1]))


def status_of(library: Library) -> int:
    """2 where a dump that was named could not be read though others were, else 0."""
    if library.sources.origin != "named":
        return 0
    named = {reading.shown_name(path) for path in library.sources.paths}
    reports = library.snapshot.reports
    return 2 if any(not each.readable and each.file in named for each in reports) else 0


def standard_input() -> Path:
    """What comes from standard input, kept in a file of the cache. Raises PaperReadError."""
    if sys.stdin is None or sys.stdin.closed:
        raise PaperReadError("there is no standard input to read")
    if sys.stdin.isatty():
        raise PaperReadError("- reads standard input, but that is the terminal; pipe a dump in")
    content = sys.stdin.buffer.read(LARGEST_INPUT + 1)
    if len(content) > LARGEST_INPUT:
        raise PaperReadError("standard input is larger than 512 MB")
    folder = locations.cache_dir() / "stdin"
    name = f"stdin-{hashlib.sha256(content).hexdigest()[:12]}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / name
        writing.write_atomically(path, content)
    except OSError as error:
        raise PaperReadError(f"{folder}: {error.strerror}") from error
    _forget_old(folder)
    return path


def _forget_old(folder: Path, most: int = 20) -> None:
    """Keep the newest few of what came from standard input."""
    with suppress(OSError):
        kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[most:]:
            path.unlink()
