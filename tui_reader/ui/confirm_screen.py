"""A question before much is changed at once; gives back whether it is meant."""

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.commands import Place
from tui_reader.ui.key_line import KeyLine

YES = frozenset({"y", "enter"})
NO = frozenset({"n", "q", "escape"})


class ConfirmScreen(ModalScreen[bool]):
    """Asks; says nothing of what it is about."""

    place: Place = "page"
    own_keys = YES | NO
    """Keys that answer here, whatever they are elsewhere."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and the answers."""
        with Vertical(id="confirm-page"):
            yield Static(Content(self._question), id="confirm-question")
            yield KeyLine(id="confirm-keys")

    def on_mount(self) -> None:
        """Name the answers."""
        self.query_one(KeyLine).hints = (("y", "Yes"), ("n", "No"))

    def on_key(self, event: events.Key) -> None:
        """An answer."""
        if event.key in self.own_keys:
            event.stop()
            self.dismiss(event.key in YES)

    def action_view_back(self, count: int | None) -> AwaitComplete:
        """No."""
        return self.dismiss(False)
