"""The reader's own file: looked at within bounds, understood, and its next bytes prepared."""

import codecs
import errno
import hashlib
import os
import stat
import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from tui_reader.annotation import Holdings
from tui_reader.annotations.document import Document, UnintelligibleError
from tui_reader.annotations.patching import patch
from tui_reader.annotations.rendering import render
from tui_reader.annotations.tidying import cleaned
from tui_reader.annotations.yaml_file import parse
from tui_reader.errors import Problem

LARGEST = 32_000_000
"""Bytes; a larger file is not read."""
_READING = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_SETTLED = 0.25  # seconds without a write, after which nobody is taken to be still writing
_PATIENCE = 3.0  # seconds


@dataclass(frozen=True, slots=True)
class Look:
    """The file's bytes at one moment."""

    content: bytes | None
    """None where there is no file."""
    digest: str
    """SHA-256 of the bytes; empty where there is no file."""

    @classmethod
    def at(cls, content: bytes | None) -> "Look":
        """What a look would see if the file had this content."""
        return cls(content, hashlib.sha256(content).hexdigest() if content is not None else "")


def look_now(path: Path) -> Look:
    """Read the file as it is, though somebody be writing it. Raises OSError, also where none is."""
    return Look.at(_read(path)[0])


def is_still(path: Path, seen: Look) -> bool:
    """Whether the file is as it was seen. Raises OSError."""
    try:
        return _read(path)[0] == seen.content
    except FileNotFoundError:
        return seen.content is None


def look(path: Path, known: Collection[str]) -> Look:
    """Read the file; wait a moment where somebody else, with bytes not `known`, is just writing it.

    Raises OSError: every reason but a missing file is an error, never an empty file.
    """
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            content, written = _read(path)
        except FileNotFoundError:
            return Look.at(None)
        seen = Look.at(content)
        age = abs(time.time() - written)
        if seen.digest in known or age >= _SETTLED or time.monotonic() > patience:
            return seen
        time.sleep(_SETTLED - age + 0.01)


def _read(path: Path) -> tuple[bytes, float]:
    descriptor = os.open(path, _READING)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        if status.st_size > LARGEST:
            raise OSError(errno.EFBIG, f"larger than {LARGEST // 10**6} MB", str(path))
        content = b""
        while part := os.read(descriptor, min(status.st_size, LARGEST) + 1):
            content += part
            if len(content) > LARGEST:
                raise OSError(errno.EFBIG, f"larger than {LARGEST // 10**6} MB", str(path))
    finally:
        os.close(descriptor)
    return content, status.st_mtime


def load(content: bytes, name: str) -> Document:
    """The document with all its text made safe to show. Raises UnintelligibleError."""
    document = parse(content, name)
    papers = {paper: cleaned(entry) for paper, entry in document.papers.items()}
    return replace(document, holdings=replace(document.holdings, papers=papers))


def next_content(
    seen: Look, document: Document, holdings: Holdings, name: str
) -> tuple[bytes | None, Document]:
    """The bytes that turn `document`, as `seen` on the disk, into one with these holdings.

    They were read back and say exactly that. The bytes are those of `seen` where nothing changes.
    Raises UnintelligibleError where the values cannot be written faithfully.
    """
    if holdings == document.holdings and (seen.content is not None or holdings == Holdings()):
        return seen.content, document
    mark = codecs.BOM_UTF8 if (seen.content or b"").startswith(codecs.BOM_UTF8) else b""
    text = patch(document, holdings)
    if text is not None and (after := _read_back(mark + text.encode(), document, holdings, name)):
        return mark + text.encode(), after
    return written_anew(document, holdings, name, mark)


def written_anew(
    document: Document, holdings: Holdings, name: str, mark: bytes = b""
) -> tuple[bytes, Document]:
    """The bytes of a whole new file with these holdings and the document's unknown fields.

    They were read back. Raises UnintelligibleError.
    """
    content = mark + render(holdings, document.extra).encode()
    if after := _read_back(content, document, holdings, name):
        return content, after
    reason = "what was to be written would not read back the same, so the file is left as it is"
    raise UnintelligibleError(Problem(name, 0, reason))


def _read_back(content: bytes, before: Document, holdings: Holdings, name: str) -> Document | None:
    try:
        after = load(content, name)
    except UnintelligibleError:
        return None
    if after.holdings != holdings or after.extra != before.extra:
        return None
    # The same values in the same objects: later comparisons have next to nothing to do.
    return replace(after, holdings=holdings)
