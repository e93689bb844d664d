"""Questions to the library: one thread, the newest question wins, stale answers never arrive."""

from collections.abc import Callable

from textual.widget import Widget

from tui_reader.library.library import Library
from tui_reader.library.listing import Listing, Question
from tui_reader.ui.errands import Errands


class Asking:
    """Asks for a host and hands it answers that are still wanted, on its own thread."""

    def __init__(
        self,
        host: Widget,
        library: Library,
        answered: Callable[[Listing], None],
        failed: Callable[[Exception], None],
        read_ahead: Callable[[Listing], None],
    ) -> None:
        self._host = host
        self._library = library
        self._answered = answered
        self._read_ahead = read_ahead
        self._asked: Question | None = None
        self.errands = Errands("search", failed)

    def ask(self, question: Question) -> None:
        """Ask; an earlier question that was not answered yet is dropped."""
        self._asked = question
        self.errands.do_instead(lambda: self._search(question))

    def _search(self, question: Question) -> None:
        if question is self._asked:
            listing = self._library.search(question)
            if question is self._asked:
                self._read_ahead(listing)
            self._host.app.call_later(self._hand_over, listing)

    def _hand_over(self, listing: Listing) -> None:
        if listing.question is not self._asked:
            return
        self._answered(listing)
        if listing.snapshot is not self._library.snapshot:
            self.ask(listing.question)
