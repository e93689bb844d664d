"""The annotations file behind its guards: read and doubted, backed up, written only as it was seen.

It keeps the last good reading as the common ancestor of every merge. One thread at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui_reader.annotation import Holdings
from tui_reader.annotations.annotations_file import Look, is_still, load, look, next_content
from tui_reader.annotations.document import Document, UnintelligibleError
from tui_reader.annotations.doubts import doubt
from tui_reader.annotations.state_folder import LastSeen, StateFolder
from tui_reader.errors import Problem
from tui_reader.files.writing import write_atomically


class GuardedFile:
    """The file, and what it said when it was last understood."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        """What the file is called in problems."""
        self.folder: StateFolder | None = None
        """Where locks and backups are; None where there is no such folder to be had."""
        self.base = Document()
        """What the file said, with our changes not in it."""
        self._digest: str | None = ""  # None where `base` is not what the file says now

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other copies of the program out, where that can be done. Raises OSError."""
        if self.folder is None:
            yield
        else:
            with self.folder.locked():
                yield

    def read(self) -> tuple[Look, Document]:
        """What the file says now; a file that is gone says what it said before.

        Raises UnintelligibleError where it cannot be understood or believed, OSError.
        """
        last = self.folder.last_seen() if self.folder else None
        seen = look(self.path, {self._digest or "", last.digest if last else ""})
        if seen.content is None or seen.digest == self._digest:
            return seen, self.base
        document = load(seen.content, self.name)
        if self.folder and (reason := doubt(document, seen.digest, last, self.folder)):
            with suppress(OSError):
                self.folder.backups.keep_refused(seen.content)
            raise UnintelligibleError(Problem(self.name, 0, reason))
        return seen, document

    def is_news(self, seen: Look) -> bool:
        """Whether somebody else has written what was seen."""
        return seen.content is not None and seen.digest != self._digest

    def accept(self, document: Document, seen: Look) -> None:
        """Take this reading as the common ancestor and the file's last good state."""
        self.base, self._digest = document, seen.digest
        if self.folder and seen.content is not None:
            last = LastSeen(seen.digest, document.weight, document.is_ended)
            if last != self.folder.last_seen():
                with suppress(OSError):
                    self.folder.remember(last)

    def fall_back(self) -> None:
        """Take the newest backup that can be read as the ancestor, the file being unusable."""
        self.base, self._digest = Document(), None
        for copy in self.folder.backups.newest_first() if self.folder else ():
            with suppress(OSError, UnintelligibleError):
                self.base = load(copy.read_bytes(), self.name)
                return

    def write(
        self, seen: Look, theirs: Document, holdings: Holdings
    ) -> tuple[Look, Document] | None:
        """Bring the file to hold this; None where it is no longer what was `seen`.

        Raises OSError, UnintelligibleError; then the file is as it was.
        """
        content, after = next_content(seen, theirs, holdings, self.name)
        if content is not None and content != seen.content:
            self._vouch_for(content, after)
            self.path.resolve().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not write_atomically(self.path, content, precheck=lambda: is_still(self.path, seen)):
                return None
        return Look.at(content), after

    def _vouch_for(self, content: bytes, document: Document) -> None:
        """Keep a copy of what is to be written, by which it is believed if we die right behind it.

        Only where it would be doubted: a save that fails again and again must not fill the backups.
        """
        if not self.folder:
            return
        digest = Look.at(content).digest
        if doubt(document, digest, self.folder.last_seen(), self.folder):
            with suppress(OSError):  # the store tells of backups that fail
                self.back_up(content)

    def back_up(self, content: bytes | None) -> None:
        """Keep a copy of a good state. Raises OSError."""
        if self.folder and content:
            self.folder.backups.keep(content)
