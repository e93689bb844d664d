"""What was taken back or done again: shown on the main screen, and in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule
from tui_reader.text.clean import clean

if TYPE_CHECKING:
    from tui_reader.library import telling, undoing
    from tui_reader.library.undoing import Step, Undone
    from tui_reader.ui.main_screen import MainScreen
else:
    telling = LaterModule("tui_reader.library.telling")
    undoing = LaterModule("tui_reader.library.undoing")

LONGEST = 300
"""Characters of what is told of one step."""


def show_turned(screen: "MainScreen", turned: Sequence["Undone"]) -> None:
    """Show what steps changed; papers come into the list, or leave it, where it depends on them."""
    changes = tuple(change for undone in turned for change in undone.step)
    if not changes:
        return
    screen.acting.show(changes)
    if not screen.question.is_plain:
        screen.ask(screen.question)


def undone_in_words(undone: "Undone", dot: str, done: str = "Undone") -> str:
    """What was taken back, named as it was done."""
    made = undoing.turned(undone.step)
    return _in_words(done, made, undoing.turned(undone.asked), dot)


def redone_in_words(undone: "Undone", dot: str, done: str = "Done again") -> str:
    """What was done again."""
    return _in_words(done, undone.step, undone.asked, dot)


def _in_words(done: str, made: "Step", asked: "Step", dot: str) -> str:
    if not made:
        return f"Changed elsewhere since, so it stays: {told(asked, dot)}"
    among = _papers(asked)
    said = f"{done}: {told(made, dot, among)}"
    if len(made) == len(asked):
        return said
    others = "the others were" if _papers(made) < among else "the rest was"
    return f"{said}; {others} changed elsewhere since"


def told(step: "Step", dot: str, among: int = 0) -> str:
    """What a step did, to so many of some papers, fit for the screen: files tell of it."""
    return clean(telling.told(step, dot, among), multiline=False, limit=LONGEST)


def _papers(step: "Step") -> int:
    return len({change.id for change in step if change.id})
