"""One immutable state of the library: papers, what was read from where, and how it is searched."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from tui_reader.errors import Problem
from tui_reader.papers import Paper, PaperId
from tui_reader.queries.tree import Node
from tui_reader.sorting import Order

if TYPE_CHECKING:
    from tui_reader.library.gathering import DumpReport
    from tui_reader.search.corpus import Answer
    from tui_reader.search.generations import Generation
    from tui_reader.search.paper_file import Papers

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

    def number(self, name: PaperId, /) -> int:
        """The number of a paper by any of its ids, -1 where it is unknown."""

    def numbers(self, names: Iterable[PaperId], /) -> frozenset[int]:
        """The numbers of those papers that are known."""

    def answer(
        self, tree: Node, order: Order, marked: Mapping[str, Sequence[PaperId]], /
    ) -> "Answer":
        """The papers that match, in order."""


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

    @property
    def count(self) -> int:
        """Number of papers."""
        return len(self.corpus.papers) if self.corpus else 0

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
