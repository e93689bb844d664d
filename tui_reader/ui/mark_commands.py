"""Commands that mark papers: stars, reading status, triage, and the last deed once more."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.annotation import Annotation, Status
from tui_reader.later import LaterModule
from tui_reader.papers import Paper
from tui_reader.ui.targets import Targets

if TYPE_CHECKING:
    from tui_reader.library import deeds
    from tui_reader.ui import own_order
    from tui_reader.ui.acting import Plan
    from tui_reader.ui.main_screen import MainScreen
else:
    deeds = LaterModule("tui_reader.library.deeds")
    own_order = LaterModule("tui_reader.ui.own_order")

Count = int | None

CYCLE: tuple[Status, ...] = ("", "to read", "reading", "done", "skipped")
"""Statuses in the order in which one goes through them; `read` counts as unread there."""


class MarkCommands:
    """Acts for the main screen on what its commands are meant for."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    # Stars and reading

    def action_paper_star(self, count: Count) -> object:
        """Star, or take the stars away where all have one."""

        def planned(papers: Sequence[Paper]) -> "Plan":
            return deeds.Starring(not self._have_all(papers, lambda said: said.starred)), papers

        return self._screen.acting.act_as(self._screen.selecting.targets(count), planned)

    def action_paper_toggle_read(self, count: Count) -> object:
        """Read, or unread where all were read."""

        def planned(papers: Sequence[Paper]) -> "Plan":
            read = self._have_all(papers, lambda said: said.read)
            return deeds.Standing("" if read else "read"), papers

        return self._screen.acting.act_as(self._screen.selecting.targets(count), planned)

    def _have_all(self, papers: Sequence[Paper], mark: Callable[[Annotation], bool]) -> bool:
        return all(mark(self._screen.library.annotation(paper)) for paper in papers)

    # Status

    def action_status_to_read(self, count: Count) -> object:
        """To be read."""
        return self._stand("to read", count)

    def action_status_reading(self, count: Count) -> object:
        """Being read."""
        return self._stand("reading", count)

    def action_status_done(self, count: Count) -> object:
        """Read to the end."""
        return self._stand("done", count)

    def action_status_skip(self, count: Count) -> object:
        """Not to be read."""
        return self._stand("skipped", count)

    def action_status_unread(self, count: Count) -> object:
        """As if never looked at."""
        return self._stand("", count)

    def action_status_next(self, count: Count) -> object:
        """The next status, seen from the first of the papers."""

        def planned(papers: Sequence[Paper]) -> "Plan":
            now = self._screen.library.annotation(papers[0]).status if papers else ""
            place = CYCLE.index(now) if now in CYCLE else 0
            return deeds.Standing(CYCLE[(place + 1) % len(CYCLE)]), papers

        return self._screen.acting.act_as(self._screen.selecting.targets(count), planned)

    def _stand(self, status: Status, count: Count) -> object:
        targets = self._screen.selecting.targets(count)
        return self._screen.acting.act(targets, deeds.Standing(status))

    # Triage

    def action_unread_clear_above(self, count: Count) -> object:
        """Unread papers above the cursor: read."""
        return self._clear(range(self._screen.list.cursor))

    def action_unread_clear_below(self, count: Count) -> object:
        """Unread papers below the cursor: read."""
        return self._clear(range(self._screen.list.cursor + 1, self._screen.list.count))

    def action_unread_clear_all(self, count: Count) -> object:
        """Unread papers that are listed: read."""
        return self._clear(range(self._screen.list.count))

    def _clear(self, rows: range) -> object:
        library = self._screen.library

        def planned(papers: Sequence[Paper]) -> "Plan":
            unread = [paper for paper in papers if library.annotation(paper).unread]
            return deeds.Standing("read"), unread

        return self._screen.acting.act_as(Targets(self._screen.listed.listing, rows), planned)

    # Once more

    def action_change_repeat(self, count: Count) -> object:
        """The last deed, to what is selected or under the cursor."""
        deed, why_not = self._screen.acting.last, ""
        if deed is None:
            why_not = "There is nothing to repeat yet"
        elif isinstance(deed, deeds.Moving):
            why_not = own_order.hindrance(self._screen, deed.list_name)
        if deed is None or why_not:
            self._screen.status.say(why_not)
            return None
        return self._screen.acting.act(self._screen.selecting.targets(count), deed)
