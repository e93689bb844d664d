"""The folder where paperread keeps what it needs to look after one annotations file.

It holds the lock, what the file was when last seen whole, journals, backups, recovery files
and the history.
Nothing in it is the reader's own; it is named by the file's real path, so that two annotations
files never share one.
"""

import fcntl
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui_reader.annotations.backups import Backups
from tui_reader.annotations.history import History
from tui_reader.files.writing import write_atomically

_LOCK_TIMEOUT = 10.0  # seconds
_LOCK_POLL = 0.01  # seconds


@dataclass(frozen=True, slots=True)
class LastSeen:
    """What the file was when a paperread on this machine last wrote or accepted it."""

    digest: str
    papers: int
    """How many papers had something of the reader's on them."""
    is_ended: bool
    """Whether it had the line that ends a whole file."""


class StateFolder:
    """One annotations file's own folder below the state folder."""

    def __init__(self, state_dir: Path, path: Path) -> None:
        self._path = os.path.realpath(path)
        digest = hashlib.sha256(os.fsencode(self._path)).hexdigest()[:16]
        self.folder = state_dir / f"annotations-{digest}"
        self.journals = self.folder / "journal"
        self.backups = Backups(self.folder / "backups")
        self.last_seen_file = self.folder / "last-seen.json"
        self.history = History(self.folder / "history.jsonl")
        self._lock = self.folder / "lock"

    def make(self) -> None:
        """Create it, for its owner only. Raises OSError."""
        self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for folder in (self.folder, self.journals):
            folder.mkdir(mode=0o700, exist_ok=True)
            # The umask may have taken, or an older folder may have given, more than is meant.
            folder.chmod(0o700)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other copies of the program out. Raises TimeoutError after ten seconds, OSError."""
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(self._lock, flags, 0o600)
        try:
            _take(descriptor)
            yield
        finally:
            os.close(descriptor)

    def last_seen(self) -> LastSeen | None:
        """None where nothing is known, or what is written there makes no sense."""
        try:
            written = json.loads(self.last_seen_file.read_bytes())
            return LastSeen(
                str(written["digest"]), int(written["papers"]), bool(written["is_ended"])
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def remember(self, seen: LastSeen) -> None:
        """Write down what the file is now. Raises OSError."""
        written = {"file": self._path, **asdict(seen)}
        write_atomically(self.last_seen_file, json.dumps(written).encode() + b"\n")

    def write_recovery(self, content: bytes) -> Path:
        """Put what could not be saved into a file of its own, here or among temporary files.

        The newest one is taken if it says the same. Raises OSError.
        """
        name = f"recovery-{datetime.now(UTC):%Y-%m-%dT%H%M%S}.yaml"
        try:
            earlier = sorted(self.folder.glob("recovery-*.yaml"))
            if earlier and earlier[-1].read_bytes() == content:
                return earlier[-1]
            write_atomically(self.folder / name, content)
        except OSError:
            descriptor, fallback = tempfile.mkstemp(prefix="paperread-", suffix=f"-{name}")
            os.close(descriptor)
            write_atomically(Path(fallback), content)
            return Path(fallback)
        return self.folder / name


def _take(descriptor: int) -> None:
    deadline = time.monotonic() + _LOCK_TIMEOUT
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise TimeoutError("another copy of paperread holds the lock") from None
            time.sleep(_LOCK_POLL)
        else:
            return
