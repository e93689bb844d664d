"""The search bar: a line of text, what it may be completed to, and what was not understood."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from tui_reader.later import LaterModule
from tui_reader.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from tui_reader.ui import completion_menu
    from tui_reader.ui.choices import Choices
else:
    completion_menu = LaterModule("tui_reader.ui.completion_menu")

DEBOUNCE = 0.09
"""Seconds of silence after which a query that is being typed is asked."""


class QueryInput(Input):
    """A line of the same size whatever is typed: no letter lays out the screen anew."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew what has changed, in the same place."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)


class SearchBar(Vertical):
    """Where a query is typed. Asks; does not search."""

    @dataclass
    class Asked(Message):
        """The text is to be searched for; while `typing`, its last word is unfinished."""

        text: str
        typing: bool
        begun: bool
        """Whether the last word, once typed, still counts as the beginning of one."""

    @dataclass
    class Left(Message):
        """The keyboard went elsewhere."""

        text: str

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._glyphs = glyphs
        self._timer: Timer | None = None
        self._asked = ""
        self._given = ""
        self._begun = True
        self._is_sent = False
        self.typing = False
        """Whether the last question was asked while its last word was unfinished."""
        self.choices: Choices | None = None
        """The completions that are offered just now."""
        self._menu: completion_menu.CompletionMenu | None = None

    def compose(self) -> ComposeResult:
        """A prompt, the line, and a line for problems; the menu comes when it is wanted."""
        with Horizontal(id="search-line"):
            yield Static("/", id="search-prompt", markup=False)
            yield QueryInput(
                placeholder='words, "phrase", author:name, year:2024.., is:starred',
                compact=True,
                id="search-input",
            )
        yield Static("", id="search-problem", markup=False)

    def on_mount(self) -> None:
        """Notice where the cursor goes."""
        self.watch(self.input, "selection", self._cursor_moved, init=False)

    @property
    def input(self) -> Input:
        """The line itself."""
        return self.query_one("#search-input", Input)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.input.value

    @property
    def is_typed(self) -> bool:
        """Whether the reader changed the text since the keyboard came here."""
        return self.text != self._given

    def put(self, text: str, cursor: int | None = None, *, whole: bool = False) -> None:
        """Replace the text without asking; its last word may be known to be a `whole` one."""
        self._begun = not whole
        self._write(text, len(text) if cursor is None else cursor)
        self._given = self._asked = text
        self.offer(None)
        self._stop()

    def ask(self, *, typing: bool = False) -> None:
        """Ask now, without waiting."""
        self._stop()
        self._asked, self.typing, self._is_sent = self.text, typing, True
        self.post_message(self.Asked(self.text, typing, self._begun))

    def ask_soon(self, *, typing: bool = False) -> None:
        """Ask after a moment of silence."""
        self._stop()
        self._timer = self.set_timer(DEBOUNCE, lambda: self.ask(typing=typing))

    @property
    def is_waiting(self) -> bool:
        """Whether a question is still to be asked, or on its way."""
        return self._timer is not None or self._is_sent

    def heard(self) -> None:
        """The question has reached whoever answers."""
        self._is_sent = False

    def say(self, problem: str) -> None:
        """Show what could not be understood; nothing takes the line away."""
        line, said = self.query_one("#search-problem", Static), Content(problem)
        if said != line.content:  # or else the screen would be laid out anew with every answer
            line.update(said)
            line.display = bool(problem)

    def offer(self, choices: "Choices | None") -> None:
        """Show completions below their beginning and put in the one chosen; None ends it."""
        self.choices = choices
        if choices is None:
            if self._menu is not None:
                self._menu.show((), -1, 0)
            return
        if choices.text != self.text or choices.behind != self.input.cursor_position:
            self._write(choices.text, choices.behind)
            # Behind a field's colon the value is still to be typed.
            self._begun = choices.place < 0 or choices.text.endswith(":")
            self.ask_soon(typing=self._begun)
        before = cell_len(choices.typed[: choices.piece.start])
        line = self.input.region.x - self.region.x - self.input.scroll_offset.x
        if self._menu is None:
            self._menu = completion_menu.CompletionMenu(self._glyphs, id="search-menu")
            self.mount(self._menu, before="#search-problem")
        self._menu.show(choices.found, choices.place, line + before)

    def _write(self, text: str, cursor: int) -> None:
        offered, self.choices = self.choices, None
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = cursor
        self.choices = offered

    def _cursor_moved(self) -> None:
        choices = self.choices
        if choices and (self.text, self.input.cursor_position) != (choices.text, choices.behind):
            self.offer(None)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def on_completion_menu_chosen(self, event: "completion_menu.CompletionMenu.Chosen") -> None:
        """Put in what was clicked."""
        event.stop()
        if self.choices:
            self.offer(self.choices.go(event.place))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Wait a moment for the next letter, then ask."""
        event.stop()
        self._stop()
        self._begun = True
        if event.value != self._asked:
            self.ask_soon(typing=True)

    def on_descendant_focus(self) -> None:
        """The reader begins to type, or to choose among earlier queries."""
        self._given = self.text

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Say that the reader went; that the terminal lost the keyboard does not count."""
        if self.app.app_focus:
            self.offer(None)
            self.post_message(self.Left(self.text))
