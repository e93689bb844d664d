"""Papers to posting lists in memory, by arrays of integers.

Words are numbered as they are met; chunk by chunk their numbers are sorted, and the sorted chunks
are then laid together. So what is needed beside the result stays small, however many papers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tui_reader.papers import Paper
from tui_reader.queries.tree import Field
from tui_reader.search.analysis import stem
from tui_reader.search.arrays import Ints, Longs
from tui_reader.search.cutting import cut
from tui_reader.search.lexicon import Lexicon, SortedStrings
from tui_reader.search.runs import Run, laid_together, sorted_by
from tui_reader.search.schema import SEARCHED, SearchedField, field_text

TEXTS = 256
"""Texts whose words are numbered in one go."""
CHUNK = 1 << 20
"""Words sorted at a time, or those of one paper, if it has more."""
_BETWEEN = b"|"
"""Stands between the words of two papers, for no word holds it. It has the number 0."""


@dataclass(frozen=True, slots=True)
class InvertedField:
    """All postings of one field. T terms, P postings, N papers, W words, S words in a row."""

    lexicon: Lexicon
    starts: Longs
    """Shape (T + 1,): the postings of term t are `starts[t]:starts[t + 1]`."""
    docs: Ints
    """Shape (P,): paper numbers, rising within a term."""
    counts: Ints
    """Shape (P,): how often the term stands in that paper."""
    lengths: Ints
    """Shape (N,): words of the field in each paper."""
    runs: Longs
    """Shape (W + 1,): the places of word w are `places[runs[w]:runs[w + 1]]`."""
    places: Ints
    """Shape (S,): places in the row of all papers' words, rising within a word."""


class _Numbers(dict[bytes, int]):
    """Words, numbered in the order they are first asked for."""

    def __missing__(self, word: bytes) -> int:
        number = self[word] = len(self)
        return number


class _FieldInverter:
    def __init__(self, field: SearchedField) -> None:
        self._field = field
        self._numbers = _Numbers({_BETWEEN: 0})
        self._texts: list[bytes] = []
        self._batches: list[Ints] = []

    def add(self, paper: Paper) -> None:
        text = field_text(paper, self._field.name)
        self._texts.append(cut(text) if text else b"")
        if len(self._texts) == TEXTS:
            self._number()

    def _number(self) -> None:
        words = b" | ".join([*self._texts, b""]).split()
        numbers = map(self._numbers.__getitem__, words)
        self._batches.append(np.fromiter(numbers, dtype=np.int32, count=len(words)))
        self._texts = []

    def inverted(self) -> InvertedField:
        """The posting lists; what was taken in is let go."""
        self._number()
        words, place = _in_order(self._numbers)
        terms, word_terms = _terms_of(words, stemmed=self._field.stemmed)
        places: list[Run] = []
        postings: list[Run] = []
        lengths: list[Ints] = []
        papers = row = 0
        for batch in _chunks(self._batches):
            ends = np.flatnonzero(batch == 0)
            lengths.append(np.diff(ends, prepend=-1).astype(np.int32) - 1)
            numbers = place[batch[batch != 0] - 1]
            places.append(sorted_by(numbers, np.arange(row, row + len(numbers), dtype=np.int32)))
            docs = np.repeat(np.arange(len(ends), dtype=np.int32), lengths[-1]) + np.int32(papers)
            postings.append(sorted_by(word_terms[numbers], docs).counted())
            papers, row = papers + len(ends), row + len(numbers)
        runs, (where,) = laid_together(places, len(words))
        starts, (docs, counts) = laid_together(postings, len(terms))
        lexicon = Lexicon(words, terms, word_terms, np.diff(runs).astype(np.int32))
        return InvertedField(lexicon, starts, docs, counts, np.concatenate(lengths), runs, where)


def _chunks(batches: list[Ints]) -> Iterator[Ints]:
    """The batches in larger pieces; the list is emptied."""
    batches.reverse()
    while batches:
        piece = [batches.pop()]
        size = len(piece[0])
        while batches and size < CHUNK:
            piece.append(batches.pop())
            size += len(piece[-1])
        yield np.concatenate(piece)


def _in_order(numbers: Mapping[bytes, int]) -> tuple[SortedStrings, Ints]:
    """The words in order, and for each number but 0 the place of its word among them."""
    written = list(numbers)[1:]
    order = sorted(range(len(written)), key=written.__getitem__)
    place = np.zeros(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return SortedStrings(b"".join([written[number] + b"\n" for number in order])), place


def _terms_of(words: SortedStrings, *, stemmed: bool) -> tuple[SortedStrings, Ints]:
    """The terms of some words in order, and for each word the number of its term."""
    if not stemmed:
        return words, np.arange(len(words), dtype=np.int32)
    stems = [stem(word).encode() for word in words.between(0, len(words))]
    terms = sorted(set(stems))
    number_of = {term: number for number, term in enumerate(terms)}
    numbers = np.fromiter(map(number_of.__getitem__, stems), dtype=np.int32, count=len(stems))
    return SortedStrings(b"".join([term + b"\n" for term in terms])), numbers


class Inverter:
    """Takes papers one by one, in their order, and gives their posting lists."""

    def __init__(self) -> None:
        self._fields = {field.name: _FieldInverter(field) for field in SEARCHED}

    def add(self, paper: Paper) -> None:
        """Take in the next paper."""
        for field in self._fields.values():
            field.add(paper)

    def inverted(self) -> Iterator[tuple[Field, InvertedField]]:
        """The posting lists of everything taken in, field by field in the order of their names.

        Each field is made when it is asked for, and what it was made from is let go.
        """
        for field in SEARCHED:
            yield field.name, self._fields.pop(field.name).inverted()


def invert(papers: Iterable[Paper]) -> Mapping[Field, InvertedField]:
    """The posting lists of some papers, numbered from 0 in their order."""
    inverter = Inverter()
    for paper in papers:
        inverter.add(paper)
    return dict(inverter.inverted())
