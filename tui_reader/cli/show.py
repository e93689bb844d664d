"""`paperread show ID`: one paper with everything known of it."""

import argparse
import textwrap
from collections.abc import Iterator
from typing import Any

from tui_reader.cli.library_of import DAMAGED, opened, status_of
from tui_reader.cli.list_places import ListPlaces
from tui_reader.cli.naming import paper_named
from tui_reader.cli.rows import as_json, paper_row
from tui_reader.errors import PaperReadError
from tui_reader.papers import Paper
from tui_reader.text.tex import readable

WIDTH = 88


def run(arguments: argparse.Namespace) -> int:
    """Print the paper; 2 where a named dump was not readable. Raises PaperReadError without one."""
    library = opened(arguments)
    try:
        paper = paper_named(library, arguments.id)
        said = library.annotation(paper)
        row = paper_row(paper, said, ListPlaces(library.holdings).of(paper))
        if arguments.format == "json":
            print(as_json(row, indent=1))
        else:
            print("\n".join(_lines(row, paper)))
        return status_of(library)
    except ValueError as error:
        raise PaperReadError(DAMAGED) from error
    finally:
        library.close()


def _lines(row: dict[str, Any], paper: Paper) -> list[str]:
    lines = textwrap.wrap(readable(paper.title), WIDTH) or [""]
    lines += textwrap.wrap(", ".join(paper.authors), WIDTH)
    lines.append("")
    for part in readable(paper.abstract).split("\n"):
        lines += [*textwrap.wrap(part, WIDTH), ""]
    seen = ", ".join(f"{each.dump} {each.day}".strip() for each in paper.seen)
    facts = {**row, "keywords": ", ".join(paper.keywords), "seen": seen}
    for name in (
        "id",
        "date",
        "venue",
        "upvotes",
        "keywords",
        "url",
        "pdf",
        "code",
        "project",
        "seen",
    ):
        if facts[name] not in (None, ""):
            lines.append(f"{name:<10}{facts[name]}")
    lines += [f"{name:<10}{value}" for name, value in _said(row) if value]
    if row["note"]:
        lines += ["", "note", *(f"  {line}" for line in str(row["note"]).split("\n"))]
    return lines


def _said(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the reader said of the paper, but for the note."""
    yield "starred", (row["starred_on"] or "yes") if row["starred"] else ""
    yield "status", row["status"] if row["status"] != "unread" else ""
    yield "tags", ", ".join(row["tags"])
    yield "lists", ", ".join(f"{name} (place {place})" for name, place in row["lists"].items())
