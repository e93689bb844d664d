"""Draws a line of the facet panel: a heading, a value with its count, or what unfolds the rest."""

from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.ui.glyphs import Glyphs

CUT_IN_THE_MIDDLE = 12
"""Cells from which on what is too long keeps its end."""
MARGIN = 3
"""Cells before a value: the cursor, whether it is chosen, and room."""


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One line of the panel."""

    kind: Literal["heading", "value", "fold", "remark", "blank"]
    facet: str = ""
    """Name of the facet it belongs to."""
    text: str = ""
    papers: int = 0
    share: float = 0.0
    """Its papers beside those of the commonest value of the facet, from 0 to 1."""
    clause: str = ""
    """What of a query narrows to the value."""
    chosen: bool = False

    @property
    def is_stop(self) -> bool:
        """Whether the cursor can stand on it."""
        return self.kind in {"value", "fold"}

    @property
    def name(self) -> tuple[str, str, str]:
        """What makes it the same row after counts have changed."""
        return self.kind, self.facet, self.clause


@dataclass(frozen=True, slots=True)
class FacetStyles:
    """How the parts of a line look."""

    ground: Style
    """Of values; with a ground colour, as the next two."""
    bar: Style
    """Of the part of a line that is as long as the share."""
    cursor: Style
    heading: Style
    count: Style
    chosen: Style
    mark: Style


def facet_line(
    row: FacetRow, width: int, styles: FacetStyles, glyphs: Glyphs, *, under_cursor: bool
) -> Strip:
    """The line, exactly as wide as asked for."""
    ground = styles.cursor if under_cursor else styles.ground
    if row.kind == "heading":
        line = Strip([Segment(f" {row.text}", styles.heading)]).adjust_cell_length(width)
        return line.apply_style(ground)
    count = f"{row.papers:,}" if row.kind == "value" else ""
    room = max(0, width - MARGIN - 1 - (cell_len(count) + 1 if count else 0))
    style = Style() if row.kind == "value" else styles.count
    segments = [
        Segment(glyphs.cursor if under_cursor else " ", styles.mark),
        Segment(f"{glyphs.chosen if row.chosen else ' '} ", styles.chosen),
        Segment(_cut(row.text, room, glyphs), styles.chosen if row.chosen else style),
    ]
    left = Strip(segments).adjust_cell_length(max(0, width - cell_len(count) - 1))
    line = Strip.join([left, Strip([Segment(f"{count} ", styles.count)])])
    line = line.adjust_cell_length(width)
    if under_cursor:
        return line.apply_style(ground)
    reach = round(row.share * width)
    bar, rest = line.crop(0, reach), line.crop(reach, width)
    return Strip.join([bar.apply_style(styles.bar), rest.apply_style(ground)])


def _cut(text: str, room: int, glyphs: Glyphs) -> str:
    """The text; where it is too long without its middle, as names of a kind begin alike."""
    if cell_len(text) <= room:
        return text
    left = max(0, room - cell_len(glyphs.more))
    end = left // 3 if room >= CUT_IN_THE_MIDDLE else 0
    tail = text[len(text) - _letters_in(text[::-1], end) :].lstrip()
    return set_cell_size(text, left - end).rstrip() + glyphs.more + tail


def _letters_in(text: str, room: int) -> int:
    """How many letters from the beginning take no more than so many cells."""
    ends = accumulate(map(cell_len, text))
    return sum(1 for _ in takewhile(lambda end: end <= room, ends))
