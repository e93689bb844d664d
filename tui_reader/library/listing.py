"""What is asked of the library, and what it answers: values the screen shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui_reader.later import LaterModule
from tui_reader.library.snapshot import Snapshot
from tui_reader.queries.query import Query
from tui_reader.sorting import Order

if TYPE_CHECKING:
    from tui_reader.queries import tree
    from tui_reader.queries.corrected import Correction
else:
    tree = LaterModule("tui_reader.queries.tree")

View = Literal["all", "starred", "unread", "notes"]
"""Which papers are looked at, whatever the query."""

VIEWS: Mapping[View, str] = {
    "all": "all",
    "starred": "starred papers",
    "unread": "unread papers",
    "notes": "papers with notes",
}
"""Views and how they are called."""

_STATES: "Mapping[View, tree.State]" = {"starred": "starred", "unread": "unread", "notes": "note"}
"""The state that the papers of a view are in."""


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that decides which papers are listed, and how."""

    query: Query
    view: View = "all"
    order: Order = Order()  # noqa: RUF009 - frozen, so it can be shared

    @property
    def sorted_by(self) -> Order:
        """The order the query asks for, else the one chosen."""
        return self.query.order or self.order

    @property
    def is_plain(self) -> bool:
        """Whether it asks for all papers as the dumps have them, which takes no search."""
        unranked = self.sorted_by.key in ("relevance", "dump")
        return self.query.is_everything and self.view == "all" and unranked

    @property
    def tree(self) -> "tree.Node":
        """Query and view as one tree."""
        if self.view == "all":
            return self.query.tree
        return tree.And((tree.Marked(_STATES[self.view]), self.query.tree))


@dataclass(frozen=True, slots=True)
class Listing:
    """An answer: papers by number, in order, of one generation of the library."""

    question: Question
    numbers: Sequence[int] = ()
    scores: Sequence[float] = ()
    """One for each paper; empty where the query does not rank."""
    terms: "Mapping[tree.Field, frozenset[str]]" = field(default_factory=dict)
    """Terms to highlight, by searched field."""
    corrections: "tuple[Correction, ...]" = ()
    """Words that are in no paper, or hardly any, and what may have been meant."""
    snapshot: Snapshot = field(default_factory=Snapshot)
    """What the numbers belong to."""


def everything(question: Question, snapshot: Snapshot) -> Listing:
    """All papers of a snapshot, in the order of the dumps or the other way round."""
    numbers = snapshot.everything(reverse=question.sorted_by.reverse)
    return Listing(question, numbers, snapshot=snapshot)


EMPTY = Listing(Question(Query.parse("")))
