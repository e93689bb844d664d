"""What the reader did, act by act, also in earlier runs: a file that is only ever added to.

It lies in the state folder. Without it nothing of the reader's is lost but the way back.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from tui_reader.annotation import Act
from tui_reader.annotations.act_records import act_of, line_of, record_of
from tui_reader.files.writing import write_atomically

LARGEST = 40_000_000
"""Bytes from which on the older half is dropped."""
MOST = 2_000
"""Acts that are told of; older ones cannot be taken back any more."""


class History:
    """The file of past acts. Whoever adds to it keeps other copies of the program out."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0  # bytes
        self._device: tuple[int, int] = (0, 0)
        self._acts: dict[str, Act] = {}
        self._reading = Lock()
        self._unwritten: tuple[Act, ...] = ()

    def log(self, acts: Sequence[Act]) -> None:
        """Keep acts for taking back; where they cannot be written, until the end of this run."""
        self._unwritten = (*self._unwritten, *acts)
        with suppress(OSError):
            self._add(self._unwritten)
            self._unwritten = ()

    def _add(self, acts: Sequence[Act]) -> None:
        """Write acts behind the others. Raises OSError; then none was written."""
        lines = b"".join(line_of(record_of(act)) for act in acts)
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(self._path, flags, 0o600)
        try:
            status = os.fstat(descriptor)
            size = status.st_size
            if size and os.pread(descriptor, 1, size - 1) != b"\n":
                lines = b"\n" + lines  # somebody died in the middle of a line
            try:
                left = memoryview(lines)
                while left:
                    left = left[os.write(descriptor, left) :]
            except OSError:
                with suppress(OSError):
                    os.ftruncate(descriptor, size)
                raise
        finally:
            os.close(descriptor)
        with self._reading:
            if not size or ((status.st_dev, status.st_ino), size) == (self._device, self._read):
                # All before it is known: so is the file now, without another look.
                self._device = (status.st_dev, status.st_ino)
                self._read = size + len(lines)
                self._know(acts)
        if size + len(lines) > LARGEST:
            with suppress(OSError):  # all is written; what is too much goes the next time
                self._drop_older_half()

    def acts(self) -> Sequence[Act]:
        """All acts that are told of, the oldest first; a line that makes no sense is left out."""
        with self._reading:
            self._take_in()
            found = {**self._acts, **{act.id: act for act in self._unwritten}}
            return tuple(found.values())

    def _take_in(self) -> None:
        """Read what was added since the last look."""
        try:
            with self._path.open("rb") as file:
                status = os.fstat(file.fileno())
                if (status.st_dev, status.st_ino) != self._device or status.st_size < self._read:
                    self._device, self._read = (status.st_dev, status.st_ino), 0
                    self._acts = {}
                file.seek(self._read)
                added = file.read()
        except OSError:
            return
        whole = added[: added.rfind(b"\n") + 1]
        self._read += len(whole)
        for line in whole.splitlines():
            with suppress(ValueError, KeyError, TypeError, RecursionError, AttributeError):
                self._know([act_of(json.loads(line))])

    def _know(self, acts: Sequence[Act]) -> None:
        self._acts |= {act.id: act for act in acts}
        while len(self._acts) > MOST:
            del self._acts[next(iter(self._acts))]

    def _drop_older_half(self) -> None:
        content = self._path.read_bytes()
        # The last act stays, be it as long as it may.
        last = content.rfind(b"\n", 0, -1) + 1
        cut = min(content.find(b"\n", len(content) - LARGEST // 2) + 1, last)
        if cut:
            write_atomically(self._path, content[cut:])
