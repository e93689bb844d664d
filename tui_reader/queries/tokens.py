"""A query's text cut into words, phrases, field names, operators and parentheses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from tui_reader.queries.fields import PART_OF_A_WORD, named


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    """A name and its colon."""
    NOT = auto()
    """`NOT`, or the hyphen directly before what is taken out."""
    AND = auto()
    OR = auto()
    OPEN = auto()
    CLOSE = auto()


OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query's text."""

    kind: Kind
    text: str
    """As typed, without quotation marks, colon and misplaced stars."""
    start: int
    """Where it begins in the query's text, in characters; where its run of signs begins, if stars
    were taken out of that."""
    end: int
    """Where it ends, likewise; a phrase's closing quotation mark is part of it."""
    alone: bool = False
    """Of a field: whether nothing stands right after its colon."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A query's text in tokens, and what was noticed on the way."""

    tokens: tuple[Token, ...]
    length: int
    """Of the text, in characters."""
    unclosed_quote: bool
    stray_star: bool


_QUOTES = '"“”„'
_PIECE = re.compile(rf"(?P<space>\s+)|[()]|[{_QUOTES}]|(?P<run>[^\s(){_QUOTES}]+)")
_CLOSING_QUOTE = re.compile(f"[{_QUOTES}]")
_FIELD = re.compile(r"([A-Za-z]+):")


def scan(text: str) -> Scan:
    """Cut any text whatever into tokens, in one pass."""
    tokens: list[Token] = []
    unclosed_quote = stray_star = False
    place = 0
    while piece := _PIECE.match(text, place):
        start, place = piece.span()
        if piece["run"]:
            run = _without_stray_stars(piece["run"])
            stray_star |= run != piece["run"]
            tokens.extend(_of_run(run, text, start, place))
        elif piece[0] in _QUOTES:
            closing = _CLOSING_QUOTE.search(text, place)
            inside = text[place : closing.start() if closing else len(text)]
            unclosed_quote |= closing is None
            kept = _without_inner_stars(inside)
            stray_star |= kept != inside and has_letters(inside)
            place = closing.end() if closing else len(text)
            tokens.append(Token(Kind.PHRASE, kept, start, place))
        elif not piece["space"]:
            kind = Kind.OPEN if piece[0] == "(" else Kind.CLOSE
            tokens.append(Token(kind, piece[0], start, place))
    return Scan(tuple(tokens), len(text), unclosed_quote, stray_star)


def has_letters(text: str) -> bool:
    """Whether there is a letter or a digit of any script: something that can be searched for."""
    return any(sign.isalnum() for sign in text)


def _without_stray_stars(run: str) -> str:
    """The run with only its last stars; one of nothing but punctuation stays, to be named."""
    bare = run.rstrip("*")
    return bare.replace("*", "") + run[len(bare) :] if has_letters(run) else run


def _without_inner_stars(inside: str) -> str:
    """The text of a phrase with no star but one after its last word."""
    words = inside.split()
    ends = bool(words) and words[-1].endswith("*") and has_letters(words[-1])
    return inside.replace("*", "").rstrip() + "*" if ends else inside.replace("*", "")


def _of_run(run: str, text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of signs that stand together: hyphens and field names, then a word."""
    if start and text[start - 1] in _QUOTES + ")":
        # In `"self"-attention` the hyphen joins; it takes nothing out.
        run, start = run.lstrip("-"), start + len(run) - len(run.lstrip("-"))
    if run in OPERATORS:
        yield Token(OPERATORS[run], run, start, end)
        return
    followed = end < len(text) and text[end] in _QUOTES + "("
    place = 0
    while place < len(run):
        rest = len(run) > place + 1 or followed
        if run[place] == "-" and rest:
            yield Token(Kind.NOT, "-", start + place, start + place + 1)
            place += 1
        elif field := _field(run, place, followed=followed):
            place = field.end()
            alone = place == len(run) and not followed
            yield Token(Kind.FIELD, field[1], start + field.start(), start + place, alone)
        else:
            yield Token(Kind.WORD, run[place:], start + place, end)
            return


def _field(run: str, place: int, *, followed: bool) -> re.Match[str] | None:
    """A field's name at this place; an unknown one only where a value follows, not `BERT:`."""
    found = _FIELD.match(run, place)
    if found is None or named(found[1]):
        return found
    if found[1].lower() in PART_OF_A_WORD:
        return None
    value = run[found.end() : found.end() + 1]
    return found if (value.isalnum() if value else followed) else None
