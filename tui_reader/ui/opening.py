"""Opens the library in the background: papers first, then the index, saying how far it is."""

import time
from typing import TYPE_CHECKING

from tui_reader.library.library import Library

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

    def start(self) -> None:
        """Open the library."""
        self._run(self._open)

    def reload(self) -> None:
        """Read the dumps again if they have changed."""
        if self.busy:
            self._screen.status.say("The dumps are being read already")
        else:
            self._run(self._reload)

    def _run(self, work: "object") -> None:
        self.busy = True
        self._doing = _READING
        self._screen.run_worker(
            work,  # type: ignore[arg-type] # a bound method of no arguments
            thread=True,
            group="open",
            exit_on_error=False,
        )

    def _open(self) -> None:
        self._then_build(self._library.open(self._progress, self._some_papers_there))

    def _some_papers_there(self) -> None:
        self._screen.app.call_later(self._papers_there)

    def _reload(self) -> None:
        self._then_build(self._library.reload(self._progress))

    def _then_build(self, needed: bool) -> None:
        call = self._screen.app.call_later
        call(self._papers_there)
        if needed:
            self._doing = _BUILDING
            before = self._library.snapshot.generation
            self._library.build(self._progress)
            if self._library.snapshot.generation != before:
                call(self._papers_there)
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
        self._screen.ask(self._screen.question)
        if self._library.unsaved:
            self._screen.saver.save_soon()  # marks of a run that was killed, found in its journal
        if self._library.sources.origin == "samples" and self._library.snapshot.generation == 1:
            self._screen.status.say("These are the bundled samples: paperread FILE… opens your own")

    def _done(self) -> None:
        self.busy = False
        problem = self._library.index_problem
        self._screen.update_status(activity=f"no index: {problem}" if problem else "")
