"""The tree a query is understood as: words, phrases, ranges, states, and how they combine."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Field = Literal["title", "abstract", "author", "venue", "keyword"]
"""The parts of a paper that can be searched by name."""

FIELDS: tuple[Field, ...] = ("title", "abstract", "author", "venue", "keyword")

State = Literal["starred", "unread", "read", "note"]
"""What the reader's own marks say of a paper."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; it may hold several terms (`GPT-4`), which then stand side by side."""

    text: str
    field: Field | None = None
    """None means every field."""
    prefix: bool = False
    """Whether the word is only the beginning of one (`diffus*`, or still being typed)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, in this order."""

    words: tuple[str, ...]
    field: Field | None = None
    prefix: bool = False
    """Whether the last word is only the beginning of one."""


@dataclass(frozen=True, slots=True)
class During:
    """A range of days or years of publication, both ends included; None leaves an end open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Marked:
    """Papers in a state of the reader's."""

    state: State


@dataclass(frozen=True, slots=True)
class And:
    """All parts; no parts means every paper."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Any part."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Every paper but these."""

    part: "Node"


Node = Word | Phrase | During | Marked | And | Or | Not

EVERYTHING = And(())
"""The tree of the empty query."""
