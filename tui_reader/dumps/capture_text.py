"""Captured text as pieces with their addresses, whichever tool captured it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import unquote

from tui_reader.dumps.capture_links import Link, links, without_pictures
from tui_reader.dumps.daily_lines import page_line
from tui_reader.dumps.markdown_escapes import unescaped

_MARKDOWN = re.compile(r"^\s{0,3}(?:#{1,6}\s|\[[^\n]{1,2000}\](?:\(\S|\[\w))", re.MULTILINE)
_TABLE_ROW = re.compile(
    r"\s{0,3}(?:\[(\w{1,20})\]:|(\d{1,5})\.)\s+<?((?:https?://|/)\S{1,2000}?)>?"
)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_LIST_MARK = re.compile(r"\s*[-*+]\s")
_ADDRESS_LINE = re.compile(r"<?(https?://[^\s<>]{1,2000})>?")
_SITE = "https://huggingface.co/"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page that belongs together."""

    line: int
    text: str
    """On one line; empty where only the address counts."""
    address: str = ""
    heading: bool = False


def is_markdown(text: str) -> bool:
    """Whether links and headings are written as in Markdown."""
    return bool(_MARKDOWN.search(text))


def pieces(lines: Iterable[tuple[int, str]], *, markdown: bool) -> Iterator[Piece]:
    """The pieces of a captured page; an address on a line of its own joins the piece before it."""
    table, kept = _table(lines)
    waiting: Piece | None = None
    for piece in _pieces(kept, table, markdown=markdown):
        if waiting and not piece.text and piece.address and not waiting.address:
            waiting = replace(waiting, address=piece.address)
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def _table(lines: Iterable[tuple[int, str]]) -> tuple[dict[str, str], list[tuple[int, str]]]:
    """The table of addresses that reference links point into, and the other lines."""
    table: dict[str, str] = {}
    kept: list[tuple[int, str]] = []
    for number, line in lines:
        if row := _TABLE_ROW.fullmatch(line.rstrip()):
            table[row[1] or row[2]] = row[3]
        else:
            kept.append((number, line))
    return table, kept


def _pieces(
    lines: list[tuple[int, str]], table: Mapping[str, str], *, markdown: bool
) -> Iterator[Piece]:
    for block in _blocks(lines, markdown=markdown):
        number, first = block[0]
        whole = "\n".join(line for _, line in block)
        if alone := _ADDRESS_LINE.fullmatch(whole.strip()):
            yield Piece(number, "", alone[1])
            continue
        heading = _HEADING.match(first) if markdown else None
        whole = without_pictures(whole[heading.end() :] if heading else whole)
        for piece in _taken_apart(number, whole, table):
            text = unescaped(piece.text) if markdown else " ".join(piece.text.split())
            yield replace(piece, text=text, heading=bool(heading))


def _blocks(lines: list[tuple[int, str]], *, markdown: bool) -> Iterator[list[tuple[int, str]]]:
    """Runs of lines with text; a heading, or in plain text an address of the site, stands alone."""
    for filled, run in groupby(lines, key=lambda line: bool(line[1].strip())):
        if not filled:
            continue
        block: list[tuple[int, str]] = []
        for number, line in run:
            alone = _HEADING.match(line) if markdown else line.strip().startswith(_SITE)
            if alone and block:
                yield block
                block = []
            block.append((number, line))
            if alone:
                yield block
                block = []
        if block:
            yield block


def _taken_apart(number: int, block: str, table: Mapping[str, str]) -> Iterator[Piece]:
    """A block as pieces: whole if it is text with links in it, else link by link."""
    found = links(block, table)
    if found and _is_running(block, found):
        yield Piece(number, _words(block, found))
        yield from (Piece(number, "", link.address) for link in found if link.address)
        return
    at, line = 0, number
    for link in found:
        yield from _plain(line, block[at : link.start])
        line += block.count("\n", at, link.start)
        words = block[link.inner : link.end]
        inner = links(words, table)
        yield Piece(line, _words(words, inner), link.address)
        yield from (Piece(line, "", other.address) for other in inner if other.address)
        line += block.count("\n", link.start, link.after)
        at = link.after
    yield from _plain(line, block[at:])


def _is_running(block: str, found: list[Link]) -> bool:
    """Whether the links of a block are words of its text rather than buttons."""
    for link in found:
        if "papers/" in unquote(link.address) or page_line(block[link.inner : link.end].strip()):
            return False
    return any(sign.isalpha() for sign in _words(block, found, keep=False))


def _words(block: str, found: list[Link], *, keep: bool = True) -> str:
    """The text of a block without the syntax of its links, or without the links."""
    at, parts = 0, []
    for link in found:
        parts.append(block[at : link.start])
        if keep:
            parts.append(block[link.inner : link.end])
        at = link.after
    return "".join([*parts, block[at:]])


def _plain(number: int, text: str) -> Iterator[Piece]:
    """What stands between links: one piece, or the items of a list."""
    lines = text.split("\n")
    if all(_LIST_MARK.match(line) for line in lines):
        yield from (Piece(number + more, line.strip()[2:]) for more, line in enumerate(lines))
    elif text.strip():
        yield Piece(number, text)
