"""What a command waits for that was called by a key pressed early."""

import asyncio
import time
from contextlib import suppress

from textual.widget import Widget

from tui_reader.library.library import Library

LETTERS_WAIT = 1.0
"""Seconds a command waits at most for letters typed before it."""
MARKS_WAIT = 1.0
"""Seconds a command waits at most for stars and notes, which are read behind the first rows."""
OF_MARKS = frozenset(
    {"paper", "note", "unread", "change", "copy", "status", "tag", "list", "shelf"}
)
"""Families of commands that ask for stars and notes, or change them."""


async def letters_taken_in(focused: Widget | None) -> None:
    """Wait until the text that has the keyboard has taken in the letters before this key."""
    taken_in = asyncio.Event()
    if focused is not None and focused.call_later(taken_in.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(taken_in.wait(), LETTERS_WAIT)


async def marks_known(library: Library) -> None:
    """Wait until the stars and notes were read."""
    end = time.monotonic() + MARKS_WAIT
    while not library.marks_known and time.monotonic() < end:
        await asyncio.sleep(0.005)
