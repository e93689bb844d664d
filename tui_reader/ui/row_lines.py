"""Draws one row of the list as strips of exactly the pane's width."""

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.ui.glyphs import Glyphs
from tui_reader.ui.rows import Row, Spans

MARGIN = 6
"""Cells before the title: cursor, star, selected, status, note, and room."""
FACTS_SHARE = 3
"""On one line, facts get at most the width divided by this."""


@dataclass(frozen=True, slots=True)
class RowStyles:
    """How the parts of a row look, ground colour included but for hits."""

    title: Style
    read: Style
    facts: Style
    hit: Style
    star: Style
    status: Style
    note: Style
    mark: Style
    """Of what tells the cursor and what is selected."""
    under_cursor: bool
    selected: bool


def row_lines(
    row: Row, width: int, height: int, styles: RowStyles, glyphs: Glyphs
) -> tuple[Strip, ...]:
    """The row as one strip, or two with facts on the second."""
    ground = styles.read if row.over else styles.title
    room = max(0, width - MARGIN - 1)
    marks = _marks(row, styles, glyphs)
    if height > 1:
        head, rest, style = _split(row, room), row.facts, styles.facts
        rest_hits = row.facts_hits
        if head < len(row.title):
            rest, style = row.title[head:].lstrip(), ground
            moved = len(row.title) - len(rest)
            rest_hits = tuple((s - moved, e - moved) for s, e in row.title_hits if s >= moved)
        title = _text(row.title[:head], row.title_hits, room, ground, styles, glyphs)
        first = Strip([*marks, *title]).adjust_cell_length(width, ground)
        lead = glyphs.cursor if styles.under_cursor else " "
        second = [Segment(lead.ljust(MARGIN), styles.mark)]
        second += _text(rest, rest_hits, room, style, styles, glyphs)
        if head < len(row.title) and cell_len(rest) + 2 + cell_len(row.tags) <= room:
            second.append(Segment(f"  {row.tags}", styles.facts))
        return first, Strip(second).adjust_cell_length(width, style)
    aside = "" if row.is_bare else _aside(row.facts, room, glyphs)
    space = room - (cell_len(aside) + 2 if aside else 0)
    title = _text(row.title, row.title_hits, space, ground, styles, glyphs)
    line = Strip([*marks, *title]).adjust_cell_length(MARGIN + space, ground)
    if aside:
        line = Strip.join([line, Strip([Segment(f"  {aside}", styles.facts)])])
    return (line.adjust_cell_length(width, ground),)


def _split(row: Row, room: int) -> int:
    """Where a long title goes on to the second line: only where that has nothing better to say."""
    if not row.is_bare or cell_len(row.title) <= room:
        return len(row.title)
    fits = set_cell_size(row.title, room)
    cut = fits.rfind(" ") if row.title[len(fits) : len(fits) + 1] != " " else len(fits)
    return cut if cut > room // 2 else len(row.title)


def _aside(facts: str, room: int, glyphs: Glyphs) -> str:
    """The first of the facts, where one line has room for it."""
    first = facts.split(f" {glyphs.dot} ", 1)[0]
    return first if room >= 50 and cell_len(first) <= room // FACTS_SHARE else ""


def _marks(row: Row, styles: RowStyles, glyphs: Glyphs) -> list[Segment]:
    return [
        Segment(glyphs.cursor if styles.under_cursor else " ", styles.mark),
        Segment(glyphs.star if row.starred else " ", styles.star),
        Segment(glyphs.selected if styles.selected else " ", styles.mark),
        Segment(glyphs.status(row.status), styles.status),
        Segment(glyphs.note if row.noted else " ", styles.note),
        Segment(" ", styles.title),
    ]


def _text(
    text: str, hits: Spans, room: int, style: Style, styles: RowStyles, glyphs: Glyphs
) -> list[Segment]:
    """The text cut to its room by cells, with its hits marked."""
    shown = text
    if cell_len(text) > room:
        shown = set_cell_size(text, max(0, room - 1)).rstrip() + glyphs.more
    segments, place = [], 0
    for start, end in hits:
        if start >= len(shown):
            break
        segments.append(Segment(shown[place:start], style))
        segments.append(Segment(shown[start:end], style + styles.hit))
        place = end
    segments.append(Segment(shown[place:], style))
    return segments
