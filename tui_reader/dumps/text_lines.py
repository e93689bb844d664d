"""The lines of a bare page: wrapped ones joined, the button glued to the first title taken off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from tui_reader.dumps.daily_lines import Kind, page_line
from tui_reader.dumps.daily_page import Line
from tui_reader.dumps.prose import WRAP, goes_on, is_prose, unwrapped, wrap_width
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.files.lines import MAX_LINE

NEWSLETTER = re.compile(r"get trending papers in your email inbox", re.IGNORECASE)
"""The words every Daily Papers page begins with."""
PADDING = "\ufeff \t"
"""What may stand around a line."""

_BUTTON = re.compile(r"Subscribe(?=\S)")
_BLOCK = 1 << 20
"""Most characters looked at together for being wrapped."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the lines of a page are laid out."""

    width: int
    """Where lines were wrapped; 0 if they were not."""
    by_blocks: bool
    """Whether blank lines set off titles from abstracts, so that a block is one or the other."""

    @classmethod
    def of(cls, head: str) -> "Shape":
        """The shape of a page that begins with this text."""
        lines = [line.strip(PADDING) for line in head.split("\n")]
        blocks = [" ".join(block) for filled, block in groupby(lines, _is_text) if filled]
        titles = sum(not is_prose(block) for block in blocks)
        width = wrap_width(line for line in lines if _is_text(line))
        return cls(width, titles * 5 > len(blocks) > 1)


def whole_lines(source: Source) -> Iterator[Line | Problem]:
    """The lines of the page itself, and between them whole titles and paragraphs."""
    shape = Shape.of(source.head)
    block: list[Line] = []
    size, at_top = 0, True
    for number, line in source.lines():
        if line is None:
            yield Problem(source.name, number, f"the line is longer than {MAX_LINE >> 20} MB")
        text = (line or "").strip(PADDING)
        if text and at_top:
            text = _BUTTON.sub("", text, count=1)
            at_top = page_line(text) is not None
        at_top = at_top or bool(NEWSLETTER.match(text))
        if not text or size > _BLOCK:
            yield from _whole(block, shape)
            block, size = [], 0
        if text:
            block.append(Line(number, text))
            size += len(text)
    yield from _whole(block, shape)


def title_pairs(head: str) -> bool:
    """Whether the text is nothing but titles, each with its abstract; a few may lack one."""
    shape = Shape.of(head)
    texts: list[str] = []
    for filled, run in groupby(head.split("\n"), lambda line: bool(line.strip(PADDING))):
        block = [Line(0, text.strip(PADDING)) for text in run if filled]
        texts += [line.text for line in _whole(block, shape) if not page_line(line.text)]
    titles = [not is_prose(text) for text in texts]
    pairs = sum(
        title and not following and len(texts[number + 1]) > 120
        for number, (title, following) in enumerate(pairwise(titles))
    )
    if pairs < 2:
        return pairs == 1 and titles[0] and len(texts[1]) >= 300
    return titles[0] and pairs * 4 >= sum(titles[:-1]) * 3


def _whole(block: list[Line], shape: Shape) -> Iterator[Line]:
    """The lines between two blank ones, with those joined that were wrapped."""
    runs: list[list[Line]] = [[]]
    for index, line in enumerate(block):
        if _is_text(line.text) or (runs[-1] and _is_inside(block, index, shape.width)):
            runs[-1].append(line)
        else:
            runs += [[line], []]
    for run in filter(None, runs):
        texts = [line.text for line in run]
        if shape.by_blocks and max(map(len, texts)) <= WRAP:
            yield Line(run[0].number, " ".join(texts))
            continue
        for first, text in unwrapped(texts, shape.width):
            yield Line(run[first].number, text)


def _is_inside(block: list[Line], index: int, width: int) -> bool:
    """Whether what might be a line of the page's own is the wrapped end or middle of a text."""
    before, here, *after = (line.text for line in block[index - 1 : index + 2])
    said = page_line(here)
    ends_text = not after and said is not None and said.kind is Kind.CHROME
    return (ends_text or (bool(after) and _is_text(after[0]))) and goes_on(before, here, width)


def _is_text(line: str) -> bool:
    return bool(line) and not page_line(line)
