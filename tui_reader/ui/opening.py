"""Opens the library in the background: papers first, then the index, saying how far it is."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.library.library import Library
from tui_reader.library.snapshot import Snapshot
from tui_reader.ui.errands import Errands

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen

TOLD_EVERY = 0.2
"""Seconds between two signs of progress."""

_READING = {"reading": "reading dumps,"}
_BUILDING = {
    "reading": "index: reading,",
    "indexing": "index: words,",
    "writing": "index: writing,",
}
"""What is said of each stage. The index is built beside the list, which can be read meanwhile."""


class Opening:
    """Runs opening, reloading and building as workers of the main screen."""

    def __init__(self, screen: "MainScreen", library: Library) -> None:
        self._screen = screen
        self._library = library
        self._told = 0.0
        self._doing = _READING
        self.busy = False
        """Whether papers are being read or an index is being built."""
        self.errands = Errands("open", screen.background_failed)

    def start(self) -> None:
        """Open the library."""
        self._run(self._open)

    def reload(self) -> None:
        """Read the dumps again if they have changed."""
        if self.busy:
            self._screen.status.say("The dumps are being read already")
        else:
            self._run(self._reload)

    def _run(self, work: Callable[[], bool]) -> None:
        self.busy = True
        self._doing = _READING
        self.errands.do(lambda: self._then_build(work))

    def _open(self) -> bool:
        return self._library.open(self._progress, self._some_papers_there)

    def _some_papers_there(self) -> None:
        self._screen.app.call_later(self._papers_there)

    def _reload(self) -> bool:
        before = self._library.snapshot
        needed = self._library.reload(self._progress)
        self._screen.app.call_later(self._say_what_came, before, self._library.snapshot)
        return needed

    def _say_what_came(self, before: Snapshot, now: Snapshot) -> None:
        came = now.count - before.count
        if now is before:
            said = "The dumps are as they were"
        elif came > 0:
            said = f"{came:,} new paper{'s' * (came != 1)}"
        else:
            said = "The dumps were read again"
        self._screen.status.say(said)

    def _then_build(self, fill: Callable[[], bool]) -> None:
        """Fill the library, and build the index where that is still to be done."""
        call = self._screen.app.call_later
        try:
            needed = fill()
            call(self._papers_there)
            if needed:
                self._doing = _BUILDING
                before = self._library.snapshot
                self._library.build(self._progress)
                if self._library.snapshot is not before:
                    call(self._papers_there)
        finally:
            call(self._done)

    def _progress(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told < TOLD_EVERY:
            return
        self._told = now
        far = f"{done * 100 // total} %" if total else f"{done:,} papers"
        self._screen.app.call_later(self._say, f"{self._doing.get(stage, stage)} {far}")

    def _say(self, activity: str) -> None:
        self._screen.update_status(activity=activity)

    def _papers_there(self) -> None:
        self._screen.asking.again(self._screen.question)
        if self._library.unsaved:
            self._screen.saver.save_soon()  # marks of a run that was killed, found in its journal
        if self._library.sources.origin == "samples" and self._library.snapshot.generation == 1:
            self._screen.status.say("These are the bundled samples: paperread FILE… opens your own")

    def _done(self) -> None:
        self.busy = False
        problem = self._library.index_problem
        self._screen.update_status(activity=f"no index: {problem}" if problem else "")
