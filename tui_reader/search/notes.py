"""The reader's notes as posting lists in memory, made anew when a note changes, never on disk."""

from collections.abc import Mapping

import numpy as np

from tui_reader.papers import Paper, PaperId
from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Floats, Ints
from tui_reader.search.inversion import InvertedField, invert
from tui_reader.search.lexicon import Lexicon
from tui_reader.search.positions import MemoryPositions
from tui_reader.search.postings import NOWHERE, Posting
from tui_reader.search.schema import NOTE_WEIGHT


class NotePostings:
    """Posting lists of notes, by the numbers of the papers they are on."""

    def __init__(self, count: int, notes: Mapping[int, str]) -> None:
        """`count`: all papers; `notes`: by paper number."""
        self.count = count
        self._noted = np.array(sorted(notes), dtype=np.int32)
        self._texts = [notes[number] for number in self._noted.tolist()]
        self._made: InvertedField | None = None

    @property
    def _inverted(self) -> InvertedField:
        if self._made is None:
            # A note is read as an abstract is.
            texts = (Paper(PaperId(""), "", text) for text in self._texts)
            self._made = invert(texts)["abstract"]
        return self._made

    def lexicon(self, field: Field) -> Lexicon:
        """The words of all notes."""
        return self._inverted.lexicon

    def posting(self, field: Field, term: str) -> Posting:
        """The papers whose notes have this term."""
        part = self._inverted
        number = part.lexicon.term_number(term)
        if number < 0:
            return NOWHERE
        run = slice(int(part.starts[number]), int(part.starts[number + 1]))
        return Posting(self._noted[part.docs[run]], part.counts[run] * np.float32(NOTE_WEIGHT))

    def lengths(self, field: Field) -> Floats:
        """Words of each paper's note. Shape (N,)."""
        return self._lengths().astype(np.float32)

    def _lengths(self) -> Ints:
        lengths = np.zeros(self.count, dtype=np.int32)
        lengths[self._noted] = self._inverted.lengths
        return lengths

    def average_length(self, field: Field) -> float:
        """Mean length of the notes there are."""
        return float(self._inverted.lengths.sum()) / max(len(self._noted), 1)

    def positions(self, field: Field) -> MemoryPositions:
        """Where the words of the notes stand, among all papers' notes."""
        part = self._inverted
        return MemoryPositions(part.places, part.runs, self._lengths())
