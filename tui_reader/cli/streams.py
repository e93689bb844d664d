"""The standard streams as they are found and left: closed, full, broken, or of another encoding."""

import os
import sys
from io import TextIOWrapper

from tui_reader.cli.talk import tell
from tui_reader.errors import PaperReadError

_LONGEST = 1 << 26
"""Characters taken from standard input as ids or a note."""


def prepare() -> None:
    """Print what the encoding cannot hold as a question mark, rather than fail on it."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def speaks_unicode() -> bool:
    """Whether every character can go to standard output."""
    return (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"


def given_text() -> str:
    """All that stands on standard input. Raises PaperReadError where that is no text."""
    if sys.stdin is None or sys.stdin.closed:
        raise PaperReadError("there is no standard input to read")
    try:
        text = sys.stdin.read(_LONGEST + 1)
        text.encode()  # where the locale says little, Python lets other bytes through as surrogates
    except UnicodeError as error:
        raise PaperReadError("standard input is not UTF-8") from error
    if len(text) > _LONGEST:
        raise PaperReadError("standard input is too long")
    return text


def settled(status: int, failed: int) -> int:
    """Write what is still held back; the status, or `failed` where there was no room for it.

    Python would do it at its end, with a complaint of its own and status 120.
    """
    for stream, number in ((sys.stdout, 1), (sys.stderr, 2)):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            mute(number)
        except (OSError, ValueError) as error:
            mute(number)
            # A program that ends by a signal may have lost its terminal; its status says more.
            if number == 1 and status < failed:
                tell(f"paperread: standard output: {getattr(error, 'strerror', error)}")
                status = failed
    return status


def mute(number: int) -> None:
    """Let a stream that takes no more lead nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
