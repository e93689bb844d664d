"""Draws a line of a side panel: a heading, a row with its count, or what unfolds the rest."""

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
"""Cells before a text: the cursor, whether it is chosen, and room."""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One line of a panel."""

    kind: Literal["heading", "value", "fold", "remark", "blank"]
    group: str = ""
    """What stands together under one heading."""
    text: str = ""
    count: str = ""
    """What stands at the right edge."""
    key: str = ""
    """What tells it from the other rows of its group."""
    chosen: bool = False
    share: float = 0.0
    """Its papers beside those of the commonest row of the group, from 0 to 1."""
    more: str = ""
    """What stands before the count, in the colour of what is chosen."""
    faint: bool = False

    @property
    def is_stop(self) -> bool:
        """Whether the cursor can stand on it."""
        return self.kind in {"value", "fold"}

    @property
    def name(self) -> tuple[str, str, str]:
        """What makes it the same row after counts have changed."""
        return self.kind, self.group, self.key


@dataclass(frozen=True, slots=True)
class PanelStyles:
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


def panel_line(
    row: PanelRow, width: int, styles: PanelStyles, glyphs: Glyphs, *, under_cursor: bool
) -> Strip:
    """The line, exactly as wide as asked for."""
    ground = styles.cursor if under_cursor else styles.ground
    if row.kind == "heading":
        line = Strip([Segment(f" {row.text}", styles.heading)]).adjust_cell_length(width)
        return line.apply_style(ground)
    right = _right(row, styles)
    room = max(0, width - MARGIN - right.cell_length)
    quiet = row.kind != "value" or row.faint
    style = styles.chosen if row.chosen else styles.count if quiet else Style()
    segments = [
        Segment(glyphs.cursor if under_cursor else " ", styles.mark),
        Segment(f"{glyphs.chosen if row.chosen else ' '} ", styles.chosen),
        Segment(cut(row.text, room, glyphs), style),
    ]
    left = Strip(segments).adjust_cell_length(max(0, width - right.cell_length))
    line = Strip.join([left, right]).adjust_cell_length(width)
    if under_cursor:
        return line.apply_style(ground)
    reach = round(row.share * width)
    if not reach:
        return line.apply_style(ground)
    bar, rest = line.crop(0, reach), line.crop(reach, width)
    return Strip.join([bar.apply_style(styles.bar), rest.apply_style(ground)])


def _right(row: PanelRow, styles: PanelStyles) -> Strip:
    """What stands at the right edge, with the blanks around it."""
    segments = [Segment(f" {row.more} ", styles.chosen)] if row.more else []
    between = " " * bool(row.count and not row.more)
    return Strip([*segments, Segment(f"{between}{row.count} ", styles.count)])


def cut(text: str, room: int, glyphs: Glyphs) -> str:
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
