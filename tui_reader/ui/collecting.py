"""The collector of garbage, kept from holding up the screen while very much is made."""

import gc
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def without_pauses(work: Callable[[], T]) -> T:
    """Do work, in any thread, that makes very many objects, most of which last.

    The collector would look through all of them again and again, and nothing else goes on then.
    What was made is left out by it afterwards, if that was so of what was made at the start.
    """
    if not gc.isenabled():
        return work()
    gc.disable()
    try:
        return work()
    finally:
        if gc.get_freeze_count():
            gc.freeze()
        gc.enable()
