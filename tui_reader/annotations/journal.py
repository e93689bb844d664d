"""What the reader did, one JSON line per step, written before a key is acknowledged.

Each process has a file of its own and holds a lock on it for life: a journal whose lock is free
belongs to a process that died, and whoever finds it carries its steps on.
"""

import fcntl
import json
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import get_args

from tui_reader.annotation import Change, Field
from tui_reader.papers import PaperId

_ENDING = ".jsonl"
_UNFINISHED = ".new"
_FIELDS: tuple[Field, ...] = get_args(Field)


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

    @property
    def steps(self) -> int:
        """How many steps were appended so far; also the number of the last one."""
        return self._steps

    def append(self, changes: Sequence[Change]) -> int:
        """Write one step; it survives the process's death. Returns its number.

        Raises OSError; then nothing was written.
        """
        step = {"step": self._steps + 1, "changes": [asdict(change) for change in changes]}
        self._write(step)
        self._steps += 1
        return self._steps

    def mark_saved(self, step: int) -> None:
        """Note that the steps up to this one are in the annotations file. Raises OSError."""
        if step >= self._steps:
            os.ftruncate(self._descriptor, 0)
            self._size = 0
        else:
            self._write({"saved": step})

    def close(self) -> None:
        """Give it up: removed where nothing is left in it, else left for the next process."""
        with suppress(OSError):
            if self._size == 0:
                self._path.unlink()
        with suppress(OSError):
            os.close(self._descriptor)

    def _write(self, record: dict[str, object]) -> None:
        line = json.dumps(record, separators=(",", ":")).encode() + b"\n"
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
    steps: tuple[tuple[Change, ...], ...]
    """What was not yet in the annotations file, in order."""
    is_understood: bool
    """Whether every whole line made sense."""

    def settle(self) -> None:
        """Its steps are in the annotations file: drop it, keeping aside what was not understood."""
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
            steps, is_understood = _read(path.read_bytes())
        except BlockingIOError:
            os.close(descriptor)
            continue
        found.append(Bequest(path, descriptor, steps, is_understood))
    return found


def _read(content: bytes) -> tuple[tuple[tuple[Change, ...], ...], bool]:
    # Behind the last line end there is nothing, or a line that was never acknowledged.
    lines = content.split(b"\n")[:-1]
    steps: dict[int, tuple[Change, ...]] = {}
    is_understood = True
    for line in lines:
        try:
            record = json.loads(line)
            if "saved" in record:
                saved = int(record["saved"])
                steps = {number: step for number, step in steps.items() if number > saved}
            else:
                steps[int(record["step"])] = tuple(map(_change, record["changes"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            is_understood = False
    return tuple(steps[number] for number in sorted(steps)), is_understood


def _change(record: dict[str, object]) -> Change:
    field = _FIELDS[_FIELDS.index(record["field"])]
    old, new = record["old"], record["new"]
    kind = str if field == "note" else bool
    if not isinstance(old, kind) or not isinstance(new, kind):
        raise TypeError(f"{field} with a value of another type")
    return Change(
        PaperId(str(record["id"])), str(record["title"]), field, old, new, str(record["at"])
    )
