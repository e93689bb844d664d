"""A page laid over the app: paragraphs to scroll through, such as help or a list of problems."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_reader.commands import Place
from tui_reader.ui.key_line import Hint, KeyLine
from tui_reader.ui.paragraphs import Paragraph
from tui_reader.ui.text_pane import TextPane


class PageScreen(ModalScreen[None]):
    """Shows a title and paragraphs until the reader steps back."""

    place: Place = "page"

    def __init__(
        self, title: str, paragraphs: Sequence[Paragraph], hints: tuple[Hint, ...]
    ) -> None:
        super().__init__()
        self._title = title
        self._paragraphs = tuple(paragraphs)
        self._hints = hints

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        with Vertical(id="page"):
            yield Static(Content(self._title), id="page-title")
            yield TextPane(id="page-text")
            yield KeyLine(id="page-keys")

    def on_mount(self) -> None:
        """Show the text."""
        pane = self.query_one(TextPane)
        pane.show(self._paragraphs)
        self.set_focus(pane)
        self.query_one(KeyLine).hints = self._hints

    def action_view_back(self, count: int | None) -> AwaitComplete:
        """Close the page."""
        return self.dismiss(None)

    def action_app_help(self, count: int | None) -> AwaitComplete:
        """The help key closes help, too."""
        return self.action_view_back(count)
