"""What is asked of the library, and what it answers: values the screen shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tui_reader.library.snapshot import Snapshot
from tui_reader.queries.query import Query
from tui_reader.queries.tree import EVERYTHING, And, Field, Marked, Node
from tui_reader.sorting import Order

View = Literal["all", "starred", "unread", "notes"]
"""Which papers are looked at, whatever the query."""

VIEWS: Mapping[View, str] = {
    "all": "all",
    "starred": "starred papers",
    "unread": "unread papers",
    "notes": "papers with notes",
}
"""Views and how they are called."""

_OF_VIEW: Mapping[View, Node] = {
    "all": EVERYTHING,
    "starred": Marked("starred"),
    "unread": Marked("unread"),
    "notes": Marked("note"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that decides which papers are listed, and how."""

    query: Query
    view: View = "all"
    order: Order = Order()  # noqa: RUF009 - frozen, so it can be shared

    @property
    def tree(self) -> Node:
        """Query and view as one tree."""
        return (
            self.query.tree if self.view == "all" else And((_OF_VIEW[self.view], self.query.tree))
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """An answer: papers by number, in order, of one generation of the library."""

    question: Question
    numbers: Sequence[int] = ()
    scores: Sequence[float] = ()
    """One for each paper; empty where the query does not rank."""
    terms: Mapping[Field, frozenset[str]] = field(default_factory=dict)
    """Terms to highlight, by searched field."""
    snapshot: Snapshot = field(default_factory=Snapshot)
    """What the numbers belong to."""


EMPTY = Listing(Question(Query.parse("")))
