"""A pane of lines that are drawn as they are needed, and no more of them than have changed."""

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class SteadyScroll(ScrollView):
    """Scrolls lines whose number may change with every key, without laying out the screen anew.

    Whoever has `overflow-y: scroll` always has the room of a scrollbar, seen where there is more
    than fits. With any other value a change of the number lays out the screen, which takes longer.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._given: dict[int, Strip] = {}
        """What was last drawn on each line of the screen."""

    def set_lines(self, count: int) -> None:
        """Take on another number of lines; the place in them stays where it can."""
        if count == self.virtual_size.height:
            return
        if self.styles.overflow_y != "scroll":
            self.virtual_size = Size(0, count)
            return
        self.set_reactive(SteadyScroll.virtual_size, Size(0, count))
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self._move_bar()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the lines that are on the screen now, and the scrollbar if it looks different."""
        self._move_bar()
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def _move_bar(self) -> None:
        bar = self.vertical_scrollbar
        before = _looks(bar)
        bar.set_reactive(ScrollBar.window_virtual_size, self.virtual_size.height)
        bar.set_reactive(ScrollBar.position, bar.validate_position(self.scroll_y))
        looks = _looks(bar)
        if len(looks) != len(before):
            bar.refresh()
            return
        pairs = enumerate(zip(before, looks, strict=True))
        changed = [Region(0, y, 1, 1) for y, (was, now) in pairs if was != now]
        if changed:
            bar.refresh(*changed)

    def line(self, place: int) -> Strip:
        """A line, counted from the first of all, as wide as the pane."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        strip = self._given[y] = self.line(self.scroll_offset.y + y)
        return strip

    def refresh_changed(self) -> None:
        """Draw those lines of the screen anew that are not as they were drawn last."""
        top, given = self.scroll_offset.y, self._given.get
        changed = [y for y in range(self.size.height) if given(y) != self.line(top + y)]
        if changed:
            self._refresh_on_screen(*((y, 1) for y in changed))

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Draw some lines anew, counted from the first of all."""
        self._refresh_on_screen((y_start - self.scroll_offset.y, line_count))

    def _refresh_on_screen(self, *lines: tuple[int, int]) -> None:
        """Draw some lines, each with how many after it, but not the scrollbar beside them."""
        width = self.scrollable_content_region.width
        self.refresh(*(Region(0, y, width, count) for y, count in lines))


def _looks(bar: ScrollBar) -> list[Segment]:
    """The cells of a scrollbar from the top, whatever its colours."""
    lines = bar.window_virtual_size
    drawn = ScrollBarRender.render_bar(
        size=bar.size.height,
        virtual_size=lines,
        window_size=bar.window_size if bar.window_size < lines else 0,
        position=bar.position,
    )
    return list(drawn.segments)
