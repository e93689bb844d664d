"""Words of the library that are spelled almost like a given one.

Distances are counted in letters that are wrong, too many, too few, or swapped with their
neighbour (optimal string alignment).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from tui_reader.search.arrays import Ints
from tui_reader.search.lexicon import Lexicon

SHORTEST = 4
"""Letters of a word that may hold a typo; of shorter ones nearly every other is a neighbour."""
LONG = 8
"""Letters from which a word may hold two."""
ONE_IN = 200_000
"""Papers for which a word must occur once more to be offered; rarer ones may be typos."""
MUCH_RARER = 100
"""Times that a neighbour may be rarer than the commonest; rarer ones are mostly typos too."""
LEXICONS = 64
"""Lexicons whose words are kept decoded; there is another one whenever a note changes."""
REMEMBERED = 500
"""Words whose neighbours are kept."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word of the library, and how far it is from another."""

    word: str
    distance: int
    times: int
    """How often it occurs."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one length in one lexicon, decoded."""

    words: list[str]
    counts: Ints


class Spelling:
    """Neighbours of words in some lexicons. Belongs to one thread at a time."""

    def __init__(self, papers: int) -> None:
        self._least = 1 + papers // ONE_IN
        self._lexicons: list[Lexicon] = []
        self._sizes: dict[int, Ints] = {}
        self._decoded: dict[tuple[int, int], _Words] = {}
        self._known: dict[tuple[str, tuple[int, ...], int], tuple[Neighbour, ...]] = {}

    def nearest(self, word: str, lexicons: Sequence[Lexicon]) -> tuple[Neighbour, ...]:
        """The nearest words there are, the likeliest first; none for short words."""
        most = 0 if len(word) < SHORTEST else 1 if len(word) < LONG else 2
        for distance in range(1, most + 1):
            found = self.within(word, lexicons, distance)
            if found:
                least = max(each.times for each in found) / MUCH_RARER
                return tuple(each for each in found if each.times >= least)
        return ()

    def within(
        self, word: str, lexicons: Sequence[Lexicon], distance: int
    ) -> tuple[Neighbour, ...]:
        """All other words up to a distance, the likeliest first.

        Likelier is what is nearer, then what begins with the same letter, then what is commoner.
        """
        key = (word, self._places(lexicons), distance)
        if key not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[key] = self._within(word, lexicons, distance)
        return self._known[key]

    def _places(self, lexicons: Sequence[Lexicon]) -> tuple[int, ...]:
        """What lexicons are called here; of those gone by nothing is kept for long."""
        if len(self._lexicons) > LEXICONS:
            for kept in (self._lexicons, self._sizes, self._decoded, self._known):
                kept.clear()
        return tuple(map(self._place, lexicons))

    def _place(self, lexicon: Lexicon) -> int:
        for place, other in enumerate(self._lexicons):
            if other is lexicon:
                return place
        self._lexicons.append(lexicon)
        return len(self._lexicons) - 1

    def _within(self, word: str, lexicons: Sequence[Lexicon], most: int) -> tuple[Neighbour, ...]:
        times: dict[str, int] = {}
        for lexicon in lexicons:
            for size in range(len(word) - most, len(word) + most + 1):
                known = self._of_size(lexicon, size)
                for place in _near(word, known.words, most):
                    other = known.words[place]
                    times[other] = times.get(other, 0) + int(known.counts[place])
        times.pop(word, None)
        found = [Neighbour(each, OSA.distance(word, each), times[each]) for each in times]
        found.sort(
            key=lambda each: (each.distance, each.word[0] != word[0], -each.times, each.word)
        )
        return tuple(found)

    def _of_size(self, lexicon: Lexicon, size: int) -> _Words:
        """The words of a lexicon with so many letters."""
        place = self._place(lexicon)
        key = (place, size)
        if key not in self._decoded:
            if place not in self._sizes:
                self._sizes[place] = lexicon.sorted_words.sizes()
            sizes = self._sizes[place]
            chosen = np.flatnonzero((sizes == size) & (lexicon.word_counts >= self._least))
            words = [lexicon.word(number) for number in chosen.tolist()]
            self._decoded[key] = _Words(words, lexicon.word_counts[chosen])
        return self._decoded[key]


def _near(word: str, others: Sequence[str], most: int) -> list[int]:
    if not others:
        return []
    distances = cdist([word], others, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[0]
    return np.flatnonzero(distances <= most).tolist()
