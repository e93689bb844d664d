"""What is asked of the library, and what it answers: values the screen shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui_reader.later import LaterModule
from tui_reader.library.snapshot import Snapshot
from tui_reader.papers import PaperId
from tui_reader.queries.query import Query
from tui_reader.sorting import Order

if TYPE_CHECKING:
    from tui_reader.queries import tree
    from tui_reader.queries.corrected import Correction
else:
    tree = LaterModule("tui_reader.queries.tree")

View = Literal["all", "starred", "unread", "to-read", "reading", "done", "skipped", "notes"]
"""Which papers are looked at, whatever the query."""

VIEWS: Mapping[View, str] = {
    "all": "all",
    "starred": "starred papers",
    "unread": "unread papers",
    "to-read": "papers to read",
    "reading": "papers being read",
    "done": "papers done with",
    "skipped": "skipped papers",
    "notes": "papers with notes",
}
"""Views and how they are called."""


def state_of(view: View) -> "tree.State | None":
    """The state that the papers of a view are in."""
    match view:
        case "all":
            return None
        case "notes":
            return "note"
        case _:
            return view


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that decides which papers are listed, and how."""

    query: Query
    view: View = "all"
    order: Order = Order()  # noqa: RUF009 - frozen, so it can be shared
    reading_list: str = ""
    """The list that was opened, whose papers alone are looked at."""
    kept: frozenset[PaperId] = frozenset()
    """Papers that stay in the view, whatever was done to them since it was entered."""

    @property
    def sorted_by(self) -> Order:
        """The order the query asks for, else the one chosen."""
        return self.query.order or self.order

    @property
    def is_plain(self) -> bool:
        """Whether it asks for all papers as the dumps have them, which takes no search."""
        unranked = self.sorted_by.key in ("relevance", "dump")
        of_all = self.view == "all" and not self.reading_list
        return self.query.is_everything and of_all and unranked

    @property
    def list_clause(self) -> "tree.Labelled | None":
        """What asks for the papers of the list that was opened."""
        return tree.Labelled("list", self.reading_list) if self.reading_list else None

    @property
    def _in_view(self) -> "tree.Node | None":
        state = state_of(self.view)
        if state is None:
            return None
        in_state = tree.Marked(state)
        return tree.Or((in_state, tree.These(self.kept))) if self.kept else in_state

    @property
    def tree(self) -> "tree.Node":
        """Query, view and reading list as one tree."""
        around = [part for part in (self._in_view, self.list_clause) if part is not None]
        return tree.And((*around, self.query.tree)) if around else self.query.tree


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
    list_order: str = ""
    """The reading list whose own order they are in; empty where they are not."""


def everything(question: Question, snapshot: Snapshot) -> Listing:
    """All papers of a snapshot, in the order of the dumps or the other way round."""
    numbers = snapshot.everything(reverse=question.sorted_by.reverse)
    return Listing(question, numbers, snapshot=snapshot)


EMPTY = Listing(Question(Query.parse("")))
