"""Markdown: a reading list to be read, with notes as quotes; no text of a paper is markup."""

import re
from collections.abc import Iterator

from tui_reader.exports.entries import Entries, Entry
from tui_reader.exports.wording import (
    address,
    addresses,
    authors,
    day,
    line,
    marks,
    note_lines,
    paragraphs,
    tags,
)

# Parentheses mean something after a bracket only, and `\(` is a formula to some programs.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#!|~&$]")
_BEGINNING = re.compile(r"([-+=:]|[0-9]{1,9}(?=[.)]))")


def write(entries: Entries) -> Iterator[str]:
    """A heading, then for each paper its title, facts, note and abstract."""
    yield "# Reading list\n"
    for entry in entries:
        yield "\n" + "\n\n".join(_blocks(entry)) + "\n"


def escaped(text: str) -> str:
    """One line of text that is nothing but text, wherever it stands."""
    plain = _SIGNS.sub(r"\\\g<0>", text)
    begins = _BEGINNING.match(plain)
    if not begins:
        return plain
    # A number is no list once the sign after it is escaped.
    found = begins[0]
    return f"{found}\\{plain[len(found) :]}" if found.isdigit() else f"\\{plain}"


def _quoted(lines: list[str]) -> str:
    """Lines as a quote that breaks where they do."""
    following = [*lines[1:], ""]
    both = zip(lines, following, strict=True)
    return "\n".join(
        f"> {each}\\" if each and then else f"> {each}".rstrip() for each, then in both
    )


def _blocks(entry: Entry) -> Iterator[str]:
    paper, said = entry.paper, entry.said
    title, page = escaped(line(paper.title)), address(paper)
    yield f"## [{title}](<{page}>)" if page else f"## {title}"
    if names := authors(paper):
        yield escaped(", ".join(names))
    facts = [escaped(fact) for fact in (day(paper), line(paper.venue)) if fact]
    facts += [f"[{name}](<{safe}>)" for name, safe in addresses(paper)]
    facts += [f"**{mark}**" for mark in marks(said)]
    # No heading begins so, for no space follows; tags of several words are one to programs.
    facts += [" ".join(f"#{escaped('-'.join(tag.split()))}" for tag in tags(said))]
    facts = [fact for fact in facts if fact]
    if facts:
        yield " · ".join(facts)
    if note := note_lines(said):
        yield _quoted([escaped(each.strip()) for each in note])
    yield from map(escaped, paragraphs(paper.abstract))
