"""Files read within bounds: never a hang, never more memory than promised, one clear reason."""

import io
import lzma
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from tui_reader.errors import UnreadableError
from tui_reader.files.compression import MAX_BYTES, TooMuch, unpacked
from tui_reader.files.encodings import DAMAGE, HEAD, decoded, foreign
from tui_reader.files.lines import lines
from tui_reader.text.clean import clean

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_KERNEL = (Path("/proc"), Path("/sys"))
_DAMAGED_DATA = (OSError, EOFError, zlib.error, lzma.LZMAError)


def shown_name(path: Path) -> str:
    """The file's name, safe to show: names may hold line breaks, escapes and broken UTF-8."""
    name = (path.name or str(path)).encode("utf-8", "replace").decode()
    return clean(name, multiline=False, limit=255) or "(unnamed)"


class TextFile:
    """A file that is open for reading, as text; it is read once, from the beginning."""

    def __init__(self, name: str, raw: io.FileIO) -> None:
        self.name = name
        """The file's name, safe to show."""
        self.damaged = 0
        """Lines so far that held bytes which are no text."""
        self._raw = raw
        self._before = _state(raw)
        self._text = self._decoded()

    def pieces(self) -> Iterator[str]:
        """What has not been read yet, in pieces of any size; every line end is LF.

        Raises UnreadableError where the file turns out to be binary, damaged or too large.
        """
        open_line = False
        for text in self._text:
            if DAMAGE not in text:
                open_line = open_line and "\n" not in text
                yield text
                continue
            first, *others = text.split("\n")
            self.damaged += (DAMAGE in first and not open_line) + sum(
                DAMAGE in line for line in others
            )
            open_line = DAMAGE in others[-1] if others else True
            yield text.replace(DAMAGE, "\N{REPLACEMENT CHARACTER}")

    def lines(self) -> Iterator[str | None]:
        """What has not been read yet, line by line; None for a line that is too long.

        Raises UnreadableError where the file turns out to be binary, damaged or too large.
        """
        return lines(self.pieces())

    def changed(self) -> bool:
        """Whether the file became another while it was read."""
        return _state(self._raw) != self._before

    def _decoded(self) -> Iterator[str]:
        """Read, unpack and decode, with every failure turned into one clear reason."""
        try:
            packed_head = self._raw.read(HEAD)
            self._raw.seek(0)
            chunks = (chunk for chunk in unpacked(self._raw, packed_head) if chunk)
            head = next(chunks, b"")
            if kind := foreign(head[:HEAD]):
                raise UnreadableError(self.name, f"is {kind}")
            yield from decoded(chain((head,), chunks), head)
        except TooMuch as verdict:
            raise UnreadableError(self.name, str(verdict)) from verdict
        except EOFError as error:
            raise UnreadableError(self.name, "its compressed data ends too early") from error
        except _DAMAGED_DATA as error:
            raise UnreadableError(self.name, f"cannot be read: {_plain(error)}") from error


@contextmanager
def open_text(path: Path) -> Iterator[TextFile]:
    """Open a file for reading as text, whatever it may turn out to be.

    Raises UnreadableError unless it is a regular file of at most 512 MB.
    """
    name = shown_name(path)
    try:
        number = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise UnreadableError(name, f"cannot be opened: {_plain(error)}") from error
    try:
        _check(name, os.fstat(number))
        raw = open(number, "rb", buffering=0, closefd=False)  # noqa: SIM115 - closed by number
        yield TextFile(name, raw)
    finally:
        os.close(number)


def _check(name: str, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableError(name, "is a folder")
    if not stat.S_ISREG(found.st_mode) or found.st_dev in _kernel_devices():
        raise UnreadableError(name, "is not a regular file")
    if found.st_size > MAX_BYTES:
        raise UnreadableError(name, f"is larger than {MAX_BYTES >> 20} MB")


def _kernel_devices() -> set[int]:
    """Devices of the file systems that hold no saved files."""
    return {folder.stat().st_dev for folder in _KERNEL if folder.is_mount()}


def _state(raw: io.FileIO) -> tuple[int, int, int, int]:
    found = os.fstat(raw.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _plain(error: BaseException) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return clean(text, multiline=False, limit=200) or type(error).__name__
