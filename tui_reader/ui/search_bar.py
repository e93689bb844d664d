"""The search bar: a line of text and, below it, what could not be understood of it."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

DEBOUNCE = 0.09
"""Seconds of silence after which a query that is being typed is asked."""


class SearchBar(Vertical):
    """Where a query is typed. Asks; does not search."""

    @dataclass
    class Asked(Message):
        """The text is to be searched for; while `typing`, its last word is unfinished."""

        text: str
        typing: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._timer: Timer | None = None
        self._asked = ""

    def compose(self) -> ComposeResult:
        """A prompt, the line, and a line for problems."""
        with Horizontal(id="search-line"):
            yield Static("/", id="search-prompt", markup=False)
            yield Input(
                placeholder='words, "phrase", author:name, year:2024.., is:starred',
                compact=True,
                id="search-input",
            )
        yield Static("", id="search-problem", markup=False)

    @property
    def input(self) -> Input:
        """The line itself."""
        return self.query_one("#search-input", Input)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.input.value

    def put(self, text: str) -> None:
        """Replace the text without asking."""
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)
        self._asked = text
        self._stop()

    def ask(self, *, typing: bool = False) -> None:
        """Ask now, without waiting."""
        self._stop()
        self._asked = self.text
        self.post_message(self.Asked(self.text, typing))

    @property
    def is_waiting(self) -> bool:
        """Whether a question is still to be asked."""
        return self._timer is not None

    def say(self, problem: str) -> None:
        """Show what could not be understood; nothing takes the line away."""
        line = self.query_one("#search-problem", Static)
        line.update(Content(problem))
        line.display = bool(problem)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Wait a moment for the next letter, then ask."""
        event.stop()
        self._stop()
        if event.value != self._asked:
            self._timer = self.set_timer(DEBOUNCE, lambda: self.ask(typing=True))
