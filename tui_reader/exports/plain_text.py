"""Plain text: papers one below the other, wrapped for a page or a mail."""

import textwrap
from collections.abc import Iterator

from tui_reader.exports.entries import Entries, Entry
from tui_reader.exports.wording import (
    address,
    authors,
    day,
    line,
    marks,
    note_lines,
    paragraphs,
    tags,
)

WIDTH = 88
"""Columns of a line, long words apart."""
_INDENT = "    "


def write(entries: Entries) -> Iterator[str]:
    """For each paper its title and facts, and indented its note and abstract."""
    gap = ""
    for entry in entries:
        yield gap + "\n".join(_lines(entry)) + "\n"
        gap = "\n\n"


def _lines(entry: Entry) -> Iterator[str]:
    paper, said = entry.paper, entry.said
    yield from _wrapped(line(paper.title))
    yield from _wrapped(", ".join(authors(paper)))
    facts = [day(paper), line(paper.venue), *marks(said), *(f"#{tag}" for tag in tags(said))]
    yield from _wrapped(", ".join(fact for fact in facts if fact))
    if page := address(paper):
        yield page
    if note := note_lines(said):
        yield ""
        yield f"{_INDENT}Note:"
        for each in note:
            yield from _wrapped(each, _INDENT) or [""]
    for part in paragraphs(paper.abstract):
        yield ""
        yield from _wrapped(part, _INDENT)


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
