"""Leaving by a key: how that is said, and what is waited for first."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from textual.screen import Screen

from tui_reader.commands import Place
from tui_reader.keymaps.keymap import Keymap
from tui_reader.ui.key_waits import until
from tui_reader.ui.main_screen import MainScreen

LEAVE_WAIT = 10.0
"""Seconds for which what the reader asked for may keep the program; a signal ends it at once."""


def how_to_leave(keymap: Keymap, place: Place | None) -> str:
    """The keys that leave what has the keyboard."""
    if place == "note":
        save, cancel = keymap.short("note.save"), keymap.short("note.cancel")
        return f"{save} keeps what you wrote, {cancel} does not"
    key = keymap.short("app.quit", place) or keymap.short("view.back", place)
    return f"{key} leaves the program"


async def everything_done(screens: Sequence[Screen[Any]]) -> None:
    """Wait for deeds and exports that were asked for: an end would take them back unsaid."""
    for screen in screens:
        if isinstance(screen, MainScreen) and not _is_done(screen):
            screen.status.say("Leaving as soon as this is done")
            await until(partial(_is_done, screen), LEAVE_WAIT)


def _is_done(screen: MainScreen) -> bool:
    return screen.acting.idle and screen.export_commands.errands.idle
