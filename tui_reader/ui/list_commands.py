"""Commands on the list as a whole: panes, views, order, unread papers."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from tui_reader.later import LaterModule
from tui_reader.library.listing import View
from tui_reader.sorting import Order
from tui_reader.ui.key_line import hints
from tui_reader.ui.paragraphs import facing, plain

if TYPE_CHECKING:
    from tui_reader.library.explaining import Explanation
    from tui_reader.ui import page_screen
    from tui_reader.ui.main_screen import MainScreen
else:
    page_screen = LaterModule("tui_reader.ui.page_screen")

Count = int | None


class ListCommands:
    """Acts for the main screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    # Panes

    def action_pane_next(self, count: Count) -> None:
        """List, paper, search bar, in turn."""
        self._go_round(1)

    def action_pane_previous(self, count: Count) -> None:
        """The other way round."""
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        screen = self._screen
        panes = [screen.list, screen.detail, screen.bar.input]
        if screen.has_class("-full"):
            panes.remove(screen.list)
        elif side := screen.sides.open:
            panes.insert(0, side.panel)
        here = panes.index(screen.focused) if screen.focused in panes else 0
        screen.set_focus(panes[(here + step) % len(panes)])

    def action_pane_left(self, count: Count) -> None:
        """To the list, and from there to the panel beside it."""
        screen = self._screen
        side = screen.sides.open
        if side is not None and screen.focused is not screen.detail:
            screen.set_focus(side.panel)
        else:
            screen.set_full(full=False)

    def action_pane_right(self, count: Count) -> None:
        """To the paper, or from the panel beside it to the list."""
        if self._screen.sides.with_keyboard:
            self._screen.set_focus(self._screen.list)
            return
        self._screen.set_focus(self._screen.detail)
        self._screen.home.go(self._screen.selected)
        self._screen.clock.start()

    def action_view_back(self, count: Count) -> object:
        """One step back: out of the paper, the search, the view, and at last out of the program."""
        screen = self._screen
        if screen.place == "search":
            screen.search_commands.step_back()
        elif screen.selecting.drop():
            pass
        elif screen.has_class("-full") or screen.place == "detail":
            screen.set_full(full=False)
        elif screen.sides.with_keyboard:
            screen.sides.close()
        elif screen.bar.text:
            screen.search_commands.action_search_clear(None)
        elif screen.question.view != "all" or screen.question.reading_list:
            self.action_view_all(None)
        elif screen.sides.open:
            screen.sides.close()
        else:
            return screen.app.step_out()  # type: ignore[attr-defined] # it is our app
        return None

    # Unread papers

    def action_unread_next(self, count: Count) -> None:
        """Down to an unread paper."""
        self._unread(1, count or 1)

    def action_unread_previous(self, count: Count) -> None:
        """Up to an unread paper."""
        self._unread(-1, count or 1)

    def _unread(self, step: int, count: int) -> None:
        screen = self._screen
        handled = screen.library.numbers_not_unread(screen.listed.listing.snapshot)
        row, numbers = screen.list.cursor, screen.listed.listing.numbers
        while count:
            row += step
            if not 0 <= row < len(numbers):
                screen.status.say("No unread paper further on" if step > 0 else "None before")
                return
            count -= numbers[row] not in handled
        screen.list.cursor = row

    # Views and order

    def action_view_all(self, count: Count) -> None:
        """All papers, of the library and not of a reading list."""
        everything = replace(self._screen.question, view="all", reading_list="", kept=frozenset())
        self._screen.ask(everything)

    def action_view_starred(self, count: Count) -> None:
        """Starred papers, or all again."""
        self._toggle("starred")

    def action_view_unread(self, count: Count) -> None:
        """Unread papers, or all again."""
        self._toggle("unread")

    def action_view_to_read(self, count: Count) -> None:
        """Papers to read, or all again."""
        self._toggle("to-read")

    def action_view_reading(self, count: Count) -> None:
        """Papers being read, or all again."""
        self._toggle("reading")

    def action_view_done(self, count: Count) -> None:
        """Papers done with, or all again."""
        self._toggle("done")

    def action_view_skipped(self, count: Count) -> None:
        """Skipped papers, or all again."""
        self._toggle("skipped")

    def action_view_notes(self, count: Count) -> None:
        """Papers with notes, or all again."""
        self._toggle("notes")

    def _toggle(self, view: View) -> None:
        """What was changed in a view stays there until another is looked at."""
        question = self._screen.question
        wanted: View = "all" if question.view == view else view
        self._screen.ask(replace(question, view=wanted, kept=frozenset()))

    def action_sort_next(self, count: Count) -> None:
        """The next order."""
        order, listing = self._screen.question.order, self._screen.listed.listing
        if order.key == "relevance" and not listing.scores:
            order = order.next  # where nothing ranks, that is the order of the dumps already
        self._sort(order.next)

    def action_sort_reverse(self, count: Count) -> None:
        """The order turned round."""
        order = self._screen.question.order
        self._sort(replace(order, reverse=not order.reverse))

    def _sort(self, order: Order) -> None:
        own = self._screen.question.query.order
        if own is not None:
            self._screen.status.say(f"The search itself sorts, by {own}")
            return
        self._screen.home.go(self._screen.selected)
        self._screen.ask(replace(self._screen.question, order=order))

    # Explaining

    def action_search_explain(self, count: Count) -> None:
        """How the query was understood, and what the paper's score is made of."""
        screen = self._screen
        question, paper = screen.question, screen.selected
        papers = [paper] if paper else []

        def explain() -> None:
            lines = screen.library.explain(question, papers)
            screen.app.call_later(self._show_explained, lines)

        screen.asking.errands.do(explain)

    def _show_explained(self, lines: "Explanation") -> AwaitMount:
        screen = self._screen
        page = page_screen.PageScreen(
            "Search", [facing(*line) for line in lines], hints(screen.outfit.keymap, "page")
        )
        return screen.app.push_screen(page)

    # The library

    def action_library_reload(self, count: Count) -> None:
        """Look at the dumps again."""
        self._screen.opening.reload()

    def action_problems_show(self, count: Count) -> AwaitMount:
        """List what could not be read."""
        screen = self._screen
        found = [plain(str(problem)) for problem in screen.problems]
        found += [plain(alert) for alert in screen.alerts]
        page = found or [plain("Everything could be read.", "faint")]
        keys = hints(screen.outfit.keymap, "page")
        return screen.app.push_screen(page_screen.PageScreen("Problems", page, keys))
