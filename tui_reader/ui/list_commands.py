"""Commands on the list as a whole: searching, panes, views, order, going through hits."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from tui_reader.library.listing import View
from tui_reader.sorting import Order
from tui_reader.ui.key_line import hints
from tui_reader.ui.page_screen import PageScreen
from tui_reader.ui.paragraphs import plain

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen

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
        here = panes.index(screen.focused) if screen.focused in panes else 0
        screen.set_focus(panes[(here + step) % len(panes)])

    def action_pane_left(self, count: Count) -> None:
        """To the list."""
        self._screen.set_full(full=False)

    def action_pane_right(self, count: Count) -> None:
        """To the paper."""
        self._screen.set_focus(self._screen.detail)
        self._screen.home.go(self._screen.selected)
        self._screen.clock.start()

    def action_view_back(self, count: Count) -> None:
        """One step back: out of the paper, the search, the view, and at last out of the program."""
        screen = self._screen
        if screen.place == "search":
            if screen.bar.text:
                self.action_search_clear(None)
            else:
                screen.set_focus(screen.list)
        elif screen.has_class("-full") or screen.place == "detail":
            screen.set_full(full=False)
        elif screen.bar.text:
            self.action_search_clear(None)
        elif screen.question.view != "all":
            self.action_view_all(None)
        else:
            screen.app.step_out()  # type: ignore[attr-defined] # it is our app

    # Searching

    def action_search_focus(self, count: Count) -> None:
        """To the search bar."""
        self._screen.set_class(False, "-full")
        self._screen.set_focus(self._screen.bar.input)

    def action_search_to_list(self, count: Count) -> None:
        """Ask for what is typed, as whole words now, and go to the list."""
        screen = self._screen
        screen.bar.ask()
        screen.set_focus(screen.list)

    def action_search_clear(self, count: Count) -> None:
        """Every paper of the view again."""
        self._screen.bar.put("")
        self._screen.bar.ask()

    def action_hit_next(self, count: Count) -> None:
        """The next hit of this paper, else the first of the next paper that has one."""
        self._hits(1, count or 1)

    def action_hit_previous(self, count: Count) -> None:
        """The hit before, else the last of the paper before."""
        self._hits(-1, count or 1)

    def _hits(self, step: int, count: int) -> None:
        if not self._screen.listed.listing.terms:
            self._screen.status.say("Nothing is searched for")
            return
        while count and self._hit(step):
            count -= 1

    def _hit(self, step: int) -> bool:
        """Go one hit on; False where there is none."""
        screen = self._screen
        if screen.detail.next_hit(step):
            return True
        row = screen.list.cursor + step
        if not 0 <= row < screen.list.count:
            screen.status.say("No further hit" if step > 0 else "No earlier hit")
            return False
        screen.list.cursor = row
        screen.show_selected()
        if step > 0:
            screen.detail.next_hit(1)
        else:
            screen.detail.last_hit()
        return True

    def action_unread_next(self, count: Count) -> None:
        """Down to an unread paper."""
        self._unread(1, count or 1)

    def action_unread_previous(self, count: Count) -> None:
        """Up to an unread paper."""
        self._unread(-1, count or 1)

    def _unread(self, step: int, count: int) -> None:
        screen = self._screen
        read = screen.library.numbers_read(screen.listed.listing.snapshot)
        row, numbers = screen.list.cursor, screen.listed.listing.numbers
        while count:
            row += step
            if not 0 <= row < len(numbers):
                screen.status.say("No unread paper further on" if step > 0 else "None before")
                return
            count -= numbers[row] not in read
        screen.list.cursor = row

    # Views and order

    def action_view_all(self, count: Count) -> None:
        """All papers."""
        self._look_at("all")

    def action_view_starred(self, count: Count) -> None:
        """Starred papers, or all again."""
        self._toggle("starred")

    def action_view_unread(self, count: Count) -> None:
        """Unread papers, or all again."""
        self._toggle("unread")

    def action_view_notes(self, count: Count) -> None:
        """Papers with notes, or all again."""
        self._toggle("notes")

    def _toggle(self, view: View) -> None:
        self._look_at("all" if self._screen.question.view == view else view)

    def _look_at(self, view: View) -> None:
        self._screen.ask(replace(self._screen.question, view=view))

    def action_sort_next(self, count: Count) -> None:
        """The next order."""
        self._sort(self._screen.question.order.next)

    def action_sort_reverse(self, count: Count) -> None:
        """The order turned round."""
        order = self._screen.question.order
        self._sort(replace(order, reverse=not order.reverse))

    def _sort(self, order: Order) -> None:
        self._screen.home.go(self._screen.selected)
        self._screen.ask(replace(self._screen.question, order=order))

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
        keymap = screen.outfit.keymap
        return screen.app.push_screen(PageScreen("Problems", page, hints(keymap, "page")))
