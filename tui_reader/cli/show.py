"""`paperread show ID`: one paper with everything known of it."""

import argparse
import textwrap

from tui_reader.cli.library_of import DAMAGED, opened, status_of
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
        if arguments.format == "json":
            print(as_json(paper_row(paper, said, None), indent=1))
        else:
            print("\n".join(_lines(paper_row(paper, said, None), paper)))
        return status_of(library)
    except ValueError as error:
        raise PaperReadError(DAMAGED) from error
    finally:
        library.close()


def _lines(row: dict[str, object], paper: Paper) -> list[str]:
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
    marks = [name for name in ("starred", "read") if row[name]]
    if marks:
        lines.append(f"{'marks':<10}{', '.join(marks)}")
    if row["note"]:
        lines += ["", "note", *(f"  {line}" for line in str(row["note"]).split("\n"))]
    return lines
