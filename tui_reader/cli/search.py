"""`paperread search`: the papers that answer a query, for people and for scripts."""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tui_reader.cli.asides import tell_corrections, tell_of_skipped
from tui_reader.cli.library_of import DAMAGED, opened, status_of
from tui_reader.cli.rows import as_json, paper_row
from tui_reader.cli.talk import tell
from tui_reader.errors import PaperReadError
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing, Question
from tui_reader.papers import Paper
from tui_reader.queries.query import Query
from tui_reader.sorting import Order
from tui_reader.text.tex import readable

TSV = ("id", "title", "authors", "date", "year", "venue", "url", "starred", "read", "note")
"""Columns of the tab-separated table."""

EXPLAINED = 3
"""Papers whose scores are explained where no limit is given."""

MANY = 5000
"""Papers that are worth an index of their own for one search."""

Found = Iterator[tuple[Paper, float | None]]


def run(arguments: argparse.Namespace) -> int:
    """Print what answers the query; 0 also without hits, 2 where a named dump was not readable.

    Nothing is printed for a query that is not understood, so that no script takes every paper for
    an answer.
    """
    query = Query.parse(" ".join(arguments.query))
    for problem in query.problems:
        tell(f"paperread: {problem}")
    if query.problems and not arguments.explain:
        return 2
    library = opened(arguments)
    try:
        order = Order(arguments.sort, arguments.reverse)
        listing = library.search(Question(query, "all", order))
        if arguments.explain:
            _explain(library, listing, arguments.limit)
            return status_of(library)
        tell_corrections(listing)
        _PRINTERS[arguments.format](_found(library, listing, arguments.limit), library)
        tell_of_skipped(library)
        if library.snapshot.origin == "memory" and library.snapshot.count > MANY:
            tell("paperread: paperread index builds an index, which answers sooner")
        return status_of(library)
    finally:
        library.close()


def _found(library: Library, listing: Listing, limit: int | None) -> Found:
    numbers = listing.numbers if limit is None else listing.numbers[:limit]
    for place, number in enumerate(numbers):
        try:
            paper = library.snapshot.paper(number)
        except ValueError as error:
            raise PaperReadError(DAMAGED) from error
        yield paper, listing.scores[place] if listing.scores else None


def _explain(library: Library, listing: Listing, limit: int | None) -> None:
    """How the query is understood, and the scores of the best papers."""
    most = EXPLAINED if limit is None else limit
    papers = [paper for paper, _ in _found(library, listing, most)]
    for about, said in library.explain(listing.question, papers):
        print(f"{about:<14}  {said}".rstrip())


def _row(library: Library, paper: Paper, score: float | None) -> dict[str, Any]:
    return paper_row(paper, library.annotation(paper), score)


def _ids(found: Found, library: Library) -> None:
    for paper, _ in found:
        print(paper.id)


def _jsonl(found: Found, library: Library) -> None:
    for paper, score in found:
        print(as_json(_row(library, paper, score)))


def _json(found: Found, library: Library) -> None:
    first = True
    for paper, score in found:
        print("[" if first else ",")
        print(as_json(_row(library, paper, score), indent=1), end="")
        first = False
    print("[]" if first else "\n]")


def _tsv(found: Found, library: Library) -> None:
    print("\t".join(TSV))
    for paper, score in found:
        row = _row(library, paper, score)
        print("\t".join(_cell(row[column]) for column in TSV))


def _cell(value: object) -> str:
    """A value on one line without tabs: clean text has neither, but notes have lines."""
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return " ".join(str(value).split()) if value is not None else ""


def _table(found: Found, library: Library) -> None:
    width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 200
    for paper, _ in found:
        said = library.annotation(paper)
        mark = "*" if said.starred else " "
        day = paper.date or str(paper.year or "")
        head = f"{mark} {paper.id:<22} {day:<10}  "
        print(f"{head}{readable(paper.title)}"[: max(width, len(head) + 20)])


_PRINTERS: Mapping[str, Callable[[Found, Library], None]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "tsv": _tsv,
    "ids": _ids,
}
