"""What a term adds to the score of the papers it stands in: Whoosh's BM25F, list by list.

K1 = 1.2, B = 0.75. For a term with document frequency df among N papers,
`idf = log(N / (df + 1)) + 1`, and a field with weight w (occurrences times the field's weight),
length l and mean length m adds `idf * w * (K1 + 1) / (w + K1 * (1 - B + B * l / m))`. A paper's
score is the sum over the terms and fields that matched.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Floats, Ints
from tui_reader.search.lexicon import Lexicon
from tui_reader.search.posting_cache import PostingCache, Scored
from tui_reader.search.postings import Posting
from tui_reader.search.schema import WEIGHTS
from tui_reader.search.segments import ForWords, Segments

K1 = 1.2
B = 0.75
MANY = 64
"""Where one paper in so many has a phrase, looking each of them up takes longer than adding all."""
BEGUN = 0.5
"""What words count for that only begin like the one being typed."""
TYPED = "\N{HORIZONTAL ELLIPSIS}"
"""Behind the terms that are kept as one list."""
AS_WRITTEN = "="
"""Before a word that is looked for in just this form, where others are named by their stems."""

Keys = tuple[str, ...]
"""What a word of a query stands for in a field: distinct terms, or one word as written."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one term adds to one paper's score, and why."""

    field: Field
    term: str
    times: int
    """How often it stands there."""
    papers: int
    """How many papers have the term in this field."""
    length: float
    """Words of the field in this paper, as rounded in the index."""
    average: float
    """Mean of that over all papers."""
    score: float


