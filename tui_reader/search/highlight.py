"""Where the terms a query looked for stand in a text that is shown."""

import re
from array import array
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from tui_reader.search.analysis import TOKEN, fold, stem
from tui_reader.search.scoring import AS_WRITTEN

_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
# As TOKEN, in text that is not folded: ideographs stand alone, marks belong to their letters.
# Plain letters are taken many at a time, because most are.
_LETTERS = rf"(?:[0-9A-Za-z]+[\u0300-\u036f]*|(?!{_IDEOGRAPH})[^\W_][\u0300-\u036f]*)+"
_LETTERS_WORD = TOKEN.pattern.replace(r"[^\W_]+", _LETTERS, 1)
_WORD = re.compile(f"({_IDEOGRAPH}|{_LETTERS_WORD})")
_ASCII_WORD = re.compile(f"({TOKEN.pattern})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where they stand, and by which terms each may be found."""

    places: Sequence[int]
    """Start and end of each word, one after the other, and the end of the text."""
    terms: tuple[tuple[str, ...], ...]
    """For each word itself, its stem, and itself as written."""

    def among(self, terms: Set[str]) -> Iterator[int]:
        """The numbers, in order, of the words that have one of the terms."""
        apart = terms.isdisjoint
        return (number for number, found in enumerate(self.terms) if not apart(found))

    def place(self, number: int) -> tuple[int, int]:
        """Start and end of a word."""
        return self.places[2 * number], self.places[2 * number + 1]


@lru_cache(maxsize=2000)
def words_of(text: str) -> Words:
    """The words of a text; kept, for the same texts are shown while a query is typed."""
    pieces = (_ASCII_WORD if text.isascii() else _WORD).split(text)
    # What is between words and the words themselves take turns: each ends where the next begins.
    places = array("I", accumulate(map(len, pieces)))
    return Words(places, tuple(map(_terms_of, pieces[1::2])))


@lru_cache(maxsize=50_000)
def _terms_of(word: str) -> tuple[str, ...]:
    found = TOKEN.findall(fold(word))
    stems, written = (stem(token) for token in found), (AS_WRITTEN + token for token in found)
    return tuple(dict.fromkeys((*found, *stems, *written)))


def hits(text: str, terms: Set[str]) -> list[tuple[int, int]]:
    """The places (start, end) of every word of the text whose stem or self is among the terms.

    A term that begins with `=` is found only where the word is written so.
    """
    if not terms:
        return []
    words = words_of(text)
    return [words.place(number) for number in words.among(terms)]
