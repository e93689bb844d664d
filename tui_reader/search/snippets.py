"""The passage of a text that best shows why it answers a query."""

from collections import Counter
from collections.abc import Sequence, Set
from typing import NamedTuple

from tui_reader.search.highlight import Words, words_of

MORE = "…"
LONGEST_WORD = 25
"""Characters looked through for a gap between words to cut at."""
_ONE_LINE = str.maketrans("\n\t", "  ")


class Snippet(NamedTuple):
    """A piece of a text on one line, with `…` where it was cut."""

    text: str
    hits: tuple[tuple[int, int], ...]
    """Places (start, end), in this text, of the words that are among the terms."""


NOTHING = Snippet("", ())


def snippet(text: str, terms: Set[str], room: int, more: str = MORE) -> Snippet:
    """The passage of at most `room` characters, empty where no word has one of the terms.

    It has the most distinct words that answer, then the most words, and then it is the earliest.
    It is cut between words where there are any, and `more` says so.
    """
    words = words_of(text)
    found = list(words.among(terms))
    inner = room - 2 * len(more)
    if not found or inner <= 0:
        return NOTHING
    first, last = _densest(words, found, inner)
    start, end = _stretched(text, words.place(first)[0], words.place(last)[1], inner)
    lead, tail = more * (start > 0), more * (end < len(text))
    moved = len(lead) - start
    places = (words.place(number) for number in found)
    shown = tuple((s + moved, e + moved) for s, e in places if s >= start and e <= end)
    return Snippet(f"{lead}{text[start:end].translate(_ONE_LINE)}{tail}", shown)


def _densest(words: Words, found: Sequence[int], room: int) -> tuple[int, int]:
    """The first and last of the words that answer, of those that stand within the room."""
    best, window = (found[0], found[0]), Counter[str]()
    most, left = (0, 0), 0
    for right, number in enumerate(found):
        window[_stem(words, number)] += 1
        while left < right and words.place(number)[1] - words.place(found[left])[0] > room:
            gone = _stem(words, found[left])
            window[gone] -= 1
            if not window[gone]:
                del window[gone]
            left += 1
        value = (len(window), right - left + 1)
        if value > most:
            most, best = value, (found[left], number)
    return best


def _stem(words: Words, number: int) -> str:
    """What makes words the same, though their forms differ."""
    return words.terms[number][-2]


def _stretched(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """The place widened to the room: a third of what is left goes before, the rest behind.

    What a long word leaves behind goes before as well.
    """
    spare = max(0, room - (end - start))
    begin = max(0, min(start - spare // 3, len(text) - room))
    if begin:
        begin = _word_start(text, begin, start)
    stop = begin + room
    stop = len(text) if stop >= len(text) else _word_end(text, end, stop)
    earlier = max(0, stop - room)
    if 0 < earlier < begin:
        earlier = _word_start(text, earlier, begin)
    return min(earlier, begin), stop


def _word_start(text: str, place: int, latest: int) -> int:
    """Where a word begins soon after the place; the place itself in text without spaces."""
    for at in range(place, min(latest, place + LONGEST_WORD)):
        if text[at - 1].isspace() and not text[at].isspace():
            return at
    return place if latest - place > LONGEST_WORD else latest


def _word_end(text: str, earliest: int, place: int) -> int:
    """Where a word ends shortly before the place; the place itself in text without spaces."""
    for at in range(place, max(earliest, place - LONGEST_WORD), -1):
        if text[at].isspace() and not text[at - 1].isspace():
            return at
    return place if place - earliest > LONGEST_WORD else min(earliest, place)
