"""All posting lists a question is asked of: the index, papers that came after it, and the notes.

The papers of the index have the first numbers, later ones the numbers behind. A paper that was
enriched since has its new record behind and is `replaced` in the index: no list names it there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Floats, Ints, Longs, Mask, Places
from tui_reader.search.lexicon import Lexicon
from tui_reader.search.phrases import in_order, papers_at
from tui_reader.search.postings import NOWHERE, Posting, Postings
from tui_reader.search.schema import WEIGHTS

ForWords = Callable[[Lexicon], Ints]
"""Which words of a lexicon are meant, by number."""


@dataclass(frozen=True)
class Segment:
    """Some papers with consecutive numbers."""

    postings: Postings
    first: int = 0
    """Number of its first paper."""
    replaced: Mask | None = None
    """Which of its papers no longer count; shape (papers of the segment,). None: all count."""

    def kept(self, docs: Ints) -> Places | slice:
        """Which places of a list of its papers count."""
        return slice(None) if self.replaced is None else np.flatnonzero(~self.replaced[docs])


class Segments:
    """Posting lists over every segment, with numbers that hold for all. For one thread."""

    def __init__(self, segments: Sequence[Segment], notes: Postings | None = None) -> None:
        self.segments = tuple(segments)
        self._notes: tuple[Segment, ...] = (Segment(notes),) if notes is not None else ()
        self.size = sum(segment.postings.count for segment in self.segments)
        """Paper numbers, replaced ones included: the length of arrays."""
        gone = (segment.replaced for segment in self.segments)
        self.count = self.size - sum(int(mask.sum()) for mask in gone if mask is not None)
        """Papers that count."""
        self._lengths: dict[Field, Floats] = {}

    def noted(self, notes: Postings) -> "Segments":
        """The same with the reader's notes."""
        segments = Segments(self.segments, notes)
        segments._lengths = self._lengths
        return segments

    @property
    def present(self) -> Mask:
        """Which numbers stand for a paper that counts. Shape (size,)."""
        mask = np.ones(self.size, dtype=np.bool_)
        for each in self.segments:
            if each.replaced is not None:
                mask[each.first : each.first + len(each.replaced)] = ~each.replaced
        return mask

    def _of(self, field: Field) -> tuple[Segment, ...]:
        return self._notes if field == "note" else self.segments

    def lexicons(self, field: Field) -> list[Lexicon]:
        """The field's words, segment by segment."""
        return [each.postings.lexicon(field) for each in self._of(field)]

    def knows(self, field: Field, term: str) -> bool:
        """Whether any paper has the term in the field."""
        return any(lexicon.term_number(term) >= 0 for lexicon in self.lexicons(field))

    def posting(self, field: Field, term: str) -> Posting:
        """The papers with this term."""
        found = []
        for each in self._of(field):
            part = each.postings.posting(field, term)
            kept = each.kept(part.docs)
            found.append(Posting(part.docs[kept] + np.int32(each.first), part.weights[kept]))
        return _joined(found)

    def words_posting(self, field: Field, words: ForWords) -> Posting:
        """The papers that hold one of some words in just this form."""
        found = []
        for each in self._of(field):
            places = each.postings.positions(field)
            docs, counts = papers_at(places.of(words(each.postings.lexicon(field))), places.starts)
            kept = each.kept(docs)
            weights = counts[kept] * np.float32(WEIGHTS[field])
            found.append(Posting(docs[kept] + np.int32(each.first), weights))
        return _joined(found)

    def in_order(self, field: Field, phrase: Sequence[ForWords], gap: int) -> Ints:
        """The papers where words follow one another, one of each choice, in order."""
        found = []
        for each in self._of(field):
            places, lexicon = each.postings.positions(field), each.postings.lexicon(field)
            choices: list[Longs] = []
            for words in phrase:
                choices.append(places.of(words(lexicon)))
                if not len(choices[-1]):
                    break
            else:
                docs = in_order(choices, places.starts, gap)
                found.append(docs[each.kept(docs)] + np.int32(each.first))
        return np.concatenate(found) if found else NOWHERE.docs

    def lengths(self, field: Field) -> Floats:
        """Shape (size,): the field's length in each paper, rounded as Whoosh rounds it."""
        if field == "note":
            (notes,) = self._notes
            return notes.postings.lengths(field)
        if field not in self._lengths:
            parts = [each.postings.lengths(field) for each in self.segments]
            self._lengths[field] = parts[0] if len(parts) == 1 else np.concatenate(parts)
        return self._lengths[field]

    def average_length(self, field: Field) -> float:
        """Mean length of the field over all papers."""
        total, papers = 0.0, 0
        for each in self._of(field):
            total += each.postings.average_length(field) * each.postings.count
            papers += each.postings.count
            if each.replaced is not None:
                total -= float(each.postings.lengths(field)[each.replaced].sum())
                papers -= int(each.replaced.sum())
        return total / max(papers, 1)


def _joined(found: list[Posting]) -> Posting:
    if len(found) == 1:
        return found[0]
    if not found:
        return NOWHERE
    docs = np.concatenate([part.docs for part in found])
    return Posting(docs, np.concatenate([part.weights for part in found]))
