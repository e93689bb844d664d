"""A small menu below the search bar: what a word may be completed to, and how often it is there."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.queries.completing import Completion
from tui_reader.ui.glyphs import Glyphs

ROWS = 8
"""Completions shown at once."""
WIDEST = 48
"""Cells of a completion."""


class CompletionMenu(Widget):
    """Shows completions and which of them is chosen; has no keyboard of its own."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"menu--row", "menu--chosen", "menu--note"}

    @dataclass
    class Chosen(Message):
        """A completion was clicked."""

        place: int

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._glyphs = glyphs
        self._found: tuple[Completion, ...] = ()
        self._place = -1
        self._top = 0
        self.display = False

    def show(self, found: tuple[Completion, ...], place: int, column: int) -> None:
        """Show completions with one of them chosen (or -1), their letters from a column on."""
        if found is not self._found:
            self._found, self._top = found, 0
            self.styles.width = self._text_width + self._note_width + 5
            self.styles.height = min(len(found), ROWS) + (len(found) > ROWS)
            self.styles.offset = (column - 3, 0)
        self._place = place
        self._top = max(place - self._rows + 1, min(self._top, max(place, 0)))
        self.display = bool(found)
        self.refresh()

    @property
    def _rows(self) -> int:
        """Completions that can be seen; a low screen may leave less room than they want."""
        return min(ROWS, self.size.height or ROWS)

    @property
    def _text_width(self) -> int:
        return min(WIDEST, max((cell_len(each.text) for each in self._found), default=0))

    @property
    def _note_width(self) -> int:
        return max((cell_len(_note(each)) for each in self._found), default=0)

    @property
    def _number_width(self) -> int:
        return max((len(_note(each)) for each in self._found if each.papers), default=0)

    def render_line(self, y: int) -> Strip:
        """A completion with its note, or how many more there are."""
        width, ground = self.size.width, self.rich_style
        row = self._top + y
        if y == ROWS:
            more = len(self._found) - self._top - ROWS
            said = f"   {more} more" if more else ""
            return Strip([Segment(said, self._style("note"))]).crop_extend(0, width, ground)
        if row >= len(self._found):
            return Strip.blank(width, ground)
        chosen, each = row == self._place, self._found[row]
        style = self._style("chosen" if chosen else "row")
        text = self._fitted(each.text, min(self._text_width, width - 4))
        # Numbers stand below one another, explanations begin below one another.
        note = _note(each).rjust(self._number_width) if each.papers else _note(each)
        note = self._fitted(note, max(0, width - cell_len(text) - 5))
        mark = self._glyphs.cursor if chosen else " "
        segments = [Segment(f" {mark} {text} ", style)]
        segments.append(Segment(note, style if chosen else self._style("note")))
        return Strip(segments).crop_extend(0, width, style)

    def _fitted(self, text: str, width: int) -> str:
        if cell_len(text) > width > 0:
            text = set_cell_size(text, width - 1) + self._glyphs.more
        return set_cell_size(text, max(0, width))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"menu--{name}")

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        event.stop()
        if event.y < ROWS and self._top + event.y < len(self._found):
            self.post_message(self.Chosen(self._top + event.y))


def _note(completion: Completion) -> str:
    return f"{completion.papers:,}" if completion.papers else completion.note
