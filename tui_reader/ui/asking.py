"""Questions to the library: one thread, the newest question wins, stale answers never arrive."""

import gc
from collections.abc import Callable
from contextlib import suppress

from textual.timer import Timer
from textual.widget import Widget

from tui_reader.library.library import Library
from tui_reader.library.listing import Listing, Question
from tui_reader.library.snapshot import Snapshot
from tui_reader.queries.query import Query
from tui_reader.ui.errands import Errands
from tui_reader.ui.status_line import StatusLine

PATIENCE = 0.4
"""Seconds after which it is said that an answer is still to come."""
SEARCHING = "Searching"


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
        self.is_awaited = False
        """Whether the reader asked for something that is not listed yet."""
        self._rehearsed = 0
        """The generation of the snapshot that was asked ahead of the reader."""
        self._patience: Timer | None = None
        self.errands = Errands("search", failed)

    def ask(self, question: Question) -> None:
        """Ask for the reader; an earlier question that was not answered yet is dropped."""
        self.is_awaited = True
        self.again(question)

    def again(self, question: Question) -> None:
        """Ask because papers or marks have changed; what is listed serves until that is there."""
        self._asked = question
        self._lose_no_patience()
        self._patience = self._host.set_timer(PATIENCE, self._say_so)
        self.errands.do_instead(lambda: self._search(question))

    def _lose_no_patience(self) -> None:
        if self._patience is not None:
            self._patience.stop()

    def _say_so(self) -> None:
        """What is listed is still the answer to an earlier question."""
        if self._host.is_mounted:
            self._host.query_one(StatusLine).say(SEARCHING)

    def _search(self, question: Question) -> None:
        if question is self._asked:
            try:
                listing = self._library.search(question)
            except Exception:
                self._host.call_later(self._gave_up, question)
                raise
            if question is self._asked:
                self._read_ahead(listing)
            self._host.call_later(self._hand_over, listing)

    def _rehearse(self, snapshot: Snapshot) -> None:
        """Ask something of an index that was just opened, so that no letter waits for it.

        The first search imports, compiles and reads what every other finds at hand. The collector
        of garbage then leaves out all that lasts, if it did so at the start of the program: it
        would hold up the screen, too.
        """
        if snapshot.generation == self._rehearsed:
            return
        self._rehearsed = snapshot.generation
        with suppress(OSError, ValueError, IndexError):  # an answer would show what is damaged
            word = snapshot.paper(0).title.partition(" ")[0]
            self._read_ahead(self._library.search(Question(Query.parse(word, typing=True))))
        if gc.get_freeze_count():
            gc.freeze()

    def _gave_up(self, question: Question) -> None:
        if question is self._asked:
            self.is_awaited = False
            self._lose_no_patience()

    def _hand_over(self, listing: Listing) -> None:
        if listing.question is not self._asked:
            return
        self.is_awaited = False
        self._lose_no_patience()
        status = self._host.query_one(StatusLine)
        if status.message == SEARCHING:
            status.silence()
        self._answered(listing)
        if listing.snapshot.origin == "index":
            self.errands.do(lambda: self._rehearse(listing.snapshot))
