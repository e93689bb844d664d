"""The list of papers: any number of rows, of which only those on the screen are ever drawn."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui_reader.ui.glyphs import FINE, Glyphs
from tui_reader.ui.row_lines import MARGIN, RowStyles, row_lines
from tui_reader.ui.rows import Row
from tui_reader.ui.steady_scroll import SteadyScroll

RowAt = Callable[[int], Row]
IsSelected = Callable[[int], bool]
Drawn = tuple[int, int, bool, bool, bool]
"""What the look of a row depends on beside the paper in it: number, width, cursor, keyboard,
selection."""
KEPT_ROWS = 400
"""Drawn rows kept, a few screens full."""


class PaperList(SteadyScroll, can_focus=True):
    """Rows of papers with a cursor. Knows rows by number and asks for each as it is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--row", "list--cursor", "list--cursor-away", "list--facts", "list--hit",
        "list--cursor-facts", "list--star", "list--status", "list--note", "list--read",
        "list--mark", "list--selected",
    }  # fmt: skip

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row under the cursor, from 0."""
    row_height: reactive[int] = reactive(2, repaint=False)
    """Lines per row: two, or one where there is little room."""

    @dataclass
    class Highlighted(Message):
        """The cursor moved to another row."""

        row: int

    @dataclass
    class Opened(Message):
        """A row was chosen with the mouse once more."""

        row: int

    def __init__(
        self,
        is_selected: IsSelected = lambda row: False,
        *,
        glyphs: Glyphs = FINE,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """`is_selected` is asked of every row that is drawn, so it must be quick."""
        super().__init__(id=id)
        self._is_selected = is_selected
        self.count = 0
        """Number of rows."""
        self.moved = False
        """Whether the cursor was moved since these rows are shown."""
        self._row_at: RowAt = lambda number: Row("", "")
        self._glyphs = glyphs
        self._drawn: OrderedDict[Drawn, tuple[Strip, ...]] = OrderedDict()
        self._notice: tuple[str, ...] = ()

    def show(self, count: int, row_at: RowAt, cursor: int = 0, notice: str = "") -> None:
        """Show other rows, with the cursor on one of them; a notice where there are none."""
        before = self.cursor - self._first_visible
        self.count = count
        self.moved = False
        self._row_at = row_at
        self._notice = tuple(notice.split("\n")) if notice and not count else ()
        self._drawn.clear()
        self.set_lines(count * self.row_height)
        wanted = max(0, min(cursor, count - 1))
        self.set_reactive(PaperList.cursor, wanted)
        # The paper under the cursor keeps its height on the screen where it can.
        self.scroll_to(y=(wanted - max(before, 0)) * self.row_height, animate=False, force=True)
        self._reveal()
        self.refresh_changed()

    def redraw(self, *rows: int) -> None:
        """Draw some rows anew, or all, because what they show has changed."""
        if not rows:
            self._drawn.clear()
            self.refresh_changed()
        for row in rows:
            for key in [key for key in self._drawn if key[0] == row]:
                del self._drawn[key]
            self.refresh_lines(row * self.row_height, self.row_height)

    @property
    def _first_visible(self) -> int:
        return round(self.scroll_y) // self.row_height

    @property
    def page(self) -> int:
        """Whole rows that fit on the screen."""
        return max(1, self.size.height // self.row_height)

    @property
    def room(self) -> int:
        """Characters that fit on the second line of a row; 0 where rows have none."""
        return max(0, self.size.width - MARGIN - 1) if self.row_height > 1 else 0

    # Drawing

    def line(self, place: int) -> Strip:
        """One line of a row, or of the notice that there are none."""
        width = self.size.width
        row, part = divmod(place, self.row_height)
        if row >= self.count:
            return self._notice_line(place, width)
        lines = self._lines(row, width)
        return lines[part] if part < len(lines) else Strip.blank(width, self._style("list--row"))

    def _notice_line(self, y: int, width: int) -> Strip:
        style = self._style("list--facts")
        place = y - max(0, self.size.height // 2 - len(self._notice))
        if not 0 <= place < len(self._notice):
            return Strip.blank(width, self._style("list--row"))
        text = Strip([Segment(self._notice[place], style)])
        return text.text_align(width, "center").apply_style(Style(bgcolor=style.bgcolor))

    def _lines(self, row: int, width: int) -> tuple[Strip, ...]:
        selected = self._is_selected(row)
        key = (row, width, row == self.cursor, self.has_focus, selected)
        lines = self._drawn.get(key)
        if lines is None:
            styles = self._styles(row, selected=selected)
            lines = row_lines(self._row_at(row), width, self.row_height, styles, self._glyphs)
            self._drawn[key] = lines
            if len(self._drawn) > KEPT_ROWS:
                self._drawn.popitem(last=False)
        return lines

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name)

    def _styles(self, row: int, *, selected: bool) -> RowStyles:
        ground = self._style("list--selected" if selected else "list--row")
        under_cursor = row == self.cursor
        if under_cursor:
            ground = self._style("list--cursor" if self.has_focus else "list--cursor-away")
        back = Style(bgcolor=ground.bgcolor)
        return RowStyles(
            title=ground,
            read=ground if under_cursor else self._style("list--read") + back,
            facts=self._style("list--cursor-facts" if under_cursor else "list--facts") + back,
            hit=self.get_component_rich_style("list--hit", partial=True),
            star=self._style("list--star") + back,
            status=self._style("list--status") + back,
            note=self._style("list--note") + back,
            mark=self._style("list--mark") + back,
            under_cursor=under_cursor,
            selected=selected,
        )

    def notify_style_update(self) -> None:
        """Colours have changed: nothing drawn before may be used again."""
        super().notify_style_update()
        self._drawn.clear()

    # The cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor among the rows."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the two rows, no more, and tell."""
        if old != new:
            self.moved = True
            self._reveal()
            for row in (old, new):
                self.refresh_lines(row * self.row_height, self.row_height)
            self.post_message(self.Highlighted(new))

    def watch_row_height(self, old: int, new: int) -> None:
        """Lay everything out anew, with the same row at the top."""
        self._drawn.clear()
        top = round(self.scroll_y) // old
        self.set_lines(self.count * new)
        self.scroll_to(y=top * new, animate=False, force=True)
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        region = Region(0, self.cursor * self.row_height, 1, self.row_height)
        self.scroll_to_region(region, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._reveal()

    def on_focus(self) -> None:
        """The cursor looks stronger now."""
        self.redraw(self.cursor)

    def on_blur(self) -> None:
        """The cursor looks weaker now."""
        self.redraw(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; a second click opens it."""
        row = (self.scroll_offset.y + event.y) // self.row_height
        if row < self.count:
            if event.chain > 1:
                self.post_message(self.Opened(row))
            self.cursor = row

    # Commands

    def action_move_down(self, count: int | None) -> None:
        """One row down, or several."""
        self.cursor += count or 1

    def action_move_up(self, count: int | None) -> None:
        """One row up, or several."""
        self.cursor -= count or 1

    def action_move_top(self, count: int | None) -> None:
        """To the first row, or the row with that number."""
        self.cursor = (count or 1) - 1

    def action_move_bottom(self, count: int | None) -> None:
        """To the last row, or the row with that number."""
        self.cursor = (count or self.count) - 1

    def action_move_half_page_down(self, count: int | None) -> None:
        """Half a screen down."""
        self.cursor += max(1, self.page // 2) * (count or 1)

    def action_move_half_page_up(self, count: int | None) -> None:
        """Half a screen up."""
        self.cursor -= max(1, self.page // 2) * (count or 1)

    def action_move_page_down(self, count: int | None) -> None:
        """A screen down."""
        self.cursor += self.page * (count or 1)

    def action_move_page_up(self, count: int | None) -> None:
        """A screen up."""
        self.cursor -= self.page * (count or 1)
