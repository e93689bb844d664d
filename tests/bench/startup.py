"""From start to the first painted rows, in a pseudo-terminal, beside a bare Textual list."""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

BARE = """
from textual.app import App
from textual.widgets import OptionList
class Bare(App):
    def compose(self):
        yield OptionList(*[f"row {n}" for n in range(100)])
Bare().run()
"""
PATIENCE = 60


def _once(command: Sequence[str], text: bytes, compiled: str) -> float:
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.execv(command[0], list(command))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = b""
    try:
        while time.perf_counter() - start < PATIENCE:
            if select.select([terminal], [], [], 0.02)[0]:
                seen += os.read(terminal, 65536)
                if text in seen:
                    return time.perf_counter() - start
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    raise TimeoutError(f"{text!r} was never painted by {command}")


def table(dump: Path, first_title: str, times: int = 9) -> list[tuple[str, float]]:
    """Median seconds for the bare list, our frame, and our first row with an index present.

    They take turns, so that a busy machine is busy for each of them. Each is started once before,
    so that all modules are compiled, as they are where the program was installed.
    """
    python = sys.executable
    reader = [python, "-P", "-m", "tui_reader", str(dump)]
    asked = {
        "bare Textual with one list": ([python, "-c", BARE], b"row 5"),
        "paperread, frame": (reader, b"words, "),
        "paperread, first rows": (reader, first_title.encode()),
    }
    with tempfile.TemporaryDirectory(prefix="paperread-compiled-") as compiled:
        rounds = [[_once(*each, compiled) for each in asked.values()] for _ in range(times + 1)]
    medians = (statistics.median(column) for column in zip(*rounds[1:], strict=True))
    return list(zip(asked, medians, strict=True))
