"""What a word of a query stands for in a field: its stem, the words it begins, its neighbours."""

from enum import Enum, auto

import numpy as np

from tui_reader.queries.tree import Field
from tui_reader.search.analysis import stem
from tui_reader.search.arrays import Ints
from tui_reader.search.lexicon import Lexicon
from tui_reader.search.schema import STEMMED
from tui_reader.search.scoring import AS_WRITTEN, Keys
from tui_reader.search.segments import Segments
from tui_reader.search.spelling import Spelling

EXPANSIONS = 64
"""A beginning, a pattern or a misspelling stands for at most this many words of a field."""

GAP = "\N{LATIN LETTER REVERSED ESH LOOP}"
"""A letter in the place of a pattern's star, so that analysis takes the pattern for a word."""


class Kind(Enum):
    """How a word of a query is meant."""

    STEM = auto()
    """In all its forms."""
    BEGINNING = auto()
    TYPED = auto()
    """Not written to its end, as far as anybody knows."""
    EXACT = auto()
    NEAR = auto()
    PATTERN = auto()


def form(segments: Segments, spelling: Spelling, field: Field, token: str, kind: Kind) -> Keys:
    """What a folded word stands for in a field; unknown terms are left in, they find nothing."""
    lexicons = segments.lexicons(field)
    plain = term(field, token)
    match kind:
        case Kind.STEM:
            return (plain,)
        case Kind.EXACT:
            return (AS_WRITTEN + token,)
        case Kind.BEGINNING | Kind.TYPED:
            begun = _commonest(lexicons, _begun(lexicons, token))
            return _distinct((plain, *begun.values()))
        case Kind.PATTERN:
            words = _commonest(lexicons, _matching(lexicons, token))
            return tuple(AS_WRITTEN + word for word in words)
        case Kind.NEAR:
            near = [each.word for each in spelling.within(token, lexicons, 1)[:EXPANSIONS]]
            return _distinct((plain, *(term(field, word) for word in near)))


def term(field: Field, token: str) -> str:
    """The term that stands for a word in a field."""
    return stem(token) if field in STEMMED else token


def _distinct(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))


def _begun(lexicons: list[Lexicon], token: str) -> list[Ints]:
    return [np.arange(*lexicon.beginning(token), dtype=np.int32) for lexicon in lexicons]


def _matching(lexicons: list[Lexicon], token: str) -> list[Ints]:
    """The words that fit a pattern, gap by gap; every gap may be empty."""
    head, *middle, tail = token.split(GAP)
    found = []
    for lexicon in lexicons:
        low, high = lexicon.beginning(head)
        words = enumerate(lexicon.words(low, high), low)
        fits = [number for number, word in words if _fits(word, len(head), middle, tail)]
        found.append(np.array(fits, dtype=np.int32))
    return found


def _fits(word: str, start: int, middle: list[str], tail: str) -> bool:
    """Whether a word goes on, from a place, with some pieces in order and ends with a tail.

    Each piece is taken where it comes first, so that no word takes longer than its length.
    """
    end = len(word) - len(tail)
    for piece in middle:
        place = word.find(piece, start, end)
        if place < 0:
            return False
        start = place + len(piece)
    return start <= end and word.endswith(tail)


def _commonest(lexicons: list[Lexicon], found: list[Ints]) -> dict[str, str]:
    """The words that occur most, the commonest first, and the term of each."""
    times: dict[str, int] = {}
    stems: dict[str, str] = {}
    for lexicon, words in zip(lexicons, found, strict=True):
        counts = lexicon.word_counts[words]
        best = np.argsort(-counts, kind="stable")[:EXPANSIONS]
        for number, count in zip(words[best].tolist(), counts[best].tolist(), strict=True):
            word = lexicon.word(number)
            times[word] = times.get(word, 0) + count
            stems[word] = lexicon.term(int(lexicon.word_terms[number]))
    order = sorted(times, key=lambda word: -times[word])[:EXPANSIONS]
    return {word: stems[word] for word in order}
