"""A query's tree over posting lists, as arithmetic on whole arrays.

Scores are Whoosh's BM25F (K1 = 1.2, B = 0.75): for a term with document frequency df among N
papers, `idf = log(N / (df + 1)) + 1`, and a field with weight w (occurrences times the field's
weight), length l and mean length m adds `idf * w * (K1 + 1) / (w + K1 * (1 - B + B * l / m))`.
A paper's score is the sum over the terms and fields that matched.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

import numpy as np

from tui_reader.papers import PaperId, arxiv_id, doi
from tui_reader.queries.tree import FIELDS, And, During, Field, Marked, Node, Not, Or, Phrase, Word
from tui_reader.search.analysis import stem, tokens
from tui_reader.search.columns import Columns, Mask
from tui_reader.search.inversion import Floats, Ints
from tui_reader.search.names import Names
from tui_reader.search.phrases import side_by_side
from tui_reader.search.postings import Posting, Postings, term_number

K1 = 1.2
B = 0.75
LONGEST = 32
"""Terms side by side that are looked at, of a word of many parts."""
EXPANSIONS = 64
"""A prefix stands for at most this many words of a field, the commonest first."""

_STEMMED = {"title", "abstract", "keyword", "venue"}


@dataclass(frozen=True, slots=True)
class Matches:
    """Which papers a part of the query found, and how well."""

    mask: Mask
    """Shape (N,)."""
    scores: Floats | None
    """Shape (N,), 0 where nothing matched; None where the part does not rank."""


class Evaluation:
    """Evaluates trees over one generation, for one state of the reader's marks."""

    def __init__(
        self, postings: Postings, columns: Columns, names: Names, marked: Mapping[str, Ints]
    ) -> None:
        self._names = names
        self._postings = postings
        self._columns = columns
        self._marked = marked
        self._count = postings.count
        self.matched: dict[Field, set[str]] = {}
        """The terms that a positive part of the query looked for, by field."""

    def of(self, node: Node) -> Matches:
        """The papers that match a tree."""
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return self._any(parts)
            case Not(part):
                kept = {field: set(terms) for field, terms in self.matched.items()}
                mask = ~self.of(part).mask
                self.matched = kept
                return Matches(mask, None)
            case During(first, last):
                return Matches(self._columns.during(first, last), None)
            case Marked(state):
                return Matches(self._in_state(state), None)

    def _in_state(self, state: str) -> Mask:
        mask = np.zeros(self._count, dtype=np.bool_)
        mask[self._marked["read" if state == "unread" else state]] = True
        return ~mask if state == "unread" else mask

    def _all(self, parts: tuple[Node, ...]) -> Matches:
        mask = np.ones(self._count, dtype=np.bool_)
        scores: Floats | None = None
        for part in parts:
            found = self.of(part)
            mask &= found.mask
            scores = _added(scores, found.scores)
        return Matches(mask, scores)

    def _any(self, parts: tuple[Node, ...]) -> Matches:
        mask = np.zeros(self._count, dtype=np.bool_)
        scores: Floats | None = None
        for part in parts:
            found = self.of(part)
            mask |= found.mask
            scores = _added(scores, found.scores)
        return Matches(mask, scores)

    def _word(self, word: Word) -> Matches:
        found = tokens(word.text)
        if not found:
            return self._all(())
        named = self._named(word)
        if named is not None:
            return named
        if len(found) > 1:
            return self._side_by_side(found, word.field, prefix=word.prefix)
        mask = np.zeros(self._count, dtype=np.bool_)
        scores = np.zeros(self._count, dtype=np.float32)
        for field in (word.field,) if word.field else FIELDS:
            for term in self._terms(field, found[0], prefix=word.prefix):
                posting = self._postings.posting(field, term)
                mask[posting.docs] = True
                scores[posting.docs] += self._scored(field, posting)
                self.matched.setdefault(field, set()).add(term)
        return Matches(mask, scores)

    def _named(self, word: Word) -> Matches | None:
        """The paper whose arXiv id or DOI the word is, if there is one."""
        names = [f"arxiv:{arxiv_id(word.text)}", f"doi:{doi(word.text)}"]
        numbers = [self._names.number(PaperId(name)) for name in names if name[-1] != ":"]
        known = [number for number in numbers if number >= 0]
        if word.field or not known:
            return None
        mask = np.zeros(self._count, dtype=np.bool_)
        mask[known] = True
        return Matches(mask, mask.astype(np.float32))

    def _phrase(self, phrase: Phrase) -> Matches:
        found = [token for word in phrase.words for token in tokens(word)]
        if not found:
            return self._all(())
        return self._side_by_side(found, phrase.field, prefix=phrase.prefix)

    def _side_by_side(self, found: list[str], only: Field | None, *, prefix: bool) -> Matches:
        found, prefix = found[:LONGEST], prefix and len(found) <= LONGEST
        mask = np.zeros(self._count, dtype=np.bool_)
        scores = np.zeros(self._count, dtype=np.float32)
        for field in (only,) if only else FIELDS:
            *whole, last = found
            choices = [self._terms(field, token, prefix=False) for token in whole]
            choices.append(self._terms(field, last, prefix=prefix))
            docs = self._holding(field, choices)
            if len(docs) and len(choices) > 1:
                docs = self._adjacent(field, choices, docs)
            if not len(docs):
                continue
            mask[docs] = True
            within = np.zeros(self._count, dtype=np.bool_)
            within[docs] = True
            for term in {term for choice in choices for term in choice}:
                posting = self._postings.posting(field, term)
                here = within[posting.docs]
                scores[posting.docs[here]] += self._scored(field, posting)[here]
                self.matched.setdefault(field, set()).add(term)
        return Matches(mask, scores)

    def _holding(self, field: Field, choices: list[list[str]]) -> Ints:
        """Papers that hold at least one term of every choice."""
        every: Ints | None = None
        for choice in choices:
            found = [self._postings.posting(field, term).docs for term in choice]
            docs = np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int32)
            every = docs if every is None else np.intersect1d(every, docs, assume_unique=True)
            if not len(every):
                break
        return every if every is not None else np.zeros(0, dtype=np.int32)

    def _adjacent(self, field: Field, choices: list[list[str]], docs: Ints) -> Ints:
        lexicon = self._postings.lexicon(field)
        numbers = [
            np.array([term_number(lexicon, term) for term in choice], dtype=np.int32)
            for choice in choices
        ]
        return side_by_side(self._postings.stream(field), docs, numbers)

    def _terms(self, field: Field, token: str, *, prefix: bool) -> list[str]:
        """The terms of a field that a word stands for; a prefix is also the word it may be."""
        exact = stem(token) if field in _STEMMED else token
        if not prefix:
            return [exact]
        lexicon = self._postings.lexicon(field)
        low = bisect_left(lexicon.words, token)
        high = bisect_left(lexicon.words, token + "\U0010ffff", low)
        counts = lexicon.word_counts[low:high]
        order = np.argsort(-counts, kind="stable")[:EXPANSIONS] + low
        begun = (lexicon.terms[number] for number in lexicon.word_terms[order])
        return list(dict.fromkeys((exact, *begun)))

    def _scored(self, field: Field, posting: Posting) -> Floats:
        if not len(posting.docs):
            return posting.weights
        idf = log(self._count / (len(posting.docs) + 1)) + 1
        mean = self._postings.average_length(field) or 1.0
        lengths = self._postings.lengths(field)[posting.docs]
        rest = K1 * ((1 - B) + B * lengths / mean)
        scored = idf * (K1 + 1) * posting.weights / (posting.weights + rest)
        return scored.astype(np.float32)


def _added(one: Floats | None, other: Floats | None) -> Floats | None:
    if one is None:
        return other
    return one if other is None else one + other
