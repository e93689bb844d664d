"""Papers with all that is needed to search them, from memory or from disk, and its one question."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tui_reader.papers import Paper, PaperId
from tui_reader.queries.tree import Field, Node
from tui_reader.search.columns import Columns, columns_of
from tui_reader.search.evaluate import Evaluation, Matches
from tui_reader.search.inversion import Ints, Longs
from tui_reader.search.names import Names, names_of
from tui_reader.search.paper_file import PaperFile, Papers
from tui_reader.search.postings import MemoryPostings, Postings
from tui_reader.sorting import Order


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, in order."""

    numbers: Sequence[int]
    """The papers' numbers."""
    scores: Sequence[float]
    """One for each paper; empty where the query does not rank."""
    terms: Mapping[Field, frozenset[str]] = field(default_factory=dict)
    """The terms that were looked for, by field; what to highlight."""


@dataclass(frozen=True)
class Corpus:
    """One generation of papers. Searches belong to one thread at a time."""

    papers: Papers
    columns: Columns
    names: Names
    postings: Postings

    @property
    def damaged(self) -> bool:
        """Whether a paper could not be read as it was written."""
        return isinstance(self.papers, PaperFile) and self.papers.damaged

    def number(self, name: PaperId) -> int:
        """The number of a paper by any of its ids, -1 where it is unknown."""
        return self.names.number(name)

    def numbers(self, names: Iterable[PaperId]) -> frozenset[int]:
        """The numbers of those papers that are known."""
        return frozenset(self.names.every(names).tolist())

    def answer(
        self,
        tree: Node,
        order: Order,
        marked: Mapping[str, Sequence[PaperId]],
    ) -> Answer:
        """The papers that match, in order.

        Args:
            tree: what is asked.
            order: how to sort; relevance is the order of the dumps where nothing ranks.
            marked: ids of the papers that are `starred`, `read` or have a `note`.
        """
        numbers = {state: self.names.every(names) for state, names in marked.items()}
        evaluation = Evaluation(self.postings, self.columns, self.names, numbers)
        found = evaluation.of(tree)
        docs = _sorted(found, self.columns, order)
        scores = found.scores[docs] if found.scores is not None else np.zeros(0, np.float32)
        terms = {name: frozenset(terms) for name, terms in evaluation.matched.items()}
        return Answer(array("i", docs.tobytes()), array("f", scores.tobytes()), terms)


def _sorted(found: Matches, columns: Columns, order: Order) -> Ints:
    docs = np.flatnonzero(found.mask).astype(np.int32)
    keys: Ints | Longs | None = None
    if order.key == "relevance" and found.scores is not None:
        # Equal scores keep the order of the dumps; rounding hides the noise of float32 sums.
        keys = -np.round(found.scores[docs] * np.float32(1e4)).astype(np.int64)
    elif order.key == "date":
        keys = -columns.first_day[docs]
    elif order.key == "title":
        keys = columns.title_rank[docs]
    elif order.key == "upvotes":
        keys = -columns.upvotes[docs]
    if keys is not None:
        docs = docs[np.argsort(keys, kind="stable")]
    return np.ascontiguousarray(docs[::-1]) if order.reverse else docs


def corpus_of(papers: Sequence[Paper]) -> Corpus:
    """Some papers, searchable in memory; the first word searched for inverts them."""
    return Corpus(papers, columns_of(papers), names_of(papers), MemoryPostings(papers))
