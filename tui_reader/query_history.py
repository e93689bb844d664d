"""The queries that were asked, kept between runs in one plain text file, the newest last."""

import fcntl
import os
import stat
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule

if TYPE_CHECKING:
    from tui_reader.files import writing
    from tui_reader.text import clean
else:
    writing = LaterModule("tui_reader.files.writing")
    clean = LaterModule("tui_reader.text.clean")

MOST = 500
"""Queries kept."""
LONGEST = 500
"""Characters of a query that is kept."""
LARGEST = 1_000_000
"""Bytes of the file that are looked at, from its end."""

TRIES = 50
TRIED_EVERY = 0.02
"""Seconds between two tries to be the only copy that saves."""

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class QueryHistory:
    """The file that remembers; whatever goes wrong with it only costs the memory.

    `save` may run in a worker; everything else belongs to one thread.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._entries: tuple[str, ...] | None = None
        self._unsaved: list[str] = []
        self._saving = threading.Lock()

    @property
    def entries(self) -> tuple[str, ...]:
        """The queries, the newest last; read when first asked for."""
        if self._entries is None:
            self._entries = _read(self._file)
        return self._entries

    def add(self, query: str) -> bool:
        """Remember a query; False for a blank one, a huge one, or the same twice running."""
        query = _line(query)
        if not query or query == next(reversed(self.entries), ""):
            return False
        self._entries = _joined(self.entries, (query,))
        self._unsaved.append(query)
        return True

    def save(self) -> None:
        """Write what was added behind what other copies of the program wrote meanwhile."""
        with self._saving:
            added, self._unsaved = self._unsaved, []
            if not added:
                return
            with suppress(OSError):
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with _locked(self._file.parent):
                    queries = _joined(_read(self._file), added)
                    content = "".join(f"{query}\n" for query in queries)
                    writing.write_atomically(self._file, content.encode())


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other copies of the program waiting; where that cannot be had soon, go without."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for _ in range(TRIES):
            with suppress(OSError):
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            time.sleep(TRIED_EVERY)
        yield
    finally:
        os.close(descriptor)


def _joined(before: Sequence[str], added: Sequence[str]) -> tuple[str, ...]:
    """All queries that are kept, each where it was asked last."""
    newest_first = list(dict.fromkeys(reversed((*before, *added))))
    return tuple(newest_first[:MOST][::-1])


def _read(file: Path) -> tuple[str, ...]:
    """The queries in a file, of which anything may have been made; none where it has none."""
    try:
        lines = _end(file).rsplit(b"\n", MOST + 1)[-MOST - 1 :]
    except OSError:
        return ()
    queries = (_line(line.decode("utf-8", "ignore")) for line in lines)
    return _joined((), [query for query in queries if query])


def _end(file: Path) -> bytes:
    number = os.open(file, _FLAGS)
    try:
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode):
            return b""
        return os.pread(number, LARGEST, max(0, found.st_size - LARGEST))
    finally:
        os.close(number)


def _line(query: str) -> str:
    """A query in one clean line; empty where it is too long to be kept."""
    query = clean.clean(query[: 2 * LONGEST], multiline=False, limit=LONGEST + 1)
    return query if len(query) <= LONGEST else ""
