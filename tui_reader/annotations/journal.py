"""What the reader did, one JSON line per act, written before a key is acknowledged.

Each process has a file of its own and holds a lock on it for life: a journal whose lock is free
belongs to a process that died, and whoever finds it carries its acts on.
"""

import fcntl
import heapq
import json
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from tui_reader.annotation import Act
from tui_reader.annotations.act_records import act_of, line_of, record_of

_ENDING = ".jsonl"
_UNFINISHED = ".new"


class Journal:
    """This process's journal, open for appending."""

    def __init__(self, folder: Path) -> None:
        """Create it, locked before others can see it. Raises OSError."""
        name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._path = folder / f"{name}{_ENDING}"
        hidden = folder / f"{name}{_UNFINISHED}"
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        self._descriptor = os.open(hidden, flags, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            hidden.rename(self._path)
        except OSError:
            os.close(self._descriptor)
            with suppress(OSError):
                hidden.unlink()
            raise
        self._size = 0
        self._steps = 0

    def append(self, act: Act) -> None:
        """Write one act; it survives the process's death.

        Raises OSError; then nothing was written.
        """
        self._write({"step": self._steps + 1, **record_of(act)})
        self._steps += 1

    def mark_saved(self, acts: int) -> None:
        """Note that so many acts, the first ones, are in the annotations file. Raises OSError."""
        if acts >= self._steps:
            os.ftruncate(self._descriptor, 0)
            self._size = 0
        else:
            self._write({"saved": acts})

    def close(self) -> None:
        """Give it up: removed where nothing is left in it, else left for the next process."""
        with suppress(OSError):
            if self._size == 0:
                self._path.unlink()
        with suppress(OSError):
            os.close(self._descriptor)

    def _write(self, record: dict[str, object]) -> None:
        line = line_of(record)
        try:
            left = memoryview(line)
            while left:
                left = left[os.write(self._descriptor, left) :]
        except OSError:
            # Half a line would spoil the next one.
            with suppress(OSError):
                os.ftruncate(self._descriptor, self._size)
            raise
        self._size += len(line)


@dataclass(frozen=True, slots=True)
class Bequest:
    """The journal of a process that died, now held by this one."""

    path: Path
    descriptor: int
    acts: tuple[Act, ...]
    """What was not yet in the annotations file, in order."""
    is_understood: bool
    """Whether every whole line made sense."""

    def settle(self) -> None:
        """Its acts are in the annotations file: drop it, keeping aside what was not understood."""
        with suppress(OSError):
            if self.is_understood:
                self.path.unlink()
            else:
                self.path.rename(self.path.with_suffix(".not-understood"))
        self.release()

    def release(self) -> None:
        """Leave it for another process."""
        with suppress(OSError):
            os.close(self.descriptor)


def bequests(folder: Path) -> list[Bequest]:
    """The journals of dead processes, each held until settled or released. Raises OSError."""
    found = []
    for path in sorted(folder.glob(f"*{_ENDING}")):
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            acts, is_understood = _read(path.read_bytes())
        except BlockingIOError:
            os.close(descriptor)
            continue
        found.append(Bequest(path, descriptor, acts, is_understood))
    return found


def left_by(dead: Sequence[Bequest]) -> list[Act]:
    """What dead processes did, by its times, but of each as it was written: clocks are set back."""
    return list(heapq.merge(*(bequest.acts for bequest in dead), key=attrgetter("at")))


def _read(content: bytes) -> tuple[tuple[Act, ...], bool]:
    # Behind the last line end there is nothing, or a line that was never acknowledged.
    lines = content.split(b"\n")[:-1]
    acts: dict[int, Act] = {}
    is_understood = True
    for line in lines:
        try:
            record = json.loads(line)
            if "saved" in record:
                saved = int(record["saved"])
                acts = {number: act for number, act in acts.items() if number > saved}
            else:
                acts[int(record["step"])] = act_of(record)
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            is_understood = False
    return tuple(acts[number] for number in sorted(acts)), is_understood
