"""The tree a query is understood as: words, phrases, ranges, states, and how they combine."""

from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from typing import Literal

from tui_reader.papers import PaperId
from tui_reader.queries.everything import EVERYTHING, And

__all__ = ["EVERYTHING", "And"]  # part of the tree, too; all that is defined here is public

Field = Literal["title", "abstract", "author", "venue", "keyword", "note"]
"""What can be searched by name: the parts of a paper, and the reader's note on it."""

FIELDS: tuple[Field, ...] = ("title", "abstract", "author", "venue", "keyword", "note")

State = Literal[
    "new",
    "starred",
    "unread",
    "read",
    "to-read",
    "reading",
    "done",
    "skipped",
    "note",
    "tag",
    "list",
    "code",
    "pdf",
]
"""What the reader's own marks, or the dumps, say of a paper; `new` is what the newest list has,
`read` what the reader is through with, be it done or skipped, and `tag` that it has any."""

Label = Literal["tag", "list"]
"""What the reader sorts papers by under names of their own: tags and reading lists."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; it may hold several terms (`GPT-4`), which then stand side by side."""

    text: str
    field: Field | None = None
    """None means every field."""
    prefix: bool = False
    """Whether the word is only the beginning of one (`diffus*`, or still being typed)."""
    typed: bool = attribute(default=False, compare=False)
    """Whether that is only because nothing follows it; then the word itself counts most."""


@dataclass(frozen=True, slots=True)
class Exact:
    """A word in just this form, not its other forms (`=models` is not `model`)."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A word with up to one typo: a letter too many, too few, wrong, or two swapped."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word with gaps: each `*` in the text stands for any letters, or none."""

    text: str
    """As typed, with one to three stars and no two side by side. Before the first star there are
    at least two letters or digits, and behind it there is another."""
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, in this order."""

    words: tuple[str, ...]
    field: Field | None = None
    prefix: bool = False
    """Whether the last word is only the beginning of one."""
    gap: int = 0
    """Other words that may stand in between, all in all."""


@dataclass(frozen=True, slots=True)
class During:
    """A range of days or years of publication, both ends included; None leaves an end open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Marked:
    """Papers in a state of the reader's, or of their own."""

    state: State


@dataclass(frozen=True, slots=True)
class Labelled:
    """Papers with a tag, or in a reading list, of this name in any capitals, or one that begins so.

    Where a reading list has just this name, others that differ by capitals are not meant.
    """

    kind: Label
    text: str
    """Empty only as the beginning of every name."""
    prefix: bool = False
    typed: bool = attribute(default=False, compare=False)
    """Whether it is a beginning only because nothing follows it; then a whole name comes first."""


@dataclass(frozen=True, slots=True)
class StarredOn:
    """Papers starred in a range of days, both ends included; None leaves an end open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class These:
    """Just these papers. Nobody types it: it stands in the trees of questions."""

    names: frozenset[PaperId]


@dataclass(frozen=True, slots=True)
class Seen:
    """Papers of a dump whose name holds this text, or that were listed on this day."""

    dump: str


@dataclass(frozen=True, slots=True)
class Named:
    """The paper with this arXiv id, DOI or id of the library, or with ids that begin so."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Or:
    """Any part."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Every paper but these."""

    part: "Node"


Words = Word | Exact | Near | Pattern | Phrase
Filtered = During | Marked | Labelled | StarredOn | Seen | These
"""What finds papers and ranks none."""
Node = Words | Filtered | Named | And | Or | Not
