"""Leaving in good order: signals save first, and a terminal that went away ends the program."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable

WATCHED_EVERY = 1.0
"""Seconds between two looks at the terminal."""


def on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit status when a signal asks to go; a second one ends at once.

    SIGINT, sent from outside since ctrl+c is a key here, is a request like any other: status 0.
    """
    loop = asyncio.get_running_loop()

    def bye(number: int) -> None:
        signal.signal(number, signal.SIG_DFL)
        leave(0 if number == signal.SIGINT else 128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        if signal.getsignal(number) is signal.SIG_IGN:
            continue  # started by nohup: the watch on the terminal does its work
        loop.add_signal_handler(number, bye, number)


def watch_terminal(save: Callable[[], None]) -> threading.Event:
    """Look after the terminal in a thread; when it is gone, save and end. Returns a stop switch."""
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(WATCHED_EVERY):
            if not terminal_is_there():
                try:
                    save()
                finally:  # without a terminal the app would only burn time
                    os._exit(129)

    threading.Thread(target=watch, name="terminal-watch", daemon=True).start()
    return stop


def terminal_is_there() -> bool:
    """Whether the terminal that the keys come from still answers."""
    try:
        import termios  # noqa: PLC0415 - not on every system, and only needed here

        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except (OSError, ValueError, termios.error):
        return False
    return True
