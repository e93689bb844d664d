"""`paperread undo` and `redo`: takes back what was done here or in the app, and does it again."""

import argparse

from tui_reader.cli.changing import changing, in_words
from tui_reader.cli.talk import tell
from tui_reader.library.undoing import Undone, turned


def run(arguments: argparse.Namespace) -> int:
    """Turn so many steps; 1 where there were fewer. Nothing changed elsewhere since is touched."""
    is_undo = arguments.turn == "undo"
    with changing(arguments) as library:
        for _ in range(arguments.steps):
            undone = library.undo() if is_undo else library.redo()
            if undone is None:
                tell(f"paperread: nothing to {arguments.turn}")
                return 1
            print(_said(undone, is_undo=is_undo))
    return 0


def _said(undone: Undone, *, is_undo: bool) -> str:
    """What was taken back or done again, and what was not."""
    step = in_words(turned(undone.asked) if is_undo else undone.asked)
    if not undone.step:
        return f"Changed elsewhere since, so it stays: {step}"
    said = f"{'Undone' if is_undo else 'Done again'}: {step}"
    left = len(undone.asked) - len(undone.step)
    stays = (
        "was changed elsewhere since, and stays"
        if left == 1
        else ("were changed elsewhere since, and stay")
    )
    return f"{said}; {left:,} {stays}" if left else said
