"""A panel at the side: rows with counts, of which only those on the screen are ever drawn."""

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui_reader.ui.glyphs import Glyphs
from tui_reader.ui.panel_lines import PanelRow, PanelStyles, panel_line
from tui_reader.ui.steady_scroll import SteadyScroll

Told = Callable[[PanelRow], None]
"""Told a row."""


class SidePanel(SteadyScroll, can_focus=True):
    """Lines with a cursor on those that can be chosen. What it shows is replaced, never changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "side--value", "side--bar", "side--cursor", "side--cursor-away", "side--heading",
        "side--count", "side--chosen", "side--mark",
    }  # fmt: skip

    def __init__(
        self,
        chosen: Told,
        glyphs: Glyphs,
        reached: Told = lambda row: None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """`chosen` is told what was clicked, `reached` where the cursor was moved to."""
        super().__init__(id=id)
        self._chosen = chosen
        self._reached = reached
        self._glyphs = glyphs
        self._rows: tuple[PanelRow, ...] = ()
        self._stops: tuple[int, ...] = ()
        self._stop = 0
        self._looks: dict[bool, PanelStyles] = {}

    def show(self, rows: tuple[PanelRow, ...]) -> None:
        """Show other rows, the cursor on the same one where it is still there."""
        if rows == self._rows:
            return
        before, height = self.current, self._line - round(self.scroll_y)
        self._rows = rows
        self._stops = tuple(line for line, row in enumerate(rows) if row.is_stop)
        names = [rows[line].name for line in self._stops]
        found = before is not None and before.name in names
        self._stop = names.index(before.name) if before and found else self._within(self._stop)
        self.set_lines(len(rows))
        # The row under the cursor keeps its height on the screen where it can.
        self.scroll_to(y=self._line - max(height, 0), animate=False, force=True)
        self._reveal()
        self.refresh_changed()

    @property
    def current(self) -> PanelRow | None:
        """The row under the cursor; None where nothing can be chosen."""
        return self._rows[self._line] if self._stops else None

    def go_to(self, row: PanelRow) -> None:
        """Put the cursor on a row, if it is there."""
        if row in self._rows:
            self._stop = self._stops.index(self._rows.index(row))
            self._reveal()
            self.refresh_changed()

    @property
    def text(self) -> str:
        """What the panel holds, line by line, whether it is on the screen or not."""
        return "\n".join(self.line(line).text.rstrip() for line in range(len(self._rows)))

    @property
    def _line(self) -> int:
        return self._stops[self._stop] if self._stops else 0

    def _within(self, stop: int) -> int:
        return max(0, min(stop, len(self._stops) - 1))

    # Drawing

    def line(self, place: int) -> Strip:
        """One line, counted from the first; blank beyond the last."""
        styles, width = self._styles, self.scrollable_content_region.width
        if place >= len(self._rows):
            return Strip.blank(width, styles.ground)
        under_cursor = bool(self._stops) and place == self._line
        return panel_line(self._rows[place], width, styles, self._glyphs, under_cursor=under_cursor)

    @property
    def _styles(self) -> PanelStyles:
        styles = self._looks.get(self.has_focus)
        if styles is None:
            styles = self._looks[self.has_focus] = PanelStyles(
                ground=self._style("side--value"),
                bar=self._style("side--bar"),
                cursor=self._style("side--cursor" if self.has_focus else "side--cursor-away"),
                heading=self._ink("side--heading"),
                count=self._ink("side--count"),
                chosen=self._ink("side--chosen"),
                mark=self._ink("side--mark"),
            )
        return styles

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name)

    def _ink(self, name: str) -> Style:
        """A style without its ground: that is the line's."""
        style = self._style(name)
        return Style(color=style.color, bold=style.bold)

    def notify_style_update(self) -> None:
        """Colours have changed."""
        super().notify_style_update()
        self._looks.clear()

    # The cursor

    def _go(self, stop: int) -> None:
        before, self._stop = self._line, self._within(stop)
        self._reveal()
        for line in (before, self._line):
            self.refresh_lines(line, 1)
        if self.current is not None:
            self._reached(self.current)

    def _reveal(self) -> None:
        # The first row of a group is shown with its heading.
        top = self._line
        while top and not self._rows[top - 1].is_stop:
            top -= 1
        region = Region(0, top, 1, self._line - top + 1)
        self.scroll_to_region(region, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._reveal()
        self.refresh()

    def on_focus(self) -> None:
        """The cursor looks stronger now."""
        self.refresh_lines(self._line, 1)

    def on_blur(self) -> None:
        """The cursor looks weaker now."""
        self.refresh_lines(self._line, 1)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        place = event.get_content_offset(self)
        line = self.scroll_offset.y + place.y if place else -1
        if line in self._stops:
            self._go(self._stops.index(line))
            self._chosen(self._rows[line])

    # Commands

    @property
    def _page(self) -> int:
        return max(1, self.size.height)

    def action_move_down(self, count: int | None) -> None:
        """One row down, or several."""
        self._go(self._stop + (count or 1))

    def action_move_up(self, count: int | None) -> None:
        """One row up, or several."""
        self._go(self._stop - (count or 1))

    def action_move_top(self, count: int | None) -> None:
        """To the first row, or the row with that number."""
        self._go((count or 1) - 1)

    def action_move_bottom(self, count: int | None) -> None:
        """To the last row, or the row with that number."""
        self._go((count or len(self._stops)) - 1)

    def action_move_half_page_down(self, count: int | None) -> None:
        """Half a screen down."""
        self._go(self._stop + max(1, self._page // 2) * (count or 1))

    def action_move_half_page_up(self, count: int | None) -> None:
        """Half a screen up."""
        self._go(self._stop - max(1, self._page // 2) * (count or 1))

    def action_move_page_down(self, count: int | None) -> None:
        """A screen down."""
        self._go(self._stop + self._page * (count or 1))

    def action_move_page_up(self, count: int | None) -> None:
        """A screen up."""
        self._go(self._stop - self._page * (count or 1))
