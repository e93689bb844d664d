"""The real program in a pseudo-terminal: what it draws, what it takes, how it ends."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import pyte

PATIENCE = 30.0
"""Seconds after which something that did not happen counts as a hang."""
PROGRAM = (sys.executable, "-m", "tui_reader")
_KEYBOARD = re.compile(rb"\x1b\[[<>=?][0-9;]*u")


def home_of(folder: Path, **more: str) -> dict[str, str]:
    """An environment whose every folder lies in one, and whose terminal can do what is usual."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "TEXTUAL_ANIMATIONS": "none",
        **more,
    }


class PseudoTerminal:
    """Runs a program as the foreground of a terminal of its own and reads what it draws."""

    def __init__(
        self,
        arguments: Sequence[str | Path],
        env: Mapping[str, str],
        *,
        columns: int = 80,
        lines: int = 24,
        stdin: IO[bytes] | None = None,
        nohup: bool = False,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self.output = bytearray()
        """Everything that came out."""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.master, slave = pty.openpty()
        _set_size(slave, columns, lines)
        self.modes_before = termios.tcgetattr(slave)[:4]

        def take_terminal() -> None:
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            if nohup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)

        self.process = subprocess.Popen(
            [*program, *map(str, arguments)],
            env=dict(env),
            stdin=stdin if stdin is not None else slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=take_terminal,  # noqa: PLW1509 - the tests start it from their only thread
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    # What is seen

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        rows = (self._screen.buffer[row] for row in range(self._screen.lines))
        # The second cell of a wide character is empty.
        return ["".join(row[x].data for x in range(self._screen.columns)).rstrip() for row in rows]

    @property
    def modes(self) -> list[Any]:
        """How the terminal treats keys and lines now."""
        return termios.tcgetattr(self.master)[:4]

    def wait_for(self, *texts: str) -> None:
        """Read on until all these texts are on the screen."""
        self.wait_until(lambda: all(text in self.text for text in texts), " and ".join(texts))

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Read on until something holds of what was drawn, or fail after the patience."""
        end = time.monotonic() + PATIENCE
        while not holds():
            left = end - time.monotonic()
            assert left > 0, f"never saw {what}:\n{self.text}"
            assert self._read(min(left, 0.2)) or holds(), f"ended before {what}:\n{self.text}"

    def _read(self, seconds: float) -> bool:
        """Take in what comes within this time; False when nothing can come any more."""
        if not select.select([self.master], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False  # Linux says so when the last program has left the terminal
        self.output += data
        # pyte takes the keyboard protocol's private sequences for text.
        self._stream.feed(_KEYBOARD.sub(b"", data))
        return bool(data)

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as it was: its own screen, cursor shown, no mouse, its modes."""
        out = bytes(self.output)
        pairs = [(b"?1049l", b"?1049h"), (b"?25h", b"?25l"), (b"?1000l", b"?1000h")]
        pairs += [(b"?1003l", b"?1003h"), (b"?2004l", b"?2004h")]
        ended = all(out.rfind(b"\x1b[" + end) > out.rfind(b"\x1b[" + use) for end, use in pairs)
        return ended and self.modes == self.modes_before

    # What is done

    def press(self, keys: str) -> None:
        """Type these characters."""
        os.write(self.master, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size; the program is told by SIGWINCH."""
        self._screen.resize(lines, columns)
        _set_size(self.master, columns, lines)

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def ended(self) -> int:
        """Read until the program has ended; its exit status, negative for a fatal signal."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"did not end:\n{self.text}"
            if self.master < 0 or not self._read(0.1):
                return self.process.wait(max(0.1, end - time.monotonic()))
        while self.master >= 0 and select.select([self.master], [], [], 0)[0] and self._read(0):
            pass
        return self.process.returncode


def _set_size(descriptor: int, columns: int, lines: int) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
