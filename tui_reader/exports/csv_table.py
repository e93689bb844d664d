"""CSV after RFC 4180, with no cell that a spreadsheet would take for a formula."""

import csv
import io
from collections.abc import Iterator, Sequence

from tui_reader.exports.entries import Entries, Entry
from tui_reader.exports.wording import (
    address,
    addresses,
    authors,
    line,
    lists,
    note_lines,
    paragraphs,
    tags,
)

COLUMNS = (
    "id", "title", "authors", "date", "year", "venue", "url", "pdf", "code", "project", "arxiv_id",
    "doi", "keywords", "categories", "upvotes", "starred", "read", "status", "tags", "lists",
    "note", "abstract",
)  # fmt: skip

_FORMULA = tuple("=+-@|%\t\r＝＋－＠")
"""How a formula may begin in one of the spreadsheets."""


def write(entries: Entries) -> Iterator[str]:
    """A row of names, then one row per paper; several values of a cell are parted by `; `."""
    yield _row(COLUMNS)
    for entry in entries:
        yield _row([safe(cell) for cell in _cells(entry)])


def safe(cell: str) -> str:
    """The clean text of a cell, with `'` before what could be a formula."""
    text = cell.strip()
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def _cells(entry: Entry) -> list[str]:
    paper, said = entry.paper, entry.said
    others = dict(addresses(paper))
    return [
        line(paper.id),
        line(paper.title),
        "; ".join(authors(paper)),
        line(paper.date),
        "" if paper.year is None else str(paper.year),
        line(paper.venue),
        address(paper),
        *(others.get(name, "") for name in ("PDF", "code", "project")),
        line(paper.arxiv_id),
        line(paper.doi),
        "; ".join(map(line, paper.keywords)),
        "; ".join(map(line, paper.categories)),
        "" if paper.upvotes is None else str(paper.upvotes),
        *("yes" if mark else "" for mark in (said.starred, said.read)),
        said.status or "unread",
        "; ".join(tags(said)),
        "; ".join(lists(said)),
        "\n".join(note_lines(said)),
        "\n".join(paragraphs(paper.abstract)),
    ]
