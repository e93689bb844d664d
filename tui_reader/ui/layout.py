"""Paragraphs as lines: where each begins and ends, what is drawn in it, where the hits stand."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.ui.paragraphs import Paragraph, Role
from tui_reader.ui.wrapping import wrapped


class Line(NamedTuple):
    """A line of a paragraph that was wrapped."""

    paragraph: Paragraph
    text: str
    """The text of the whole paragraph."""
    start: int
    end: int
    """The place of the line in that text."""
    first_hit: int
    """The number of the paragraph's first hit among those of all paragraphs."""

    def pieces(self) -> Iterator[tuple[str, Role, int]]:
        """What is drawn in one style: the text, its role, and the number of its hit or -1."""
        hits, first = self.paragraph.hits, self.first_hit
        number = bisect_right(hits, self.start, key=lambda hit: hit[1])
        begin = 0
        for run in self.paragraph.runs:
            place, end = max(begin, self.start), min(begin + len(run.text), self.end)
            begin += len(run.text)
            while place < end:
                start, stop = hits[number] if number < len(hits) else (end, end)
                if place < start:
                    cut, hit = min(start, end), -1
                else:
                    cut, hit = min(stop, end), first + number
                    number += stop <= cut
                yield self.text[place:cut], run.role, hit
                place = cut


class Layout:
    """Paragraphs as lines of some width. Made anew for every change, which is quick."""

    def __init__(self, paragraphs: Sequence[Paragraph], width: int) -> None:
        self.lines: list[Line] = []
        """All lines, from the top."""
        self._hits: list[tuple[int, int]] = []
        """The first line of its paragraph, and the place in the text, of every hit."""
        for paragraph in paragraphs:
            top = len(self.lines)
            self.lines += _lines(paragraph, width, len(self._hits))
            self._hits += [(top, start) for start, _ in paragraph.hits]

    @property
    def hit_count(self) -> int:
        """Number of hits in all paragraphs."""
        return len(self._hits)

    def hit_line(self, hit: int) -> int:
        """The number of the line that a hit begins in."""
        number, place = self._hits[hit]
        paragraph = self.lines[number].paragraph
        for line in self.lines[number + 1 :]:
            if line.paragraph is not paragraph or line.start > place:
                break
            number += 1
        return number


def _lines(paragraph: Paragraph, width: int, first_hit: int) -> Iterator[Line]:
    text, hanging = paragraph.text, paragraph.hanging
    room = width - len(paragraph.margin) - hanging
    for number, (start, end) in enumerate(wrapped(text[hanging:], room)):
        yield Line(paragraph, text, start + hanging if number else 0, end + hanging, first_hit)
