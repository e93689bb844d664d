"""A paper that stays open for a moment counts as read."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget


class ReadingClock:
    """Begins anew with every paper."""

    def __init__(self, host: Widget, seconds: float, done: Callable[[], None]) -> None:
        self._host = host
        self._seconds = seconds
        self._done = done
        self._timer: Timer | None = None

    def start(self) -> None:
        """Another paper is open."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._host.set_timer(self._seconds, self._done)
