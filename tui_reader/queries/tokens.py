"""The pieces that a query's text is cut into, and the signs that cut it."""

import re
from dataclasses import dataclass
from enum import Enum, auto


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

QUOTES = '"“”„'
"""Each of them opens a phrase, and each of them closes it."""

SIGN = rf"[^\s(){QUOTES}]"
"""A regular expression for one character of a word."""

LETTER = re.compile(r"[^\W_]")
"""A letter or a digit of any script, as `str.isalnum` has it."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query's text."""

    kind: Kind
    text: str
    """As typed, without quotation marks, colon and what could not be understood."""
    start: int
    """Where it begins in the query's text, in characters; what was left out before it is part of
    it, so that its place in the text means what it means."""
    end: int
    """Where it ends, likewise; a phrase's closing quotation mark and its gap are part of it."""
    alone: bool = False
    """Of a field: whether nothing stands right after its colon."""
    unclosed: bool = False
    """Of a phrase: whether the second quotation mark is missing."""
    gap: str = ""
    """Of a phrase: what stands right behind it from a tilde on, such as `~3`."""
    problems: tuple[str, ...] = ()
    """What had to be left out of it, in sentences for the reader."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A query's text in tokens."""

    tokens: tuple[Token, ...]
    length: int
    """Of the text, in characters."""

    @property
    def unclosed_quote(self) -> bool:
        """Whether the last phrase lacks its second quotation mark."""
        return any(token.unclosed for token in self.tokens)


def has_letters(text: str) -> bool:
    """Whether there is a letter or a digit of any script: something that can be searched for."""
    return LETTER.search(text) is not None


def letters(text: str) -> int:
    """How many letters and digits there are."""
    return len(LETTER.findall(text))
