"""What a reader says of papers, the lists and searches they keep, and one change of it: values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui_reader.papers import PaperId

if TYPE_CHECKING:
    from decimal import Decimal

Status = Literal["", "read", "to read", "reading", "skipped", "done"]
"""How far the reader is with a paper. Empty is unread; `read` means that it was looked at, and
nothing more was decided. In this order the later one wins where two copies differ."""

STATUSES: tuple[Status, ...] = ("", "read", "to read", "reading", "skipped", "done")
UNREAD: Status = ""
OVER: frozenset[Status] = frozenset({"read", "skipped", "done"})
"""Statuses of papers that the reader is through with."""

Field = Literal["star", "status", "note", "tag", "list", "created", "description", "query"]
"""What can be changed: of a paper the first five, of a reading list itself `created` and
`description`, of a saved search `query`."""

STARRED = "true"
"""A star without a day."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """The reader's own words and marks on one paper."""

    title: str = ""
    """The paper's title, kept beside the id for whoever reads the file."""
    star: str = ""
    """The ISO day it was starred on, `true` where that is not known, empty without a star."""
    status: Status = UNREAD
    tags: tuple[str, ...] = ()
    """In alphabetical order, none twice in any case."""
    lists: "tuple[tuple[str, Decimal], ...]" = ()
    """Names of the reading lists it is in, in alphabetical order, each with the paper's rank:
    papers of a list come in the order of their ranks, and of their ids where those are equal."""
    note: str = ""
    """Empty or blank means no note."""
    extra: tuple[tuple[str, object], ...] = ()
    """Fields of the file that this version does not know, in their order, kept as they are."""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing worth keeping in it."""
        return not (self.star or self.status or self.tags or self.lists or self.note or self.extra)

    @property
    def starred(self) -> bool:
        """Whether it has a star."""
        return bool(self.star)

    @property
    def read(self) -> bool:
        """Whether the reader is through with it."""
        return self.status in OVER

    @property
    def unread(self) -> bool:
        """Whether nothing was done about it yet."""
        return self.status == UNREAD

    def value(self, field: Field, name: str = "") -> str:
        """What a field holds, as changes tell of it: empty where there is nothing.

        `name` says which tag or list; a tag that is there is its own spelling.
        """
        match field:
            case "star":
                return self.star
            case "status":
                return self.status
            case "note":
                return self.note
            case "tag":
                return next((tag for tag in self.tags if same_name(tag, name)), "")
            case "list":
                return next((f"{rank:f}" for each, rank in self.lists if each == name), "")
            case _:
                return ""


BLANK = Annotation()


@dataclass(frozen=True, slots=True)
class ReadingList:
    """A reading list itself; which papers are in it, and where, is said of each paper."""

    created: str = ""
    """The ISO day it was begun on, or empty."""
    description: str = ""
    extra: tuple[tuple[str, object], ...] = ()
    """As for papers."""

    def value(self, field: Field) -> str:
        """What a field holds."""
        return {"created": self.created, "description": self.description}.get(field, "")


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query under a name."""

    query: str = ""
    extra: tuple[tuple[str, object], ...] = ()
    """As for papers."""

    def value(self, field: Field) -> str:
        """What a field holds."""
        return self.query if field == "query" else ""


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that the reader wrote and keeps. Its mappings are never changed, only replaced."""

    papers: Mapping[PaperId, Annotation] = field(default_factory=dict)
    lists: Mapping[str, ReadingList] = field(default_factory=dict)
    """By name. A list that is only named by papers is a list all the same."""
    searches: Mapping[str, SavedSearch] = field(default_factory=dict)
    """By name."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the reader did; it knows both sides, so it can be taken back.

    Values are text, empty where there is nothing: the day of a star, a status, a note, a tag as
    it is spelled, a rank in a list, the words of a list or search.
    """

    id: PaperId
    """The paper's; empty where a list or search itself is changed."""
    title: str
    """The paper's title."""
    field: Field
    old: str
    new: str
    at: str = ""
    """When, as an ISO time in UTC."""
    name: str = ""
    """Which tag, list or search."""


def same_name(one: str, other: str) -> bool:
    """Whether two tags are the same, whatever their capitals."""
    return one == other or one.casefold() == other.casefold()


Kind = Literal["do", "undo", "redo", "aside"]
"""What came of an act: something done, taken back, done again, or done by itself, which is
nothing to take back."""


@dataclass(frozen=True, slots=True)
class Act:
    """Changes made in one go; taken back in one go, too."""

    changes: tuple[Change, ...]
    id: str
    """Tells it from every other act."""
    at: str
    """When, as an ISO time in UTC."""
    kind: Kind = "do"
    of: str = ""
    """The id of the act that was taken back or done again."""
    run: str = ""
    """Which run of the program it was done in."""
