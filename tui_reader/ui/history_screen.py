"""The page of what was done: lines to go through, and to go back to."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui_reader.commands import Place
from tui_reader.ui.answering import AnsweringScreen, Deed
from tui_reader.ui.glyphs import Glyphs
from tui_reader.ui.history_pane import HistoryPane
from tui_reader.ui.history_rows import HistoryRow, HistoryRows
from tui_reader.ui.key_line import Hint, KeyLine

Chosen = Callable[["HistoryScreen", HistoryRow], object]
"""Told the row that the reader wants to go back to; gives something to wait for."""
NOTHING = "Nothing was changed yet"


class HistoryScreen(AnsweringScreen[None]):
    """Shows rows. Knows nothing of the library."""

    place: Place = "page"

    def __init__(
        self, rows: HistoryRows, glyphs: Glyphs, hints: tuple[Hint, ...], chosen: Chosen
    ) -> None:
        super().__init__()
        self.rows = rows
        """What is shown."""
        self._glyphs = glyphs
        self._hints = hints
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """What it is, the rows, what came of going back, the keys."""
        with Vertical(id="history-page"):
            yield Static("What you did, the newest first", id="history-title", markup=False)
            yield HistoryPane(self._glyphs, id="history")
            yield Static("", id="history-said", markup=False)
            yield KeyLine(id="history-keys")

    def on_mount(self) -> None:
        """Begin at what was done last."""
        self.set_focus(self.query_one(HistoryPane))
        self.query_one(KeyLine).hints = (("Enter", "Go back to there"), *self._hints)
        self.show(self.rows, "" if self.rows.rows else NOTHING)

    def show(self, rows: HistoryRows, said: str) -> None:
        """Show other rows, and say something."""
        self.rows = rows
        self.query_one(HistoryPane).show(rows)
        self.say(said)

    def say(self, said: str) -> None:
        """Say something below the rows."""
        self.query_one("#history-said", Static).update(Content(said))

    def own_deed(self, key: str) -> Deed | None:
        """Enter chooses."""
        return self._choose if key == "enter" else None

    @on(HistoryPane.Chosen)
    def _choose(self) -> object:
        row = self.query_one(HistoryPane).current
        return self._chosen(self, row) if row is not None else None

    def action_view_back(self, count: int | None) -> AwaitComplete | None:
        """Close the page."""
        return self.give(None)
