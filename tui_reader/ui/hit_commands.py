"""Commands that go through the places where papers answer the search."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen

Count = int | None


class HitCommands:
    """Acts for the main screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

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
