"""Earlier states of the annotations file: the ten newest, and the last of each of thirty days."""

import hashlib
import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui_reader.files.writing import write_atomically

_NEWEST = 10
_DAYS = 30
_GOOD = ".yaml"
_REFUSED = ".refused"


class Backups:
    """A folder of copies, named by their moment (UTC) and content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Where the copies lie; made with the first of them."""

    def keep(self, content: bytes) -> None:
        """Keep a good state, unless the newest copy is the same. Raises OSError."""
        self._keep(content, _GOOD)

    def keep_refused(self, content: bytes) -> None:
        """Keep a state that looks damaged, apart from the good ones. Raises OSError."""
        self._keep(content, _REFUSED)

    def newest_first(self) -> list[Path]:
        """The good states; empty where there are none or they cannot be listed."""
        return self._copies(_GOOD)

    def is_newest(self, digest: str) -> bool:
        """Whether the newest good state has this SHA-256."""
        return self._is_newest(digest, _GOOD)

    def _is_newest(self, digest: str, kind: str) -> bool:
        copies = self._copies(kind)
        return bool(copies) and copies[0].name.endswith(_mark(digest, kind))

    def _copies(self, kind: str) -> list[Path]:
        try:
            names = [name for name in os.listdir(self.folder) if name.endswith(kind)]
        except OSError:
            return []
        return [self.folder / name for name in sorted(names, reverse=True) if name[0] != "."]

    def _keep(self, content: bytes, kind: str) -> None:
        digest = hashlib.sha256(content).hexdigest()
        if self._is_newest(digest, kind):
            return
        self.folder.mkdir(mode=0o700, exist_ok=True)
        now = datetime.now(UTC)
        name = f"{now:%Y-%m-%dT%H%M%S.%f}{_mark(digest, kind)}"
        write_atomically(self.folder / name, content)
        self._thin_out(kind, now)

    def _thin_out(self, kind: str, now: datetime) -> None:
        oldest = f"{now - timedelta(days=_DAYS):%Y-%m-%d}"
        days: set[str] = set()
        for place, copy in enumerate(self._copies(kind)):
            day = copy.name[:10]
            if place >= _NEWEST and (day in days or day < oldest):
                with suppress(OSError):
                    copy.unlink()
            days.add(day)


def _mark(digest: str, kind: str) -> str:
    """How the name of a copy of this content ends."""
    return f"-{digest[:16]}{kind}"
