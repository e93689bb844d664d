"""Questions to the library: one worker, the newest question wins, stale answers never arrive."""

from collections.abc import Callable

from textual.widget import Widget
from textual.worker import get_current_worker

from tui_reader.library.library import Library
from tui_reader.library.listing import Listing, Question


class Asking:
    """Asks for a host and hands it answers that are still wanted, on its own thread."""

    def __init__(self, host: Widget, library: Library, answered: Callable[[Listing], None]) -> None:
        self._host = host
        self._library = library
        self._answered = answered
        self._asked: Question | None = None

    def ask(self, question: Question) -> None:
        """Ask; an earlier question that was not answered yet is dropped."""
        self._asked = question
        self._host.run_worker(
            lambda: self._search(question),
            thread=True,
            group="search",
            exclusive=True,
            exit_on_error=False,
        )

    def _search(self, question: Question) -> None:
        worker = get_current_worker()
        if worker.is_cancelled or question is not self._asked:
            return
        listing = self._library.search(question)
        if not worker.is_cancelled:
            self._host.app.call_later(self._hand_over, listing)

    def _hand_over(self, listing: Listing) -> None:
        if listing.question is not self._asked:
            return
        if listing.generation != self._library.snapshot.generation:
            self.ask(listing.question)
            return
        self._answered(listing)
