"""The list on the history page: any number of lines, of which only those in sight are drawn."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui_reader.ui.glyphs import Glyphs
from tui_reader.ui.history_rows import HistoryRow, HistoryRows
from tui_reader.ui.steady_scroll import SteadyScroll

NOW = "now"
TAKEN_BACK = "taken back"


class HistoryPane(SteadyScroll, can_focus=True):
    """Lines with a cursor. What it shows is replaced, never changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "history--row", "history--cursor", "history--when", "history--undone", "history--now",
    }  # fmt: skip

    @dataclass
    class Chosen(Message):
        """A row was clicked twice."""

        row: int

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._glyphs = glyphs
        self._rows = HistoryRows()
        self._standing = 0
        self._when = 0
        self.cursor = 0
        """The row under the cursor, from 0."""

    def show(self, rows: HistoryRows) -> None:
        """Show other rows, the cursor on the same one where it is still there."""
        here = self.current
        found = rows.find(here.id) if here else -1
        self._rows, self._standing = rows, rows.standing
        self._when = max((len(row.when) for row in rows.rows), default=0)
        self.set_lines(len(rows.rows) + self._has_line)
        self.cursor = self._within(found if found >= 0 else self._standing)
        self._reveal()
        self.refresh()

    @property
    def current(self) -> HistoryRow | None:
        """The row under the cursor."""
        return self._rows.rows[self.cursor] if self._rows.rows else None

    @property
    def _has_line(self) -> bool:
        """Whether there is a line between what was taken back last and what stands."""
        return self._standing > 0

    def _line(self, row: int) -> int:
        return row + (self._has_line and row >= self._standing)

    def _within(self, row: int) -> int:
        return max(0, min(row, len(self._rows.rows) - 1))

    # Drawing

    def line(self, place: int) -> Strip:
        """One line: a row, or what parts them."""
        width, ground = self.scrollable_content_region.width, self._style("row")
        if self._has_line and place == self._standing:
            said = f"  {NOW:>{self._when}}  what is above was taken back"
            return Strip([Segment(said, self._style("now"))]).crop_extend(0, width, ground)
        row = place - (self._has_line and place > self._standing)
        if row >= len(self._rows.rows):
            return Strip.blank(width, ground)
        return self._drawn(self._rows.rows[row], width, under_cursor=row == self.cursor)

    def _drawn(self, row: HistoryRow, width: int, *, under_cursor: bool) -> Strip:
        ground = self._style("cursor" if under_cursor else "row")
        back = Style(bgcolor=ground.bgcolor)
        said, end = ground, ""
        if row.undone:
            said, end = self._style("undone") + back, f"  {TAKEN_BACK}"
        mark = self._glyphs.cursor if under_cursor else " "
        room = max(0, width - self._when - 5 - len(end))
        segments = [
            Segment(f"{mark} ", ground),
            Segment(f"{row.when:>{self._when}}  ", self._style("when") + back),
            Segment(self._fitted(row.said, room), said),
            Segment(end, self._style("when") + back),
        ]
        return Strip(segments).crop_extend(0, width, ground)

    def _fitted(self, text: str, room: int) -> str:
        if cell_len(text) <= room:
            return text
        return set_cell_size(text, max(0, room - 1)) + self._glyphs.more

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"history--{name}")

    # The cursor

    def _go(self, row: int) -> None:
        before, self.cursor = self.cursor, self._within(row)
        self._reveal()
        for each in (before, self.cursor):
            self.refresh_lines(self._line(each))

    def _reveal(self) -> None:
        self.scroll_to_region(Region(0, self._line(self.cursor), 1, 1), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; a second click chooses it."""
        place = self.scroll_offset.y + event.y
        row = place - (self._has_line and place > self._standing)
        if row < len(self._rows.rows) and not (self._has_line and place == self._standing):
            self._go(row)
            if event.chain > 1:
                self.post_message(self.Chosen(row))

    # Commands

    @property
    def _page(self) -> int:
        return max(1, self.size.height)

    def action_move_down(self, count: int | None) -> None:
        """One row down, or several."""
        self._go(self.cursor + (count or 1))

    def action_move_up(self, count: int | None) -> None:
        """One row up, or several."""
        self._go(self.cursor - (count or 1))

    def action_move_top(self, count: int | None) -> None:
        """To the first row, or the row with that number."""
        self._go((count or 1) - 1)

    def action_move_bottom(self, count: int | None) -> None:
        """To the last row, or the row with that number."""
        self._go((count or len(self._rows.rows)) - 1)

    def action_move_half_page_down(self, count: int | None) -> None:
        """Half a screen down."""
        self._go(self.cursor + max(1, self._page // 2) * (count or 1))

    def action_move_half_page_up(self, count: int | None) -> None:
        """Half a screen up."""
        self._go(self.cursor - max(1, self._page // 2) * (count or 1))

    def action_move_page_down(self, count: int | None) -> None:
        """A screen down."""
        self._go(self.cursor + self._page * (count or 1))

    def action_move_page_up(self, count: int | None) -> None:
        """A screen up."""
        self._go(self.cursor - self._page * (count or 1))
