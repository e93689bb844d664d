"""Papers as they are printed, for people and for scripts."""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tui_reader.cli.library_of import DAMAGED
from tui_reader.cli.list_places import ListPlaces
from tui_reader.cli.rows import as_json, paper_row
from tui_reader.errors import PaperReadError
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing
from tui_reader.papers import Paper
from tui_reader.text.tex import readable

TSV = (
    "id", "title", "authors", "date", "year", "venue", "url", "starred", "read", "note",
    "status", "tags", "lists",
)  # fmt: skip
"""Columns of the tab-separated table."""

Found = Iterator[tuple[Paper, float | None]]


def print_papers(library: Library, listing: Listing, form: str, limit: int | None) -> None:
    """Print the first papers of a listing, or all, in a form; those of a list with their places."""
    _Printer(library, listing.list_order).print(found(library, listing, limit), form)


def found(library: Library, listing: Listing, limit: int | None) -> Found:
    """The first papers of a listing, or all, with their scores. Raises PaperReadError."""
    numbers = listing.numbers if limit is None else listing.numbers[:limit]
    for place, number in enumerate(numbers):
        try:
            paper = library.snapshot.paper(number)
        except ValueError as error:
            raise PaperReadError(DAMAGED) from error
        yield paper, listing.scores[place] if listing.scores else None


class _Printer:
    """Prints papers with what the reader said of them."""

    def __init__(self, library: Library, list_name: str) -> None:
        self._library = library
        self._places = ListPlaces(library.holdings)
        self._list = list_name

    def print(self, papers: Found, form: str) -> None:
        """Print them in one of the forms of `paperread search`."""
        printers: Mapping[str, Callable[[Found], None]] = {
            "table": self._table,
            "json": self._json,
            "jsonl": self._jsonl,
            "tsv": self._tsv,
            "ids": self._ids,
        }
        printers[form](papers)

    def _row(self, paper: Paper, score: float | None) -> dict[str, Any]:
        return paper_row(paper, self._library.annotation(paper), self._places.of(paper), score)

    def _ids(self, papers: Found) -> None:
        for paper, _ in papers:
            print(paper.id)

    def _jsonl(self, papers: Found) -> None:
        for paper, score in papers:
            print(as_json(self._row(paper, score)))

    def _json(self, papers: Found) -> None:
        first = True
        for paper, score in papers:
            print("[" if first else ",")
            print(as_json(self._row(paper, score), indent=1), end="")
            first = False
        print("[]" if first else "\n]")

    def _tsv(self, papers: Found) -> None:
        print("\t".join(TSV))
        for paper, score in papers:
            row = self._row(paper, score)
            print("\t".join(_cell(row[column]) for column in TSV))

    def _table(self, papers: Found) -> None:
        width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 200
        for paper, _ in papers:
            said = self._library.annotation(paper)
            place = f"{self._place(paper):>4} " if self._list else ""
            day = paper.date or str(paper.year or "")
            head = f"{place}{'*' if said.starred else ' '} {paper.id:<22} {day:<10}  "
            print(f"{head}{readable(paper.title)}"[: max(width, len(head) + 20)])

    def _place(self, paper: Paper) -> int:
        """The paper's place in the list that is printed."""
        return self._places.of(paper).get(self._list, 0)


def _cell(value: object) -> str:
    """A value on one line without tabs: clean text has neither, but notes have lines."""
    if isinstance(value, dict):
        return "; ".join(f"{name} {each}" for name, each in value.items())
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return " ".join(str(value).split()) if value is not None else ""
