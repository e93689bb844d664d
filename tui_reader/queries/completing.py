"""What is unfinished at the cursor of a query, and how the query reads when that is finished."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui_reader.queries.fields import COMPLETIONS, VALUES, Name, named
from tui_reader.queries.scanning import scan
from tui_reader.queries.tokens import QUOTES, SIGN, Kind, Token

WORD_BY_WORD: frozenset[Name | None] = frozenset({None, "title", "abstract", "note"})
"""Fields of running text (None for all of them); the values of the others are completed whole."""

_REST = re.compile(rf"(?:(?!:){SIGN})*")
_CLOSED = re.compile(rf"[^\s{QUOTES}]*[{QUOTES}]")
_LAST_WORD = re.compile(r"\S*\Z")
_LAST_DAY = re.compile(r"[^.<>=]*\Z")
_SIGNS = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The piece of a query that may be completed at the cursor."""

    start: int
    """Where it begins in the query's text; a completion is put in from here …"""
    end: int
    """… to here: to the cursor, or to the end of the word the cursor stands in."""
    field: Name | None
    """The field it belongs to."""
    beginning: str
    """What of it stands before the cursor, without a quotation mark."""
    quoted: bool = False
    """Whether it stands in quotation marks."""
    may_be_field: bool = False
    """Whether it may become the name of a field."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that may stand in the place of what is unfinished."""

    text: str
    """As it is written in a query, with quotation marks where it needs them."""
    note: str = ""
    """What it means, in a few words; empty where it speaks for itself."""
    papers: int = 0
    """How many papers have it; 0 where that says nothing."""


def unfinished(text: str, cursor: int) -> Unfinished | None:
    """What may be completed at the cursor; None in an empty query and after something closed.

    Takes any text and any cursor.
    """
    cursor = max(0, min(cursor, len(text)))
    head = scan(text[:cursor])
    last = head.tokens[-1] if head.tokens else None
    field = _field(head.tokens, cursor)
    if not text.strip():
        return None
    if last is None or last.end < cursor or last.kind in {Kind.FIELD, Kind.OPEN}:
        return Unfinished(cursor, cursor, field, "", may_be_field=field is None)
    if last.kind is Kind.PHRASE and head.unclosed_quote:
        return _in_phrase(text, cursor, field, last.start)
    if last.kind in {Kind.PHRASE, Kind.CLOSE}:
        return None
    return _in_word(text, cursor, field, last.start)


def offered(piece: Unfinished) -> tuple[Completion, ...]:
    """The names of fields, or the values of its field, that begin like the piece."""
    begun = piece.beginning.casefold()
    if piece.may_be_field:
        names = (each for each in COMPLETIONS if each.spelling.startswith(begun))
        return tuple(Completion(each.spelling, each.explanation) for each in names)
    values = VALUES.get(piece.field, ()) if piece.field else ()
    return tuple(Completion(each) for each in values if each.startswith(begun) and each != begun)


def taken(text: str, piece: Unfinished, completion: Completion) -> tuple[str, int]:
    """The query's text with the completion put in, and the place of the cursor behind it."""
    end = piece.end
    if completion.text.endswith(":") and text.startswith(":", end):
        end += 1
    behind = piece.start + len(completion.text)
    return text[: piece.start] + completion.text + text[end:], behind


def _field(tokens: Iterable[Token], cursor: int) -> Name | None:
    """The field that holds at the cursor, behind these tokens."""
    around: list[Name | None] = []
    within: Name | None = None
    field: Name | None = None
    for token in tokens:
        if token.kind is Kind.FIELD:
            field = named(token.text)
        elif token.kind is Kind.OPEN:
            around.append(within)
            within, field = field or within, None
        elif token.kind is Kind.CLOSE:
            within, field = around.pop() if around else None, None
        elif token.kind is not Kind.NOT and token.end < cursor:
            field = None
        if token.alone and token.end < cursor:
            field = None  # a field and its value are not set apart by a space
    return field or within


def _in_word(text: str, cursor: int, field: Name | None, start: int) -> Unfinished:
    if field in {"date", "year", "starred"}:
        # Of a range only its end is unfinished.
        start = cursor - len(_LAST_DAY.findall(text[start:cursor])[0])
    elif field in WORD_BY_WORD:
        start = _behind_signs(text, start, cursor)
    # An equals sign or a tilde says how the word behind it is looked for.
    may_be_field = field is None and text[start - 1 : start] not in {"=", "~"}
    beginning = text[start:cursor]
    return Unfinished(start, _end(text, cursor), field, beginning, may_be_field=may_be_field)


def _in_phrase(text: str, cursor: int, field: Name | None, quote: int) -> Unfinished:
    """Its last word, or the whole value, to which the quotation marks belong."""
    inside = text[quote + 1 : cursor]
    if field in WORD_BY_WORD:
        start = cursor - len(_LAST_WORD.findall(inside)[0])
        start = _behind_signs(text, start, cursor)
        return Unfinished(start, _end(text, cursor), field, text[start:cursor], quoted=True)
    closed = _CLOSED.match(text, cursor)
    end = closed.end() if closed else _end(text, cursor)
    return Unfinished(quote, end, field, inside, quoted=True)


def _behind_signs(text: str, start: int, cursor: int) -> int:
    """The place of the first letter: what stands before it says how a word is looked for."""
    signs = _SIGNS.match(text, start, cursor)
    return signs.end() if signs else start


def _end(text: str, cursor: int) -> int:
    rest = _REST.match(text, cursor)
    return rest.end() if rest else cursor
