"""Changing only the blocks of what changed in a file's text, leaving every other byte alone.

What comes out is a proposal: the store reads it back and compares before it trusts it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from tui_reader.annotation import Holdings
from tui_reader.annotations.document import (
    SECTIONS,
    SENTINEL,
    Document,
    Entry,
    Section,
    Span,
    entries,
)
from tui_reader.annotations.rendering import block_lines

_REST_OF_LINE = re.compile(r"[ \t\r]*(?:[ \t]#.*)?")


class _Edit(NamedTuple):
    start: int
    end: int
    lines: list[str]


class _NotOneBlockEachError(Exception):
    """The blocks are not laid out one after the other on lines of their own."""


def patch(document: Document, wanted: Holdings) -> str | None:
    """The document's text saying `wanted`; None where only a whole new text will do."""
    text = document.text
    if not text or text.isspace():
        return None
    try:
        edits = sorted(_edits(document, wanted))
    except _NotOneBlockEachError:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces = [""]
    done = 0
    for edit in edits:
        pieces += [text[done : edit.start]] if done < edit.start else []
        if edit.lines and pieces[-1] and not pieces[-1].endswith("\n"):
            pieces.append(newline)
        pieces += [line + newline for line in edit.lines]
        done = edit.end
    pieces.append(text[done:])
    changed = "".join(pieces)
    if document.is_ended:
        return changed
    return changed + ("" if changed.endswith("\n") else newline) + SENTINEL + newline


def _edits(document: Document, wanted: Holdings) -> Iterator[_Edit]:
    end = document.text.rfind(SENTINEL) if document.is_ended else len(document.text)
    for name in SECTIONS:
        now, then = entries(document.holdings, name), entries(wanted, name)
        if now == then:
            continue
        section = document.sections.get(name)
        if section is not None:
            yield from _edits_in(document.text, section, now, then)
        else:
            blocks = (block_lines(each, then[each]) for each in sorted(then))
            yield _Edit(end, end, [f"{name}:", *(line for block in blocks for line in block)])


def _edits_in(
    text: str, section: Section, now: Mapping[str, Entry], then: Mapping[str, Entry]
) -> Iterator[_Edit]:
    head = _line_end(text, section.head)
    if not re.fullmatch(rf":{_REST_OF_LINE.pattern}\n?", text[section.head : head]):
        raise _NotOneBlockEachError
    blocks = _blocks(text, section.spans, head)
    indent = _column(text, next(iter(section.spans.values()))) if blocks else 2
    for name, block in blocks.items():
        entry = then.get(name)
        if entry is None:
            yield _Edit(block.start, block.end, [])
        elif entry != now[name]:
            yield _Edit(block.start, block.end, block_lines(name, entry, indent))
    names = sorted(blocks)
    furthest = list(accumulate((blocks[name].end for name in names), max))
    for name in sorted(then.keys() - blocks.keys()):
        before = bisect_left(names, name)
        place = furthest[before - 1] if before else head
        yield _Edit(place, place, block_lines(name, then[name], indent))


def _blocks(text: str, spans: Mapping[str, Span], head: int) -> dict[str, Span]:
    """Each block's whole lines; raises where blocks share lines or stand in different columns."""
    blocks: dict[str, Span] = {}
    previous = head
    columns = set()
    for name, span in spans.items():
        start = span.start - _column(text, span)
        last = span.start + len(text[span.start : span.end].rstrip())
        end = _line_end(text, last)
        columns.add(span.start - start)
        is_alone = not text[start : span.start].strip(" ") and start >= previous
        if not is_alone or not _REST_OF_LINE.fullmatch(text[last:end].rstrip("\n")):
            raise _NotOneBlockEachError
        blocks[name] = Span(start, end)
        previous = end
    if len(columns) > 1:
        raise _NotOneBlockEachError
    return blocks


def _column(text: str, span: Span) -> int:
    return span.start - (text.rfind("\n", 0, span.start) + 1)


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1
