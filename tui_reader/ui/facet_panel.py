"""The panel of facets: values with counts, of which only those on the screen are ever drawn."""

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.ui.facet_lines import FacetRow, FacetStyles, facet_line
from tui_reader.ui.glyphs import Glyphs

Chosen = Callable[[FacetRow], None]
"""Told the row that was chosen with the mouse."""


class FacetPanel(ScrollView, can_focus=True):
    """Lines with a cursor on those that can be chosen. What it shows is replaced, never changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facet--value", "facet--bar", "facet--cursor", "facet--cursor-away", "facet--heading",
        "facet--count", "facet--chosen", "facet--mark",
    }  # fmt: skip

    def __init__(self, chosen: Chosen, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._chosen = chosen
        self._glyphs = glyphs
        self._rows: tuple[FacetRow, ...] = ()
        self._stops: tuple[int, ...] = ()
        self._stop = 0

    def show(self, rows: tuple[FacetRow, ...]) -> None:
        """Show other rows, the cursor on the same value where it is still there."""
        if rows == self._rows:
            return
        before, height = self.current, self._line - round(self.scroll_y)
        self._rows = rows
        self._stops = tuple(line for line, row in enumerate(rows) if row.is_stop)
        names = [rows[line].name for line in self._stops]
        found = before is not None and before.name in names
        self._stop = names.index(before.name) if before and found else self._within(self._stop)
        self.virtual_size = Size(0, len(rows))
        # The value under the cursor keeps its height on the screen where it can.
        self.scroll_to(y=self._line - max(height, 0), animate=False, force=True)
        self._reveal()
        self.refresh()

    @property
    def current(self) -> FacetRow | None:
        """The row under the cursor; None where nothing can be chosen."""
        return self._rows[self._line] if self._stops else None

    @property
    def text(self) -> str:
        """What the panel holds, line by line, whether it is on the screen or not."""
        return "\n".join(self._drawn(line).text.rstrip() for line in range(len(self._rows)))

    @property
    def _line(self) -> int:
        return self._stops[self._stop] if self._stops else 0

    def _within(self, stop: int) -> int:
        return max(0, min(stop, len(self._stops) - 1))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = self.scroll_offset.y + y
        if line >= len(self._rows):
            return Strip.blank(self.scrollable_content_region.width, self._styles.ground)
        return self._drawn(line)

    def _drawn(self, line: int) -> Strip:
        under_cursor = bool(self._stops) and line == self._line
        row, width = self._rows[line], self.scrollable_content_region.width
        return facet_line(row, width, self._styles, self._glyphs, under_cursor=under_cursor)

    @property
    def _styles(self) -> FacetStyles:
        cursor = "facet--cursor" if self.has_focus else "facet--cursor-away"
        return FacetStyles(
            ground=self._style("facet--value"),
            bar=self._style("facet--bar"),
            cursor=self._style(cursor),
            heading=self._ink("facet--heading"),
            count=self._ink("facet--count"),
            chosen=self._ink("facet--chosen"),
            mark=self._ink("facet--mark"),
        )

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name)

    def _ink(self, name: str) -> Style:
        """A style without its ground: that is the line's."""
        style = self._style(name)
        return Style(color=style.color, bold=style.bold)

    # The cursor

    def _go(self, stop: int) -> None:
        before, self._stop = self._line, self._within(stop)
        self._reveal()
        for line in (before, self._line):
            self.refresh_lines(line, 1)

    def _reveal(self) -> None:
        # The first value of a facet is shown with its heading.
        top = self._line
        while top and not self._rows[top - 1].is_stop:
            top -= 1
        region = Region(0, top, 1, self._line - top + 1)
        self.scroll_to_region(region, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._reveal()

    def on_focus(self) -> None:
        """The cursor looks stronger now."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor looks weaker now."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the value that was clicked."""
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
        """One value down, or several."""
        self._go(self._stop + (count or 1))

    def action_move_up(self, count: int | None) -> None:
        """One value up, or several."""
        self._go(self._stop - (count or 1))

    def action_move_top(self, count: int | None) -> None:
        """To the first value, or the value with that number."""
        self._go((count or 1) - 1)

    def action_move_bottom(self, count: int | None) -> None:
        """To the last value, or the value with that number."""
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
