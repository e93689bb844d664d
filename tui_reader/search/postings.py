"""What the evaluator asks of an index: posting lists, lengths, words; here kept in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from whoosh.util.numeric import byte_to_length, length_to_byte

from tui_reader.papers import Paper
from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Floats, Ints
from tui_reader.search.inversion import InvertedField, invert
from tui_reader.search.lexicon import Lexicon
from tui_reader.search.positions import MemoryPositions, Positions
from tui_reader.search.schema import SEARCHED

_ROUNDED = np.array(
    [byte_to_length(length_to_byte(length)) for length in range(4096)], dtype=np.float32
)
_FIELD_WEIGHTS = {field.name: np.float32(field.weight) for field in SEARCHED}


@dataclass(frozen=True, slots=True)
class Posting:
    """The papers a term stands in."""

    docs: Ints
    """Shape (P,), rising."""
    weights: Floats
    """Shape (P,): occurrences times the field's weight."""


NOWHERE = Posting(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))


class Postings(Protocol):
    """One generation of posting lists. Not to be shared between threads."""

    @property
    def count(self) -> int:
        """Number of papers."""

    def lexicon(self, field: Field) -> Lexicon:
        """The field's words and terms."""

    def posting(self, field: Field, term: str) -> Posting:
        """The papers with this term; empty where there are none."""

    def lengths(self, field: Field) -> Floats:
        """Shape (N,): the field's length in each paper, rounded as Whoosh rounds it."""

    def average_length(self, field: Field) -> float:
        """Mean length of the field over all papers, exact."""

    def positions(self, field: Field) -> Positions:
        """Where the field's words stand."""


def rounded_lengths(lengths: Ints) -> Floats:
    """Lengths as they come back from the one byte Whoosh keeps of each."""
    small = _ROUNDED[np.minimum(lengths, len(_ROUNDED) - 1)]
    for place in np.flatnonzero(lengths >= len(_ROUNDED)):
        small[place] = byte_to_length(length_to_byte(int(lengths[place])))
    return small


class MemoryPostings:
    """Posting lists of papers in memory: the same answers before an index exists.

    The papers are inverted when the first word is looked for, not before: a list that is only
    browsed, or an index that is ready first, never pays for it.
    """

    def __init__(self, papers: Sequence[Paper]) -> None:
        self._papers = papers
        self._inverted: Mapping[Field, InvertedField] = {}
        self._lengths: dict[Field, Floats] = {}
        self._positions: dict[Field, MemoryPositions] = {}
        self.count = len(papers)

    def _field(self, field: Field) -> InvertedField:
        if not self._inverted:
            self._inverted = invert(self._papers)
        return self._inverted[field]

    def lexicon(self, field: Field) -> Lexicon:
        """The field's words and terms."""
        return self._field(field).lexicon

    def posting(self, field: Field, term: str) -> Posting:
        """The papers with this term."""
        part = self._field(field)
        number = part.lexicon.term_number(term)
        if number < 0:
            return NOWHERE
        run = slice(int(part.starts[number]), int(part.starts[number + 1]))
        return Posting(part.docs[run], part.counts[run] * _FIELD_WEIGHTS[field])

    def lengths(self, field: Field) -> Floats:
        """Lengths as Whoosh would round them."""
        if field not in self._lengths:
            self._lengths[field] = rounded_lengths(self._field(field).lengths)
        return self._lengths[field]

    def average_length(self, field: Field) -> float:
        """Mean length of the field."""
        return float(self._field(field).lengths.sum()) / max(self.count, 1)

    def positions(self, field: Field) -> MemoryPositions:
        """Where the field's words stand."""
        if field not in self._positions:
            part = self._field(field)
            self._positions[field] = MemoryPositions(part.places, part.runs, part.lengths)
        return self._positions[field]
