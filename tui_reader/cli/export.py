"""`paperread export`: the papers that answer a query, in a format that other programs read."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tui_reader.cli.asides import tell_corrections, tell_of_skipped, tell_unknown_names
from tui_reader.cli.library_of import DAMAGED, opened, status_of
from tui_reader.cli.talk import tell
from tui_reader.errors import PaperReadError
from tui_reader.files.writing import write_atomically
from tui_reader.library.exporting import export
from tui_reader.library.listing import Question
from tui_reader.queries.query import Query
from tui_reader.sorting import Order

STANDARD_OUTPUT = Path("-")


def run(arguments: argparse.Namespace) -> int:
    """Write what answers the query; 0 also without hits, 2 where a named dump was not readable.

    Nothing is written for a query that is not understood, nor where it cannot be written whole.
    Raises PaperReadError where the file is there already and is not to be replaced.
    """
    query = Query.parse(" ".join(arguments.query))
    for problem in query.problems:
        tell(f"paperread: {problem}")
    if query.problems:
        return 2
    file: Path = arguments.output
    if file != STANDARD_OUTPUT and not arguments.force:
        _refuse_existing(file)
    library = opened(arguments)
    try:
        listing = library.search(Question(query, "all", Order(arguments.sort, arguments.reverse)))
        tell_corrections(listing)
        tell_unknown_names(library, listing)
        tell_of_skipped(library)
        pieces = export(library, listing, arguments.format, arguments.limit)
        if file == STANDARD_OUTPUT:
            _print(pieces)
        else:
            _keep(pieces, file, force=arguments.force)
        return status_of(library)
    except ValueError as error:
        raise PaperReadError(DAMAGED) from error
    finally:
        library.close()


def _refuse_existing(file: Path) -> None:
    if file.exists():
        raise PaperReadError(f"{file} is there already; --force writes over it")


def _print(pieces: Iterator[str]) -> None:
    """Print as UTF-8 with line breaks as they are; for a terminal in whatever it takes."""
    if sys.stdout.isatty():
        for piece in pieces:
            sys.stdout.write(piece)
        return
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode())


def _keep(pieces: Iterator[str], file: Path, *, force: bool) -> None:
    content = b"".join(piece.encode() for piece in pieces)
    try:
        is_written = write_atomically(file, content, precheck=lambda: force or not file.exists())
    except OSError as error:
        raise PaperReadError(f"{file}: {error.strerror}") from error
    if not is_written:
        _refuse_existing(file)
