"""Commands that take back what the reader did, also in earlier runs, and do it again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule

if TYPE_CHECKING:
    from tui_reader.library.undoing import Undone
    from tui_reader.ui import turning
    from tui_reader.ui.main_screen import MainScreen
else:
    turning = LaterModule("tui_reader.ui.turning")

Count = int | None
PATIENCE = 0.4
"""Seconds after which it is said that something is still being taken back."""


class UndoCommands:
    """Acts for the main screen on the steps the reader took."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def action_change_undo(self, count: Count) -> object:
        """Take back the last step, or as many as are counted."""
        return self._screen.acting.run(self._undo(count or 1))

    def action_change_redo(self, count: Count) -> object:
        """Take the last step again, or as many as are counted."""
        return self._screen.acting.run(self._redo(count or 1))

    async def _undo(self, count: int) -> None:
        def told(turned: "Sequence[Undone]") -> str:
            if not turned:
                return "There is nothing to take back"
            done = f"{len(turned)} steps undone, at last" if len(turned) > 1 else "Undone"
            return turning.undone_in_words(turned[-1], self._screen.style.glyphs.dot, done)

        await self._turn(self._screen.library.undo, count, told, "Undoing")

    async def _redo(self, count: int) -> None:
        def told(turned: "Sequence[Undone]") -> str:
            if not turned:
                return "There is nothing to do again"
            done = f"{len(turned)} steps done again, at last" if len(turned) > 1 else "Done again"
            return turning.redone_in_words(turned[-1], self._screen.style.glyphs.dot, done)

        await self._turn(self._screen.library.redo, count, told, "Doing it again")

    async def _turn(
        self,
        turn: "Callable[[], Undone | None]",
        count: int,
        told: "Callable[[Sequence[Undone]], str]",
        doing: str,
    ) -> None:
        """Turn so many steps beside the screen, then show them; an error leaves those before it.

        Raises PaperReadError.
        """
        screen = self._screen
        turned: list[Undone] = []

        def work() -> str:
            while len(turned) < count and (undone := turn()):
                turned.append(undone)
            return told(turned)

        patience = screen.set_timer(PATIENCE, lambda: screen.status.say(doing))
        try:
            said = await screen.acting.errands.answer(work)
        finally:
            patience.stop()
            turning.show_turned(screen, turned)
        screen.status.say(said)
