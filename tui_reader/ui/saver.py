"""Brings what the reader wrote to the file soon, and takes in what others wrote there."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

from tui_reader.library.library import Library
from tui_reader.ui.collecting import without_pauses
from tui_reader.ui.errands import Errands

SOON = 0.6
"""Seconds after a change until it is in the file."""
RETRY = 5.0
"""Seconds after a failure until the next try."""
LOOK = 2.0
"""Seconds between two looks at what others wrote."""


class Saver:
    """Saves and looks in a thread of its own, one thing at a time."""

    def __init__(
        self,
        host: Widget,
        library: Library,
        told: Callable[[bool], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.errands = Errands("save", failed)
        self._host = host
        self._library = library
        self._told = told
        self._timer: Timer | None = None

    def start(self) -> None:
        """Begin to look after the file."""
        self._host.set_interval(LOOK, self._look)

    def save_soon(self, after: float = SOON) -> None:
        """Save in a moment; changes made until then go along."""
        if self._timer is None:
            self._timer = self._host.set_timer(after, self.save_now)

    def save_now(self) -> None:
        """Save, in the background."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._library.unsaved:
            self.errands.do(self._save)
        else:
            self._told(False)

    def _look(self) -> None:
        if self.errands.idle:
            self.errands.do(self._refresh)

    def _save(self) -> None:
        saved, before = False, self._library.holdings
        try:
            saved = without_pauses(self._library.save)
        finally:
            # What others wrote meanwhile came in with it, and is no news to the next look.
            merged = self._library.holdings != before
            self._host.app.call_later(self._after_save, saved, merged)

    def _after_save(self, saved: bool, merged: bool) -> None:
        self._told(merged)
        if not saved:
            self.save_soon(RETRY)

    def _refresh(self) -> None:
        if self._library.refresh():
            self._host.app.call_later(self._told, True)
