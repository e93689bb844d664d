"""BibTeX as entries, one after another with their lines; a broken entry costs only itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui_reader.dumps.bibtex_text import BibtexText, MalformedEntry, UnclosedEntry
from tui_reader.files.lines import MAX_LINE

_FIRST_LINE = re.compile(r"[ \t\ufeff]*@[ \t]*[A-Za-z]{1,40}[ \t]*[{(]")
_OPENING = re.compile(
    r"^[ \t]*+%[^\n]*+|(?<!\w)@[ \t]*+(?P<kind>[A-Za-z]{1,40})\s*+(?P<bracket>[{(])", re.MULTILINE
)
MAX_ABBREVIATIONS = 10_000
MAX_ABBREVIATION = 300
"""Characters of what an abbreviation stands for; longer ones could be multiplied without end."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its values as written, without the delimiters around them."""

    line: int
    """The line it begins on, from 1."""
    values: dict[str, str]
    """By the field's name in lower case; of a repeated field the first."""


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """One entry, or line, that could not be read."""

    line: int
    reason: str


def entries(
    lines: Iterable[tuple[int, str | None]], wanted: frozenset[str]
) -> Iterator[Entry | BrokenEntry]:
    """The entries with their `wanted` fields; comments and preambles are left out.

    A line on which an entry opens always begins one, so that an entry that is not closed
    hides none of those behind it.
    """
    abbreviations: dict[str, str] = {}
    for stretch in _stretches(lines):
        if isinstance(stretch, BrokenEntry):
            yield stretch
        else:
            yield from _entries_in(BibtexText(*stretch, abbreviations), wanted)


def _stretches(
    lines: Iterable[tuple[int, str | None]],
) -> Iterator[tuple[int, str] | BrokenEntry]:
    """The text in parts that begin where an entry does, each with its first line's number."""
    first, size = 1, 0
    kept: list[str] = []
    for number, line in lines:
        if line is None:
            yield BrokenEntry(number, f"the line is longer than {MAX_LINE >> 20} MB")
        text = line or ""
        if _FIRST_LINE.match(text):
            yield first, "\n".join(kept)
            first, size, kept = number, 0, []
        if size <= MAX_LINE:
            kept.append(text)
            size += len(text) + 1
    yield first, "\n".join(kept)


def _entries_in(text: BibtexText, wanted: frozenset[str]) -> Iterator[Entry | BrokenEntry]:
    while opening := text.find(_OPENING):
        if not opening["kind"]:
            continue
        line, kind = text.line(opening.start()), opening["kind"].lower()
        try:
            if kind in {"comment", "preamble"}:
                text.skip_group(opening["bracket"])
            elif kind == "string":
                _remember(text.values(opening["bracket"]), text.abbreviations)
            else:
                yield Entry(line, text.values(opening["bracket"], wanted))
        except UnclosedEntry:
            # What lies behind it in this stretch has been looked through already.
            if kind != "comment":
                yield BrokenEntry(line, "the entry is not closed")
            return
        except MalformedEntry as reason:
            yield BrokenEntry(line, f"the entry cannot be read: {reason}")


def _remember(values: dict[str, str], abbreviations: dict[str, str]) -> None:
    for name, value in values.items():
        if len(abbreviations) < MAX_ABBREVIATIONS:
            abbreviations[name] = value[:MAX_ABBREVIATION]
