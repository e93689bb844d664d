"""One immutable state of the library: papers, what was read from where, and how it is searched."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from tui_reader.annotation import Annotation
from tui_reader.errors import Problem
from tui_reader.papers import Paper, PaperId
from tui_reader.sorting import Order

if TYPE_CHECKING:
    from tui_reader.library.arrivals import Dumps
    from tui_reader.library.reports import DumpReport
    from tui_reader.queries.completing import Completion, Unfinished
    from tui_reader.queries.tree import Node
    from tui_reader.search.corpus import Answer
    from tui_reader.search.explain import Explained
    from tui_reader.search.facet_counts import Counts, FacetName
    from tui_reader.search.generations import Generation
    from tui_reader.search.own_counts import OwnCounts
    from tui_reader.search.paper_file import Papers
    from tui_reader.search.posting_cache import PostingCache
    from tui_reader.search.said import Said

Origin = Literal["nothing", "memory", "index"]
"""Where answers come from: no papers yet, posting lists made in memory, or the Whoosh index."""


class Searchable(Protocol):
    """What the library asks of papers, wherever they are kept."""

    @property
    def papers(self) -> "Papers":
        """The papers, by number."""

    @property
    def damaged(self) -> bool:
        """Whether a paper could not be read as it was written."""

    @property
    def count(self) -> int:
        """How many papers there are."""

    @property
    def cache(self) -> "PostingCache | None":
        """Posting lists kept for the next question; None where nothing was opened to be asked."""

    def everything(self, *, reverse: bool = False) -> Sequence[int]:
        """The numbers of all papers, as the dumps have them."""

    def number(self, name: PaperId, /) -> int:
        """The number of a paper by any of its ids, -1 where it is unknown."""

    def numbers(self, names: Iterable[PaperId], /) -> frozenset[int]:
        """The numbers of those papers that are known."""

    def said(self, papers: Mapping[PaperId, Annotation], /) -> "Said":
        """What the reader said of papers, ready to be searched."""

    def answer(self, tree: "Node", order: Order, said: "Said", /) -> "Answer":
        """The papers that match, in order."""

    def explain(self, tree: "Node", said: "Said", numbers: Sequence[int], /) -> "Explained":
        """How a query is understood, and what the scores of some papers are made of."""

    def complete(self, piece: "Unfinished", said: "Said", /) -> "tuple[Completion, ...]":
        """What the papers offer in the place of an unfinished piece of a query."""

    def facets(self, numbers: Sequence[int], said: "Said", /) -> "Mapping[FacetName, Counts]":
        """How many of some papers have each year, venue, keyword, dump, mark, tag and list."""

    def own(self, said: "Said", /) -> "OwnCounts":
        """How many papers the reader has in each state, under each tag and in each list."""

    def found(self, tree: "Node", said: "Said", /) -> tuple[int, int]:
        """How many papers match; and how many of those are new, unless the whole library is."""


@dataclass(frozen=True)
class Snapshot:
    """Papers as of one moment."""

    corpus: Searchable | None = None
    """The papers; None before anything was read."""
    origin: Origin = "nothing"
    generation: int = 0
    """Counts the snapshots of this run; numbers of papers hold within one only."""
    reports: "Sequence[DumpReport]" = ()
    index: "Generation | None" = None
    """The index it was opened from, where there is one."""
    arrived: "Dumps" = field(default_factory=dict)
    """Dumps that the index lacks and that were read beside it."""

    @property
    def count(self) -> int:
        """Number of papers."""
        return self.corpus.count if self.corpus else 0

    def everything(self, *, reverse: bool = False) -> Sequence[int]:
        """The numbers of all papers, as the dumps have them."""
        return self.corpus.everything(reverse=reverse) if self.corpus else ()

    def paper(self, number: int) -> Paper:
        """The paper with a number. Raises IndexError; OSError or ValueError for damaged files."""
        if self.corpus is None:
            raise IndexError(number)
        return self.corpus.papers[number]

    def number(self, name: PaperId) -> int:
        """The number of a paper by any of its ids, -1 where it is unknown."""
        return self.corpus.number(name) if self.corpus else -1

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that could not be read."""
        return tuple(problem for report in self.reports for problem in report.problems)
