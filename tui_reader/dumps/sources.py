"""Which files are the dumps: those named, and those in the folders named."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui_reader.errors import Problem
from tui_reader.files.reading import shown_name

MAX_DEPTH = 20
"""Folders below a named one that are entered, counted downwards."""
MAX_FILES = 50_000
_DIGITS = re.compile(r"(\d+)", re.ASCII)


def find_dumps(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The files to read, in order, and what could not be looked at.

    A file that is named is taken as it is. A folder is walked in the order of names, numbers
    by their value; what begins with a dot is left out there. A file reached twice, whichever
    way, is taken once.
    """
    walk = _Walk()
    for path in paths:
        walk.visit(path, 0)
    return tuple(walk.files), tuple(walk.problems)


class _Walk:
    """What has been found so far."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.problems: list[Problem] = []
        self._seen: set[str] = set()
        self._full = False

    def visit(self, path: Path, depth: int) -> None:
        """Take a file, or all that lies in a folder."""
        try:
            found = path.stat()
            place = os.path.realpath(path)
        except (OSError, ValueError) as error:
            self._tell(path, f"cannot be opened: {_reason(error)}")
            return
        if place in self._seen or self._full:
            return
        self._seen.add(place)
        if stat.S_ISDIR(found.st_mode):
            for entry in self._entries(path, depth):
                self.visit(entry, depth + 1)
        elif depth and not stat.S_ISREG(found.st_mode):
            self._tell(path, "is not a regular file")
        else:
            self._take(path)

    def _take(self, path: Path) -> None:
        if len(self.files) == MAX_FILES:
            self._full = True
            self._tell(path, f"is one too many: only the first {MAX_FILES} files are read")
            return
        self.files.append(path)

    def _entries(self, folder: Path, depth: int) -> Iterator[Path]:
        if depth > MAX_DEPTH:
            self._tell(folder, f"lies more than {MAX_DEPTH} folders deep and is not read")
            return
        try:
            entries = [name for name in os.listdir(folder) if not name.startswith(".")]
        except OSError as error:
            self._tell(folder, f"cannot be listed: {_reason(error)}")
            return
        for name in sorted(entries, key=_natural):
            yield folder / name

    def _tell(self, path: Path, reason: str) -> None:
        self.problems.append(Problem(shown_name(path), 0, reason))


def _natural(name: str) -> tuple[list[tuple[bool, int, str]], str]:
    """A key that sorts `day 9` before `day 10`."""
    parts = _DIGITS.split(name.casefold())
    key = [
        (odd == 0, int(part) if odd and len(part) < 4000 else 0, part)
        for odd, part in ((number % 2, part) for number, part in enumerate(parts))
    ]
    return key, name


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return "the name is not one a file can have"
