"""Papers to posting lists in memory, by arrays of integers."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui_reader.papers import Paper
from tui_reader.queries.tree import Field
from tui_reader.search.analysis import stem, tokens
from tui_reader.search.schema import SEARCHED, SearchedField, field_text

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one field, as written (folded, unstemmed), and the terms they stand for."""

    terms: list[str]
    """Sorted by their UTF-8 bytes, as Whoosh keeps them."""
    words: list[str]
    """Sorted by code points."""
    word_terms: Ints
    """For each word the number of its term."""
    word_counts: Ints
    """For each word how often it occurs."""


@dataclass(frozen=True, slots=True)
class InvertedField:
    """All postings of one field. T terms, P postings, N papers, S words in a row."""

    lexicon: Lexicon
    starts: Longs
    """Shape (T + 1,): the postings of term t are `starts[t]:starts[t + 1]`."""
    docs: Ints
    """Shape (P,): paper numbers, rising within a term."""
    counts: Ints
    """Shape (P,): how often the term stands in that paper."""
    lengths: Ints
    """Shape (N,): words of the field in each paper."""
    stream: Ints
    """Shape (S,): the terms of all papers one after the other, for phrases."""


class _Numbers(dict[str, int]):
    """Words, numbered in the order they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _FieldInverter:
    def __init__(self, field: SearchedField) -> None:
        self._field = field
        self._numbers = _Numbers()
        self._stream = array("i")
        self._lengths = array("i")

    def add(self, paper: Paper) -> None:
        text = field_text(paper, self._field.name)
        found = tokens(text) if text else []
        self._lengths.append(len(found))
        self._stream.extend(map(self._numbers.__getitem__, found))

    def inverted(self) -> InvertedField:
        written = list(self._numbers)
        stems = [stem(word) for word in written] if self._field.stemmed else written
        terms = sorted(set(stems), key=lambda term: term.encode())
        number_of = {term: number for number, term in enumerate(terms)}
        term_of = np.array([number_of[term] for term in stems], dtype=np.int32)
        raw = np.frombuffer(self._stream, dtype=np.int32)
        lengths = np.array(self._lengths, dtype=np.int32)
        stream = term_of[raw] if len(raw) else np.zeros(0, dtype=np.int32)
        lexicon = _lexicon(written, terms, term_of, raw)
        starts, docs, counts = _postings(stream, lengths, len(terms))
        return InvertedField(lexicon, starts, docs, counts, lengths, stream)


def _lexicon(written: list[str], terms: list[str], term_of: Ints, raw: Ints) -> Lexicon:
    order = sorted(range(len(written)), key=written.__getitem__)
    occurrences = np.bincount(raw, minlength=len(written)).astype(np.int32)
    return Lexicon(terms, [written[n] for n in order], term_of[order], occurrences[order])


def _postings(stream: Ints, lengths: Ints, terms: int) -> tuple[Longs, Ints, Ints]:
    papers = max(len(lengths), 1)
    docs = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
    pairs, counts = np.unique(stream.astype(np.int64) * papers + docs, return_counts=True)
    starts = np.searchsorted(pairs, np.arange(terms + 1, dtype=np.int64) * papers)
    return starts.astype(np.int64), (pairs % papers).astype(np.int32), counts.astype(np.int32)


class Inverter:
    """Takes papers one by one, in their order, and gives their posting lists."""

    def __init__(self) -> None:
        self._fields = {field.name: _FieldInverter(field) for field in SEARCHED}

    def add(self, paper: Paper) -> None:
        """Take in the next paper."""
        for field in self._fields.values():
            field.add(paper)

    def inverted(self) -> Mapping[Field, InvertedField]:
        """The posting lists of everything taken in."""
        return {name: field.inverted() for name, field in self._fields.items()}


def invert(papers: Iterable[Paper]) -> Mapping[Field, InvertedField]:
    """The posting lists of some papers, numbered from 0 in their order."""
    inverter = Inverter()
    for paper in papers:
        inverter.add(paper)
    return inverter.inverted()
