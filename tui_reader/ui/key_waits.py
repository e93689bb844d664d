"""What a command waits for that was called by a key pressed early."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from tui_reader.library.library import Library
from tui_reader.ui.main_screen import MainScreen

LETTERS_WAIT = 1.0
"""Seconds a command waits at most for letters typed before it."""
MARKS_WAIT = 1.0
"""Seconds a command waits at most for stars and notes, which are read behind the first rows."""
OF_MARKS = frozenset(
    {"paper", "note", "unread", "change", "copy", "status", "tag", "list", "shelf"}
)
"""Families of commands that ask for stars and notes, or change them."""
ANSWER_WAIT = 1.0
"""Seconds a command waits at most for the answer to what was asked before it."""
OF_ROWS = OF_MARKS | {"select", "export"}
"""Families of commands that are meant for papers that are listed."""


async def letters_taken_in(focused: Widget | None) -> None:
    """Wait until the text that has the keyboard has taken in the letters before this key."""
    taken_in = asyncio.Event()
    if focused is not None and focused.call_later(taken_in.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(taken_in.wait(), LETTERS_WAIT)


async def ready_for(family: str, screen: Screen[Any]) -> None:
    """Wait for what commands of a family need to know on the main screen."""
    if isinstance(screen, MainScreen):
        if family in OF_MARKS:
            await marks_known(screen.library)
        if family in OF_ROWS:
            await answered(screen)


async def marks_known(library: Library) -> None:
    """Wait until the stars and notes were read."""
    await until(lambda: library.marks_known, MARKS_WAIT)


async def answered(screen: MainScreen) -> None:
    """Wait until the list shows what was asked for, so that no paper is marked unseen."""
    await until(lambda: not (screen.bar.is_waiting or screen.asking.is_awaited), ANSWER_WAIT)


async def until(happened: Callable[[], bool], seconds: float) -> None:
    """Wait until something has happened, but no longer than so many seconds."""
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        await asyncio.sleep(0.005)
