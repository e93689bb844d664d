"""Commands that take back what the reader did, and do it again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.errors import PaperReadError

if TYPE_CHECKING:
    from tui_reader.annotation import Change
    from tui_reader.library.undoing import Undone
    from tui_reader.ui.main_screen import MainScreen

Count = int | None

_DEEDS = {
    ("starred", True): "starred", ("starred", False): "no star",
    ("read", True): "read", ("read", False): "unread",
}  # fmt: skip


def _deed(change: "Change") -> str:
    """What a change made of a paper."""
    if change.field == "note":
        return "the note as it was" if change.new else "no note"
    return _DEEDS[change.field, bool(change.new)]


class UndoCommands:
    """Acts for the main screen on the steps the reader took."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def action_change_undo(self, count: Count) -> None:
        """Take back the last step, or as many as are counted."""
        self._turn(self._screen.library.undo, "Undone", "take back", count)

    def action_change_redo(self, count: Count) -> None:
        """Take the last step again, or as many as are counted."""
        self._turn(self._screen.library.redo, "Done again", "do again", count)

    def _turn(
        self, turn: "Callable[[], Undone | None]", done: str, deed: str, count: Count
    ) -> None:
        screen, last, refused = self._screen, None, ""
        try:
            for _ in range(count or 1):
                turned = turn()
                if turned is None:
                    break
                last = turned
        except PaperReadError as error:
            refused = str(error)
        if last is not None:
            self._show(last, done)
        elif not refused:
            screen.status.say(f"There is nothing to {deed}")
        if refused:
            screen.alert(refused)

    def _show(self, last: "Undone", done: str) -> None:
        screen = self._screen
        screen.list.redraw()
        screen.show_selected()
        screen.saver.save_soon()
        screen.update_status()
        screen.facets.count()
        change = (last.step or last.asked)[0]
        title = screen.style.text(change.title)
        said = f"{done}: {_deed(change)}" if last.step else "Changed elsewhere since, so it stays"
        screen.status.say(f"{said} {screen.style.glyphs.dot} {title}")
