"""Runs a command on a pseudo-terminal until a text is on its screen, presses Q, expects status 0.

`python3 open_on_terminal.py TEXT COMMAND` with the standard library alone.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

PATIENCE = 600


def main(text: str, command: str) -> int:
    """Open, wait for the text, leave; the command's status, or 1 where the text never came."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp("bash", ["bash", "-euo", "pipefail", "-c", command])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen, asked, end = b"", False, time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if select.select([terminal], [], [], 1.0)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
            if not asked and text.encode() in seen:
                os.write(terminal, b"Q")
                asked = True
    else:
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(f"{'seen' if asked else 'never seen'}: {text!r}; status {status}")  # noqa: T201 - CI reads it
    return status if asked else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
