"""A pane of paragraphs to be read: wrapped, scrolled by keys, with hits to go through."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.ui.paragraphs import ROLES, Paragraph

MARGIN = 2
WIDEST = 100
"""Cells of text in a line; longer lines are hard to follow."""


class TextPane(ScrollView, can_focus=True):
    """Shows paragraphs. What it shows is replaced, never changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"text--{role}" for role in ROLES),
        "text--hit",
        "text--hit-here",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._lines: list[Strip] = []
        self._hit_lines: list[int] = []
        self._here = -1
        self._ground = Style.null()

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

    @property
    def text(self) -> str:
        """What is shown, as it is wrapped."""
        return "\n".join(line.text.rstrip() for line in self._lines)

    @property
    def width(self) -> int:
        """Cells of text in a line."""
        return max(1, min(self.scrollable_content_region.width - 2 * MARGIN, WIDEST))

    @property
    def _margin(self) -> int:
        """Cells before a line: a pane much wider than its text has it in the middle."""
        return max(MARGIN, (self.scrollable_content_region.width - WIDEST) // 2)

    # Laying out

    def _lay_out(self) -> None:
        self._lines, self._hit_lines, hit = [], [], 0
        self._ground = self.rich_style
        for paragraph in self._paragraphs:
            text, hit = self._styled(paragraph, hit)
            for start, line in self._wrapped(text, paragraph):
                ends = start + len(line.plain)
                self._hit_lines += [
                    len(self._lines) for at, _ in paragraph.hits if start <= at < ends
                ]
                self._lines.append(self._strip(line, paragraph, first=start == 0))
        self.virtual_size = Size(0, len(self._lines) + 1)
        self.refresh()

    def _styled(self, paragraph: Paragraph, hit: int) -> tuple[Text, int]:
        text = Text(end="")
        for run in paragraph.runs:
            text.append(run.text, self._style(run.role))
        for start, end in paragraph.hits:
            text.stylize(self._style("hit-here" if hit == self._here else "hit"), start, end)
            hit += 1
        return text, hit

    def _wrapped(self, text: Text, paragraph: Paragraph) -> list[tuple[int, Text]]:
        """The lines of a paragraph, each with its place in the text."""
        width = max(1, self.width - len(paragraph.margin) - paragraph.hanging)
        if not paragraph.hanging:
            lines = list(text.wrap(self.app.console, width))
        else:
            head, rest = text.divide([paragraph.hanging])
            first, *others = rest.wrap(self.app.console, width) or [Text("")]
            lines = [head + first, *others]
        placed, place = [], 0
        for line in lines:
            found = text.plain.find(line.plain.rstrip(), place)
            place = max(place, found)
            placed.append((place, line))
            place += len(line.plain.rstrip())
        return placed

    def _strip(self, line: Text, paragraph: Paragraph, *, first: bool) -> Strip:
        ground = self._ground
        indent = self._margin + (0 if first else paragraph.hanging)
        segments = [Segment(" " * indent, ground)]
        if paragraph.margin:
            segments.append(Segment(paragraph.margin, self._style("note")))
        line.rstrip()
        segments += line.render(self.app.console)
        return Strip(Segment.apply_style(segments, ground))

    def _style(self, name: str) -> Style:
        # A hit keeps the ground it stands on; all else is drawn on the pane's own.
        return self.get_component_rich_style(f"text--{name}", partial=name.startswith("hit"))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        place = self.scroll_offset.y + y
        line = self._lines[place] if place < len(self._lines) else Strip([])
        return line.adjust_cell_length(self.size.width, self._ground)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Colours have changed."""
        super().notify_style_update()
        if self._paragraphs and self.is_attached:
            self._lay_out()

    # Hits

    def next_hit(self, step: int) -> bool:
        """Go to the next hit, or back with -1; False where there is none that way."""
        wanted = self._here + step if self._here >= 0 or step > 0 else -1
        if not 0 <= wanted < len(self._hit_lines):
            return False
        self._here = wanted
        self._lay_out()
        self._show_line(self._hit_lines[wanted])
        return True

    def last_hit(self) -> bool:
        """Go to the last hit; False where there is none."""
        self._here = len(self._hit_lines)
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
