"""A pane of paragraphs to be read: wrapped, scrolled by keys, with hits to go through."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.ui.layout import Layout, Line
from tui_reader.ui.paragraphs import ROLES, Paragraph
from tui_reader.ui.steady_scroll import SteadyScroll

MARGIN = 2
WIDEST = 100
"""Cells of text in a line; longer lines are hard to follow."""


class TextPane(SteadyScroll, can_focus=True):
    """Shows paragraphs. What it shows is replaced, never changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"text--{role}" for role in ROLES),
        "text--hit",
        "text--hit-here",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._layout = Layout((), 1)
        self._here = -1
        self._drawn: dict[int, Strip] = {}
        self._styles: dict[tuple[str, str], Style] = {}

    def show(
        self,
        paragraphs: Sequence[Paragraph],
        *,
        keep_place: bool = False,
        keep_hit: bool = False,
    ) -> None:
        """Show other paragraphs, from their top and before their first hit unless told to keep."""
        self._paragraphs = tuple(paragraphs)
        if not keep_hit:
            self._here = -1
        self._lay_out()
        if not keep_place:
            self.scroll_to(y=0, animate=False, force=True)
        # The list beside it is drawn first: both at once would keep the next key waiting.
        self.call_after_refresh(self.refresh_changed)

    @property
    def text(self) -> str:
        """What is shown, as it is wrapped."""
        lines = range(len(self._layout.lines))
        return "\n".join(self.line(number).text.rstrip() for number in lines)

    @property
    def width(self) -> int:
        """Cells of text in a line."""
        return max(1, min(self.scrollable_content_region.width - 2 * MARGIN, WIDEST))

    @property
    def _margin(self) -> int:
        """Cells before a line: a pane much wider than its text has it in the middle."""
        return max(MARGIN, (self.scrollable_content_region.width - WIDEST) // 2)

    def _lay_out(self) -> None:
        self._drawn.clear()
        self._layout = Layout(self._paragraphs, self.width)
        self.set_lines(len(self._layout.lines) + 1)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lay_out()
        self.refresh()

    # Drawing

    def line(self, place: int) -> Strip:
        """One line of the text; blank beyond its end."""
        strip = self._drawn.get(place)
        if strip is None:
            there = place < len(self._layout.lines)
            segments = self._segments(self._layout.lines[place]) if there else []
            strip = Strip(segments).adjust_cell_length(self.size.width, self._style())
            self._drawn[place] = strip
        return strip

    def _segments(self, line: Line) -> list[Segment]:
        paragraph = line.paragraph
        indent = self._margin + (paragraph.hanging if line.start else 0)
        segments = [Segment(" " * indent, self._style())]
        if paragraph.margin:
            segments.append(Segment(paragraph.margin, self._style("note")))
        for text, role, hit in line.pieces():
            mark = "" if hit < 0 else "hit-here" if hit == self._here else "hit"
            segments.append(Segment(text, self._style(role, mark)))
        return segments

    def _style(self, role: str = "", mark: str = "") -> Style:
        style = self._styles.get((role, mark))
        if style is None:
            style = self.rich_style
            if role:
                style += self.get_component_rich_style(f"text--{role}")
            if mark:  # a hit keeps the ground it stands on
                style += self.get_component_rich_style(f"text--{mark}", partial=True)
            self._styles[role, mark] = style
        return style

    def notify_style_update(self) -> None:
        """Colours have changed."""
        super().notify_style_update()
        self._styles.clear()
        self._drawn.clear()

    # Hits

    def next_hit(self, step: int) -> bool:
        """Go to the next hit, or back with -1; False where there is none that way."""
        wanted = self._here + step if self._here >= 0 or step > 0 else -1
        if not 0 <= wanted < self._layout.hit_count:
            return False
        self._here = wanted
        self._drawn.clear()
        self._show_line(self._layout.hit_line(wanted))
        self.refresh_changed()
        return True

    def last_hit(self) -> bool:
        """Go to the last hit; False where there is none."""
        self._here = self._layout.hit_count
        return self.next_hit(-1)

    def _show_line(self, line: int) -> None:
        top, height = round(self.scroll_y), self.size.height
        if not top <= line < top + height - 1:
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True)

    # Commands

    def scroll_lines(self, lines: int) -> None:
        """Scroll by some lines, back where negative."""
        self.scroll_to(y=round(self.scroll_y) + lines, animate=False, force=True)

    def action_move_down(self, count: int | None) -> None:
        """A line down, or several."""
        self.scroll_lines(count or 1)

    def action_move_up(self, count: int | None) -> None:
        """A line up, or several."""
        self.scroll_lines(-(count or 1))

    def action_move_top(self, count: int | None) -> None:
        """To the beginning."""
        self.scroll_to(y=0, animate=False, force=True)

    def action_move_bottom(self, count: int | None) -> None:
        """To the end."""
        self.scroll_to(y=self.virtual_size.height, animate=False, force=True)

    def action_move_half_page_down(self, count: int | None) -> None:
        """Half a screen down."""
        self.scroll_lines(max(1, self.size.height // 2) * (count or 1))

    def action_move_half_page_up(self, count: int | None) -> None:
        """Half a screen up."""
        self.scroll_lines(-max(1, self.size.height // 2) * (count or 1))

    def action_move_page_down(self, count: int | None) -> None:
        """A screen down, but for one line to go on from."""
        self.scroll_lines(max(1, self.size.height - 1) * (count or 1))

    def action_move_page_up(self, count: int | None) -> None:
        """A screen up, but for one line to go on from."""
        self.scroll_lines(-max(1, self.size.height - 1) * (count or 1))
