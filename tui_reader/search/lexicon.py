"""The words of one field, as written (folded, unstemmed), and the terms they stand for.

Words and terms are numbered in the order of their UTF-8 bytes, which is that of their code
points. They lie one behind the other in one piece of memory, as on disk, so that a million of
them cost little more than their letters and are there as soon as they are read.
"""

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np

from tui_reader.search.arrays import Ints, Longs

_BEHIND_ALL = b"\xff"
"""Greater than any byte of UTF-8: what begins with a prefix lies before prefix and this."""


class SortedStrings:
    """Strings in the order of their bytes, without line breaks in them."""

    def __init__(self, lines: bytes) -> None:
        """`lines`: the strings as UTF-8, rising, each with a line break behind it."""
        self.lines = lines
        breaks = np.flatnonzero(np.frombuffer(lines, dtype=np.uint8) == ord("\n"))
        self._starts: Longs = np.concatenate([np.zeros(1, np.int64), breaks + 1])

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        """The string with this number. Raises IndexError."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self._encoded(number).decode()

    def between(self, low: int, high: int) -> list[str]:
        """The strings with the numbers low … high - 1."""
        if low >= high:
            return []
        return self.lines[self._starts[low] : self._starts[high] - 1].decode().split("\n")

    def sizes(self) -> Ints:
        """How many characters each string has."""
        # Bytes 10xxxxxx only go on with a character that began before.
        begins = (np.frombuffer(self.lines, dtype=np.uint8) & 0xC0) != 0x80
        before = np.concatenate([np.zeros(1, np.int32), np.cumsum(begins, dtype=np.int32)])
        return np.diff(before[self._starts]) - 1

    def encoded(self) -> list[bytes]:
        """All strings as UTF-8."""
        return self.lines.split(b"\n")[:-1]

    def place(self, encoded: bytes) -> int:
        """How many strings lie before this one."""
        return bisect_left(range(len(self)), encoded, key=self._encoded)

    def beginning(self, prefix: str) -> tuple[int, int]:
        """The first number of the strings that begin so, and the one behind the last."""
        encoded = _encoded(prefix)
        return self.place(encoded), self.place(encoded + _BEHIND_ALL)

    def number(self, text: str) -> int:
        """The number of a string, -1 where it is unknown."""
        encoded = _encoded(text)
        place = self.place(encoded)
        return place if place < len(self) and self._encoded(place) == encoded else -1

    def _encoded(self, number: int) -> bytes:
        return self.lines[self._starts[number] : self._starts[number + 1] - 1]


def sorted_strings(strings: Iterable[str]) -> SortedStrings:
    """Distinct strings without line breaks, in any order, as sorted ones."""
    return SortedStrings(b"".join(text + b"\n" for text in sorted(map(_encoded, strings))))


def _encoded(text: str) -> bytes:
    # A query may hold half a surrogate pair; no word does, so it is only not found.
    return text.encode("utf-8", "surrogatepass")


class Lexicon:
    """Words by number and number by word; their terms likewise."""

    def __init__(
        self, words: SortedStrings, terms: SortedStrings, word_terms: Ints, word_counts: Ints
    ) -> None:
        self.sorted_words = words
        self.sorted_terms = terms
        self.word_terms = word_terms
        """Shape (words,): the number of each word's term."""
        self.word_counts = word_counts
        """Shape (words,): how often each word occurs in all papers."""
        self._by_term: tuple[Ints, Ints] | None = None

    def __len__(self) -> int:
        """Number of words."""
        return len(self.sorted_words)

    @property
    def term_count(self) -> int:
        """Number of terms."""
        return len(self.sorted_terms)

    def word(self, number: int) -> str:
        """The word with this number. Raises IndexError."""
        return self.sorted_words[number]

    def words(self, low: int, high: int) -> list[str]:
        """The words with the numbers low … high - 1."""
        return self.sorted_words.between(low, high)

    def place(self, text: str) -> int:
        """How many words lie before a text."""
        return self.sorted_words.place(_encoded(text))

    def beginning(self, prefix: str) -> tuple[int, int]:
        """The first number of the words that begin so, and the one behind the last."""
        return self.sorted_words.beginning(prefix)

    def word_number(self, word: str) -> int:
        """The number of a word, -1 where it is unknown."""
        return self.sorted_words.number(word)

    def term(self, number: int) -> str:
        """The term with this number. Raises IndexError."""
        return self.sorted_terms[number]

    def term_number(self, term: str) -> int:
        """The number of a term, -1 where it is unknown."""
        return self.sorted_terms.number(term)

    def words_of_term(self, number: int) -> Ints:
        """The numbers of all words with this term, rising."""
        if self._by_term is None:
            order = np.argsort(self.word_terms, kind="stable").astype(np.int32)
            self._by_term = self.word_terms[order], order
        terms, words = self._by_term
        low, high = np.searchsorted(terms, np.array([number, number + 1], dtype=np.int32))
        return words[low:high]

    def some(self, number: int) -> Ints:
        """The word with this number, as an array; an empty one for -1."""
        return np.array([number] if number >= 0 else [], dtype=np.int32)

    def standing_for(self, terms: Iterable[str]) -> Ints:
        """The numbers of all words with one of some distinct terms."""
        known = [number for text in terms if (number := self.term_number(text)) >= 0]
        parts = [self.words_of_term(number) for number in known]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
