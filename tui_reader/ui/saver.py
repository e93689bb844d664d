"""Brings what the reader wrote to the file soon, and takes in what others wrote there."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

from tui_reader.library.library import Library

SOON = 0.6
"""Seconds after a change until it is in the file."""
RETRY = 5.0
"""Seconds after a failure until the next try."""
LOOK = 2.0
"""Seconds between two looks at what others wrote."""


class Saver:
    """Saves in a worker of its host, one at a time."""

    def __init__(self, host: Widget, library: Library, told: Callable[[bool], None]) -> None:
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
            self._run(self._save, "save")
        else:
            self._told(False)

    def _look(self) -> None:
        self._run(self._refresh, "refresh")

    def _run(self, work: Callable[[], None], group: str) -> None:
        self._host.run_worker(work, thread=True, group=group, exit_on_error=False)

    def _save(self) -> None:
        saved = self._library.save()
        self._host.app.call_later(self._after_save, saved)

    def _after_save(self, saved: bool) -> None:
        self._told(False)
        if not saved:
            self.save_soon(RETRY)

    def _refresh(self) -> None:
        if self._library.refresh():
            self._host.app.call_later(self._told, True)
