"""A page to write a note on: gets a title and a text, gives back a text or nothing."""

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui_reader.commands import Place
from tui_reader.ui.key_line import Hint, KeyLine


class NoteEditor(ModalScreen[str | None]):
    """Edits a text. Knows nothing of papers or files."""

    place: Place = "note"

    def __init__(self, title: str, text: str, hints: tuple[Hint, ...]) -> None:
        super().__init__()
        self._title = title
        self._before = text
        self._hints = hints
        self._warned = False

    def compose(self) -> ComposeResult:
        """The paper's title, the text, and the keys."""
        with Vertical(id="note-page"):
            yield Static(Content(self._title), id="note-title")
            yield TextArea(self._before, id="note-text", soft_wrap=True, tab_behavior="indent")
            yield Static("", id="note-warning", markup=False)
            yield KeyLine(id="note-keys")

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        self.query_one(KeyLine).hints = self._hints
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not kept yet."""
        return self.text != self._before

    @property
    def text(self) -> str:
        """What is written now."""
        return self.query_one(TextArea).text

    def action_note_save(self, count: int | None) -> AwaitComplete:
        """Give the text back."""
        return self.dismiss(self.text)

    def action_note_cancel(self, count: int | None) -> AwaitComplete | None:
        """Leave; where something was written, only when asked twice."""
        if not self.is_changed or self._warned:
            return self.dismiss(None)
        self._warned = True
        warning = self.query_one("#note-warning", Static)
        warning.update(Content("Not saved. The same key once more drops what you wrote."))
        warning.display = True
        return None

    def on_text_area_changed(self) -> None:
        """Writing on takes the warning back."""
        if self._warned:
            self._warned = False
            self.query_one("#note-warning", Static).display = False
