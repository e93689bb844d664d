"""A question before much is changed at once; gives back whether it is meant."""

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui_reader.commands import Place
from tui_reader.ui.answering import AnsweringScreen, Deed
from tui_reader.ui.key_line import KeyLine

YES = frozenset({"y"})  # not Enter, which is pressed without reading
NO = frozenset({"n", "q", "escape"})


class ConfirmScreen(AnsweringScreen[bool]):
    """Asks; says nothing of what it is about."""

    place: Place = "page"

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

    def own_deed(self, key: str) -> Deed | None:
        """An answer."""
        return (lambda: self.give(key in YES)) if key in YES | NO else None

    def action_view_back(self, count: int | None) -> AwaitComplete | None:
        """No."""
        return self.give(False)
