"""Made-up words: function words of English, and stems of syllables with English endings.

How often words come follows two regimes, as in large collections of texts: Zipf-Mandelbrot for
the commonest few thousand, and a steeper fall beyond (Ferrer i Cancho and Solé 2001). Drawn from
it, the vocabulary grows with the papers by Heaps' law, about as their power of 0.5. The numbers
below were fitted to the abstracts of the real corpus.
"""

import numpy as np
import numpy.typing as npt

RANKS = 1_000_000
"""Words there are; even a million papers draw no more than a third of them."""
EXPONENT, SHIFT, BEND, STEEPER = 0.92, 1.2, 3000, 1.2

FUNCTION_WORDS = (
    "the", "of", "a", "and", "to", "in", "we", "for", "this", "is", "that", "on", "with", "by",
    "an", "are", "as", "our", "which", "from", "can", "be", "it", "such", "or", "these", "have",
    "at", "has", "also", "both", "not", "however", "between", "new", "into", "their", "more",
    "than", "its", "using", "over", "been", "while", "where", "they", "but", "each", "when",
    "only", "other", "all", "under", "two", "most", "was", "there", "through", "one", "some",
    "no", "then", "may", "if", "how", "any",
)  # fmt: skip
LEADING = 32
"""Of these come before the first word that means something."""

_ONSETS = (
    "", "a", "e", "i", "o", "u", "b", "c", "ch", "com", "con", "d", "de", "dis", "f", "fr", "g",
    "gr", "h", "in", "k", "l", "m", "mo", "n", "p", "per", "pr", "r", "re", "s", "st", "str",
    "sp", "t", "tr", "un", "v", "w",
)  # fmt: skip
_NUCLEI = ("a", "e", "i", "o", "u", "ea")
_CODAS = ("", "n", "r", "l", "s", "t", "m", "ct")
_ENDINGS = {"": 1.0, "s": 6.0, "ing": 9.0, "ed": 10.0, "tion": 16.0, "ly": 30.0}
"""Endings, and how many times rarer than its stem a word with them is."""

Words = npt.NDArray[np.object_]
Chances = npt.NDArray[np.float64]


def chances() -> Chances:
    """How likely each word is to come next, the commonest first. Shape (RANKS,), sum 1."""
    rank = np.arange(1, RANKS + 1)
    weight = 1 / ((rank + SHIFT) ** EXPONENT * (1 + (rank / BEND) ** STEEPER))
    found: Chances = weight / weight.sum()
    return found


def words(seed: int) -> Words:
    """The words by rank. Shape (RANKS,); a few are spelled like another, as in life."""
    chance = np.random.default_rng(seed)
    stems = _stems(chance, RANKS // 2)
    rarity = np.concatenate([np.arange(8, len(stems) + 8) * rare for rare in _ENDINGS.values()])
    rarity *= chance.lognormal(0, 0.5, len(rarity))
    commonest = np.argsort(rarity)[:RANKS]
    endings = list(_ENDINGS)
    content = (
        stems[number % len(stems)] + endings[number // len(stems)] for number in commonest.tolist()
    )
    function = iter(FUNCTION_WORDS)
    found = [next(function) for _ in range(LEADING)]
    while len(found) < RANKS:
        # Function words thin out among the words that follow.
        found.append(next(function, "") if len(found) % 2 == 0 else "")
        found[-1] = found[-1] or next(content)
    return np.array(found, dtype=object)


def _stems(chance: np.random.Generator, count: int) -> list[str]:
    """Different stems of two syllables, and of three where these run out."""
    syllables = [on + mid + off for on in _ONSETS for mid in _NUCLEI for off in _CODAS]
    pairs = len(syllables) ** 2
    numbers = chance.permutation(pairs)[: min(count, pairs // 4)].tolist()
    size = len(syllables)
    short = [syllables[number // size] + syllables[number % size] for number in numbers]
    longer = [stem + syllables[number * 7 % size] for number, stem in enumerate(short)]
    longer += [syllables[number * 5 % size] + stem for number, stem in enumerate(short)]
    return [*short, *longer][:count]
