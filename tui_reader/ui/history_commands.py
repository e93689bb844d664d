"""The command that shows what was done, and goes back to any of it."""

from datetime import date
from typing import TYPE_CHECKING

from tui_reader.errors import PaperReadError
from tui_reader.later import LaterModule
from tui_reader.ui.acting import MANY
from tui_reader.ui.key_line import hints

if TYPE_CHECKING:
    from tui_reader.library.undoing import Undone
    from tui_reader.ui import answering, confirm_screen, history_rows, history_screen, turning
    from tui_reader.ui.history_rows import HistoryRow, HistoryRows
    from tui_reader.ui.history_screen import HistoryScreen
    from tui_reader.ui.main_screen import MainScreen
else:
    # Nothing of this is needed before the history is looked at.
    answering = LaterModule("tui_reader.ui.answering")
    confirm_screen = LaterModule("tui_reader.ui.confirm_screen")
    history_rows = LaterModule("tui_reader.ui.history_rows")
    history_screen = LaterModule("tui_reader.ui.history_screen")
    turning = LaterModule("tui_reader.ui.turning")

Count = int | None


class HistoryCommands:
    """Acts for the main screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def action_change_history(self, count: Count) -> object:
        """What was done, the newest first."""
        return self._screen.acting.run(self._open())

    async def _open(self) -> None:
        screen = self._screen
        rows = await screen.acting.errands.answer(self._rows)
        if screen.app.screen is not screen:
            return  # another page was opened meanwhile; it has the keys
        keys = hints(screen.outfit.keymap, "page")
        page = history_screen.HistoryScreen(rows, screen.style.glyphs, keys, self._chosen)
        await screen.app.push_screen(page)

    def _rows(self) -> "HistoryRows":
        """Everything that was done; reads a file, so it is asked beside the screen."""
        library = self._screen.library
        library.wait_for_annotations()
        return history_rows.rows_of(library.history(), date.today(), self._screen.style.glyphs.dot)

    def _chosen(self, page: "HistoryScreen", row: "HistoryRow") -> object:
        """Go back to a row, or forward; asks where much is turned round."""
        if not self._screen.acting.idle:
            return None
        place = page.rows.find(row.id)
        turned = page.rows.between(place)
        if not turned:
            page.say(
                "It was taken back before other things were done, and cannot be done again"
                if row.undone
                else "This is the last that was done"
            )
            return None
        many = len(frozenset().union(*(each.papers for each in turned)))
        if many <= MANY:
            return self._begin(page, row)
        deed = "Do again" if row.undone else "Take back"
        things = f"{len(turned)} things done" if len(turned) > 1 else "what was done"
        question = f"{deed} {things} to {many:,} papers?"

        def answered(yes: bool | None) -> object:
            return self._begin(page, row) if yes else None

        asking = confirm_screen.ConfirmScreen(question)
        return self._screen.app.push_screen(asking, answering.then(answered))

    def _begin(self, page: "HistoryScreen", row: "HistoryRow") -> object:
        page.say("Going forward" if row.undone else "Going back")
        return self._screen.acting.run(self._go(page, row))

    async def _go(self, page: "HistoryScreen", row: "HistoryRow") -> None:
        """Turn what has to be turned beside the screen, and show what there is then."""
        screen = self._screen

        def work() -> "tuple[tuple[Undone, ...], str]":
            turned = screen.library.go_back_to(row.id)
            return turned, self._told(turned, row)

        try:
            turned, said = await screen.acting.errands.answer(work)
            turning.show_turned(screen, turned)
        except PaperReadError as error:
            said = str(error)
            screen.alert(said)
            # What was turned until then stands, and nobody tells what it was.
            screen.list.redraw()
            screen.show_selected()
            screen.saver.save_soon()
        rows = await screen.acting.errands.answer(self._rows)
        if page.is_attached:
            page.show(rows, said)

    def _told(self, turned: "tuple[Undone, ...]", row: "HistoryRow") -> str:
        dot = self._screen.style.glyphs.dot
        if not turned:
            return "Another copy of paperread did this; it can only be taken back there"
        if len(turned) == 1:
            in_words = turning.redone_in_words if row.undone else turning.undone_in_words
            return in_words(turned[0], dot)
        done = "done again" if row.undone else "taken back"
        said = f"{len(turned)} steps {done}; the last is now: {row.said}"
        if any(len(each.step) < len(each.asked) for each in turned):
            said += "; what was changed elsewhere since stays"
        return said
