"""Changing only the blocks of changed papers in a file's text, leaving every other byte alone.

What comes out is a proposal: the store reads it back and compares before it trusts it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui_reader.annotation import Annotation
from tui_reader.annotations.document import SENTINEL, Document, Span
from tui_reader.annotations.rendering import paper_lines
from tui_reader.papers import PaperId

_REST_OF_LINE = re.compile(r"[ \t\r]*(?:[ \t]#.*)?")


class _Edit(NamedTuple):
    start: int
    end: int
    lines: list[str]


class _NotOneBlockEachError(Exception):
    """The papers are not laid out one after the other on lines of their own."""


def patch(document: Document, wanted: Mapping[PaperId, Annotation]) -> str | None:
    """The document's text with `wanted` as its papers; None where only a whole new text will do."""
    text = document.text
    if document.papers_end < 0:
        return None
    try:
        edits = sorted(_edits(document, wanted))
    except _NotOneBlockEachError:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces = []
    done = 0
    for edit in edits:
        pieces.append(text[done : edit.start])
        if edit.lines and edit.start and text[edit.start - 1] != "\n":
            pieces.append(newline)
        pieces += [line + newline for line in edit.lines]
        done = edit.end
    pieces.append(text[done:])
    changed = "".join(pieces)
    if document.is_ended:
        return changed
    return changed + ("" if changed.endswith("\n") else newline) + SENTINEL + newline


def _edits(document: Document, wanted: Mapping[PaperId, Annotation]) -> Iterator[_Edit]:
    text = document.text
    colon = document.papers_end
    head = _line_end(text, colon)
    if not re.fullmatch(rf":{_REST_OF_LINE.pattern}\n?", text[colon:head]):
        raise _NotOneBlockEachError
    blocks = _blocks(document, head)
    indent = _column(text, next(iter(document.spans.values()))) if blocks else 2
    for paper, block in blocks.items():
        annotation = wanted.get(paper)
        if annotation is None:
            yield _Edit(block.start, block.end, [])
        elif annotation != document.papers[paper]:
            yield _Edit(block.start, block.end, paper_lines(paper, annotation, indent))
    for paper in sorted(wanted.keys() - blocks.keys()):
        before = [block.end for other, block in blocks.items() if other < paper]
        place = max(before, default=head)
        yield _Edit(place, place, paper_lines(paper, wanted[paper], indent))


def _blocks(document: Document, head: int) -> dict[PaperId, Span]:
    """Each paper's whole lines; raises where papers share lines or stand in different columns."""
    text = document.text
    blocks: dict[PaperId, Span] = {}
    previous = head
    columns = set()
    for paper, span in document.spans.items():
        start = span.start - _column(text, span)
        last = span.start + len(text[span.start : span.end].rstrip())
        end = _line_end(text, last)
        columns.add(span.start - start)
        is_alone = not text[start : span.start].strip(" ") and start >= previous
        if not is_alone or not _REST_OF_LINE.fullmatch(text[last:end].rstrip("\n")):
            raise _NotOneBlockEachError
        blocks[paper] = Span(start, end)
        previous = end
    if len(columns) > 1:
        raise _NotOneBlockEachError
    return blocks


def _column(text: str, span: Span) -> int:
    return span.start - (text.rfind("\n", 0, span.start) + 1)


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1