class Scorer:
    """Scored posting lists of one question, kept for the next."""

    def __init__(self, segments: Segments, cache: PostingCache) -> None:
        self.segments = segments
        self._cache = cache
        self._asked: set[tuple[Field, str]] = set()

    def scored(self, field: Field, key: str) -> Scored:
        """The papers with a term, or a word as written, and their scores for it."""
        if field == "note":
            return self._scored(field, key)  # notes change while the index stays
        kept = self._kept(field, key)
        if kept is None:
            kept = self._scored(field, key)
            self._cache.put((field, key), kept)
        return kept

    def phrase(self, field: Field, phrase: Sequence[Keys], gap: int) -> Scored:
        """The papers where words follow one another, and what their terms add to each score.

        `phrase`: for each word the terms, or the word as written, that may stand there.
        """
        if field == "note":
            return self._phrase(field, phrase, gap)
        name = f'"{" ".join("|".join(keys) for keys in phrase)}"~{gap}'
        kept = self._kept(field, name)
        if kept is None:
            kept = self._phrase(field, phrase, gap)
            self._cache.put((field, name), kept)
        return kept

    def typed(self, field: Field, keys: Keys) -> Scored:
        """The papers with a word as far as it is typed, or with one that it begins.

        `keys`: its own term, then those of the words it begins. Together they score like one term
        that stands for all of them, by half: a rare word is nothing special for beginning so. For
        its own term a paper keeps the full score.
        """
        if len(keys) == 1:
            return self.scored(field, keys[0])
        if field == "note":
            return self._typed(field, keys)
        name = f"{'|'.join(keys)}{TYPED}"
        kept = self._kept(field, name)
        if kept is None:
            kept = self._typed(field, keys)
            self._cache.put((field, name), kept)
        return kept

    def _typed(self, field: Field, keys: Keys) -> Scored:
        together = self._together(field, keys)
        scores = np.zeros(self.segments.size, dtype=np.float32)
        scores[together.docs] = self._scores(field, together) * BEGUN
        own = self.scored(field, keys[0])
        scores[own.docs] = np.maximum(scores[own.docs], own.scores)
        return Scored(together.docs, scores[together.docs])

    def _together(self, field: Field, keys: Keys) -> Posting:
        """The papers with any of some terms, and what these weigh there together."""
        weights = np.zeros(self.segments.size, dtype=np.float32)
        for key in keys:
            posting = self._posting(field, key)
            weights[posting.docs] += posting.weights
        docs = np.flatnonzero(weights).astype(np.int32)
        return Posting(docs, weights[docs])

    def _kept(self, field: Field, name: str) -> Scored | None:
        """A list that is kept; what one question asks for twice counts once."""
        first = (field, name) not in self._asked
        self._asked.add((field, name))
        return self._cache.get((field, name), counted=first)

    def _phrase(self, field: Field, phrase: Sequence[Keys], gap: int) -> Scored:
        docs = self.segments.in_order(field, [_words_of(keys) for keys in phrase], gap)
        keys = dict.fromkeys(key for keys in phrase for key in keys) if len(docs) else ()
        return Scored(docs, self._sums(docs, [self.scored(field, key) for key in keys]))

    def _sums(self, docs: Ints, lists: Sequence[Scored]) -> Floats:
        """What some lists add up to for some papers."""
        if len(docs) * MANY > self.segments.size:
            every = np.zeros(self.segments.size, dtype=np.float32)
            for scored in lists:
                every[scored.docs] += scored.scores
            return every[docs]
        scores = np.zeros(len(docs), dtype=np.float32)
        for scored in lists:
            if not len(scored.docs):
                continue
            place = np.minimum(np.searchsorted(scored.docs, docs), len(scored.docs) - 1)
            here = np.flatnonzero(scored.docs[place] == docs)
            scores[here] += scored.scores[place[here]]
        return scores

    def _scored(self, field: Field, key: str) -> Scored:
        posting = self._posting(field, key)
        return Scored(posting.docs, self._scores(field, posting))

    def _posting(self, field: Field, key: str) -> Posting:
        if key.startswith(AS_WRITTEN):
            return self.segments.words_posting(field, just(key.removeprefix(AS_WRITTEN)))
        return self.segments.posting(field, key)

    def _scores(self, field: Field, posting: Posting) -> Floats:
        if not len(posting.docs):
            return posting.weights
        mean = self.segments.average_length(field) or 1.0
        # In place, and in single precision: these arrays may be as long as the library.
        rest = self.segments.lengths(field)[posting.docs]
        rest *= K1 * B / mean
        rest += K1 * (1 - B)
        rest += posting.weights
        scores = posting.weights / rest
        scores *= self._idf(len(posting.docs)) * (K1 + 1)
        return scores

    def _idf(self, papers: int) -> float:
        return log(self.segments.count / (papers + 1)) + 1

    def typed_part(self, field: Field, keys: Keys, number: int) -> Part | None:
        """What a word that may go on adds to the score of one paper; None where it is not there."""
        own = self.part(field, keys[0], number)
        all_of_them = self._part(field, f"{keys[0]}*", self._together(field, keys), number)
        if all_of_them is None or len(keys) == 1:
            return own
        half = replace(all_of_them, score=all_of_them.score * BEGUN)
        return own if own is not None and own.score >= half.score else half

    def part(self, field: Field, key: str, number: int) -> Part | None:
        """What a term adds to the score of one paper; None where it does not stand there."""
        return self._part(field, key.removeprefix(AS_WRITTEN), self._posting(field, key), number)

    def _part(self, field: Field, term: str, posting: Posting, number: int) -> Part | None:
        place = int(posting.docs.searchsorted(number))
        if place == len(posting.docs) or posting.docs[place] != number:
            return None
        return Part(
            field,
            term,
            round(float(posting.weights[place]) / WEIGHTS[field]),
            len(posting.docs),
            float(self.segments.lengths(field)[number]),
            self.segments.average_length(field),
            float(self._scores(field, posting)[place]),
        )


def just(word: str) -> ForWords:
    """A word in this form only."""
    return lambda lexicon: lexicon.some(lexicon.word_number(word))


def _words_of(keys: Keys) -> ForWords:
    written = [key.removeprefix(AS_WRITTEN) for key in keys if key.startswith(AS_WRITTEN)]
    terms = tuple(key for key in keys if not key.startswith(AS_WRITTEN))
    if not written:
        return lambda lexicon: lexicon.standing_for(terms)

    def words(lexicon: Lexicon) -> Ints:
        each = [lexicon.some(lexicon.word_number(word)) for word in written]
        return np.unique(np.concatenate([*each, lexicon.standing_for(terms)]))

    return words
