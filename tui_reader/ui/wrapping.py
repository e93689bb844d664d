"""Where a text is broken into lines of so many cells; quick enough to be done between two keys."""

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

Span = tuple[int, int]
"""Start and end of a line in the text, without the blanks at its end."""


@lru_cache(maxsize=500)
def wrapped(text: str, width: int) -> tuple[Span, ...]:
    """The lines of a text, each at most `width` cells wide, broken between words.

    A word that is wider than a line is cut. Kept, for the same text is laid out whenever something
    of its page has changed.
    """
    lines: list[Span] = []
    start = 0
    for part in text.split("\n"):
        lines += _lines(text, start, start + len(part), max(1, width))
        start += len(part) + 1
    return tuple(lines)


def _lines(text: str, place: int, end: int, width: int) -> Iterator[Span]:
    end = _without_blanks(text, place, end)
    while (reach := place + _fitting(text, place, end, width)) < end:
        stop = _gap(text, place, reach)
        yield place, _without_blanks(text, place, stop)
        place = stop
        while text[place].isspace():
            place += 1
    yield place, end


def _without_blanks(text: str, place: int, end: int) -> int:
    while end > place and text[end - 1].isspace():
        end -= 1
    return end


def _gap(text: str, place: int, reach: int) -> int:
    """Where the line ends that can hold the text up to `reach`."""
    stop = reach
    while stop > place and not text[stop].isspace():
        stop -= 1
    return stop if text[place:stop].strip() else reach


def _fitting(text: str, place: int, end: int, width: int) -> int:
    """The number of characters from the place on that fit in the width, at least one."""
    line = text[place : min(place + width, end)]
    if line.isascii():
        return len(line)
    count = len(line)
    while (cells := cell_len(text[place : place + count])) > width and count > 1:
        count -= max(1, (cells - width) // 2)
    # Marks that take no room of their own belong to the letter before them.
    while place + count < end and cell_len(text[place : place + count + 1]) <= width:
        count += 1
    return count
