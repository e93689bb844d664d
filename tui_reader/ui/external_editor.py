"""A note handed to the reader's own editor and taken back, or left in a file if anything is odd."""

import os
import shlex
import signal
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LARGEST = 1_000_000
"""Bytes taken back from an editor."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of it."""

    text: str | None
    """The new text; None where the note is to stay as it is."""
    file: Path
    """The file that was edited; to be removed once the note is kept."""
    reason: str = ""
    """Why the note stays as it is, though something may have been written."""


def editor_command() -> list[str]:
    """The reader's editor, as words of a command."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(os.environ.get(name, ""))
        except ValueError:
            continue  # an unclosed quote; the next one may do
        if words:
            return words
    return ["vi"]


def edit(text: str, folder: Path) -> Edited:
    """Run the editor on a text, in a file of ours.

    Never raises: while it runs the screen is not the app's, which must get it back in order.
    """
    file = folder
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix="note-", suffix=".md", dir=folder)
        file = Path(name)
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(text + "\n" if text else "")
        with _keys_left_to_the_editor():
            status = subprocess.Popen([*editor_command(), name]).wait()
    except OSError as error:
        return Edited(None, file, f"The editor could not be started ({error.strerror})")
    if status:
        return Edited(None, file, f"The editor ended with status {status}; the file is {file}")
    return _taken_back(text, file)


@contextmanager
def _keys_left_to_the_editor() -> Iterator[None]:
    """Let ctrl+c and ctrl+\\ end nothing here, from before an editor is started until it is left.

    They are handled, by doing nothing: what is ignored would be ignored by the editor as well.
    """
    asyncio_told = signal.set_wakeup_fd(-1)  # or it would leave the program at ctrl+c
    keys = (signal.SIGINT, signal.SIGQUIT)
    before = {key: signal.signal(key, lambda number, frame: None) for key in keys}
    try:
        yield
    finally:
        for key, handler in before.items():
            signal.signal(key, handler)
        signal.set_wakeup_fd(asyncio_told)


def _taken_back(before: str, file: Path) -> Edited:
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
                return Edited(None, file, f"The editor left no ordinary text file in {file}")
            after = opened.read(LARGEST).decode("utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError):
        return Edited(None, file, f"What the editor left cannot be read as UTF-8 text: {file}")
    if before.strip() and not after.strip():
        return Edited(None, file, "The editor left nothing; the note page can remove a note")
    return Edited(after if after != before else None, file)
