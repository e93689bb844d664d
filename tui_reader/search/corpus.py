"""Papers with all that is needed to search them, from memory or from disk, and its one question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from tui_reader.annotation import Annotation
from tui_reader.papers import Paper, PaperId
from tui_reader.queries.completing import Completion, Unfinished
from tui_reader.queries.corrected import Correction
from tui_reader.queries.tree import Field, Node
from tui_reader.search.columns import Columns, columns_of
from tui_reader.search.completion import completions
from tui_reader.search.evaluate import Evaluation, Sought
from tui_reader.search.explain import Explained, explain
from tui_reader.search.facet_counts import Counts, FacetName, facet_counts
from tui_reader.search.facts import Facts
from tui_reader.search.ids import Ids, ids_in_memory
from tui_reader.search.label_sets import LabelSets, labels_in_memory
from tui_reader.search.names import Naming, names_of
from tui_reader.search.ordering import ranking
from tui_reader.search.own_counts import OwnCounts, own_counts
from tui_reader.search.paper_file import Papers
from tui_reader.search.posting_cache import PostingCache
from tui_reader.search.postings import MemoryPostings
from tui_reader.search.pruning import pruned
from tui_reader.search.ranking import Ranked, RankedNumbers
from tui_reader.search.said import Said
from tui_reader.search.saying import Saying
from tui_reader.search.scoring import Scorer
from tui_reader.search.segments import Segment, Segments
from tui_reader.search.spelling import Spelling
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
    corrections: tuple[Correction, ...] = ()
    """Words that no paper has, or hardly any."""
    sought: tuple[Sought, ...] = ()
    """What every word and phrase was taken for."""


@dataclass(frozen=True)
class Corpus:
    """One generation of papers. Searches belong to one thread at a time."""

    papers: Papers
    columns: Columns
    names: Naming
    segments: Segments
    """All posting lists but those of the notes."""
    labels: LabelSets
    ids: Ids

    @cached_property
    def cache(self) -> PostingCache:
        """Posting lists kept for the next question."""
        return PostingCache(self.segments.size)

    @cached_property
    def spelling(self) -> Spelling:
        """Neighbours of words."""
        return Spelling(self.segments.size)

    @cached_property
    def facts(self) -> Facts:
        """What filters look at."""
        return Facts(self.columns, self.names, self.labels, self.ids)

    @cached_property
    def saying(self) -> Saying:
        """What of annotations is kept for the next change of them."""
        return Saying(self.names, self.segments.size)

    @property
    def damaged(self) -> bool:
        """Whether a paper could not be read as it was written."""
        return bool(getattr(self.papers, "damaged", False))

    @property
    def count(self) -> int:
        """How many papers there are."""
        return self.segments.count

    def everything(self, *, reverse: bool = False) -> Sequence[int]:
        """The numbers of all papers, as the dumps have them."""
        if self.segments.count == self.segments.size:
            return range(self.segments.size)[:: -1 if reverse else 1]
        docs = np.flatnonzero(self.segments.present).astype(np.int32)
        ranked = ranking(docs, None, self.columns, Order("dump", reverse=reverse))
        return RankedNumbers(ranked, ranked.docs)

    def number(self, name: PaperId) -> int:
        """The number of a paper by any of its ids, -1 where it is unknown."""
        return self.names.number(name)

    def numbers(self, names: Iterable[PaperId]) -> frozenset[int]:
        """The numbers of those papers that are known."""
        return frozenset(self.names.every(names).tolist())

    def said(self, papers: Mapping[PaperId, Annotation]) -> Said:
        """What the reader said, by numbers of these papers, to be asked about."""
        return self.saying.of(papers)

    def facets(self, numbers: Sequence[int], said: Said) -> Mapping[FacetName, Counts]:
        """How many of some papers have each year, venue, keyword, dump, mark, tag and list."""
        return facet_counts(self.columns, self.labels, numbers, said)

    def own(self, said: Said) -> OwnCounts:
        """How many papers the reader has in each state, under each tag and in each list."""
        return own_counts(said, self.segments.present)

    def found(self, tree: Node, said: Said) -> tuple[int, int]:
        """How many papers match; and how many of those are new, unless the whole library is."""
        mask = self.evaluation(said).of(pruned(tree)).mask & self.segments.present
        new = self.facts.having("new")
        apart = bool(np.any(self.segments.present & ~new))
        return int(np.count_nonzero(mask)), int(np.count_nonzero(mask & new)) if apart else 0

    def complete(self, piece: Unfinished, said: Said) -> tuple[Completion, ...]:
        """What the papers offer in the place of an unfinished piece of a query."""
        scorer = Scorer(self.segments.noted(said.notes), self.cache)
        return completions(piece, scorer, self.papers, self.facts, said)

    def evaluation(self, said: Said) -> Evaluation:
        """A fresh evaluation of one query."""
        scorer = Scorer(self.segments.noted(said.notes), self.cache)
        return Evaluation(scorer, self.spelling, self.facts, said)

    def answer(self, tree: Node, order: Order, said: Said) -> Answer:
        """The papers that match, in order.

        Relevance is the order of the dumps where nothing ranks.
        """
        evaluation = self.evaluation(said)
        found = evaluation.of(pruned(tree))
        docs = np.flatnonzero(found.mask & self.segments.present).astype(np.int32)
        scores = None if found.scores is None else found.scores[docs]
        ranked = ranking(docs, scores, self.columns, order)
        return Answer(
            RankedNumbers(ranked, ranked.docs),
            () if scores is None else Ranked(ranked, ranked.own(scores)),
            _terms(evaluation.sought),
            tuple(dict.fromkeys(evaluation.corrections)),
            tuple(evaluation.sought),
        )

    def explain(self, tree: Node, said: Said, numbers: Sequence[int]) -> Explained:
        """How a query is understood, and what the scores of some papers are made of."""
        return explain(self.evaluation(said), pruned(tree), numbers)


def _terms(sought: Iterable[Sought]) -> Mapping[Field, frozenset[str]]:
    every: dict[Field, frozenset[str]] = {}
    for each in sought:
        every[each.field] = every.get(each.field, frozenset()) | frozenset(each.keys)
    return every


def corpus_of(papers: Sequence[Paper]) -> Corpus:
    """Some papers, searchable in memory; the first word searched for inverts them."""
    return Corpus(
        papers,
        columns_of(papers),
        names_of(papers),
        Segments([Segment(MemoryPostings(papers))]),
        labels_in_memory(papers),
        ids_in_memory(papers),
    )
