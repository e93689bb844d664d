"""The reader's own file: looked at within bounds, understood, and its next bytes prepared."""

import codecs
import errno
import hashlib
import os
import stat
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tui_reader.annotation import Annotation
from tui_reader.annotations.document import Document, UnintelligibleError
from tui_reader.annotations.patching import patch
from tui_reader.annotations.rendering import render
from tui_reader.annotations.yaml_file import parse
from tui_reader.errors import Problem
from tui_reader.papers import PaperId
from tui_reader.text.clean import clean

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
    return replace(
        document, papers={paper: _cleaned(entry) for paper, entry in document.papers.items()}
    )


def _cleaned(annotation: Annotation) -> Annotation:
    title, note = tidy_title(annotation.title), tidy_note(annotation.note)
    if (title, note) == (annotation.title, annotation.note):
        return annotation
    return replace(annotation, title=title, note=note)


def tidy_title(title: str) -> str:
    """The title as it is kept: clean, on one line, never cut."""
    return clean(title, multiline=False, limit=_longest(title))


def tidy_note(note: str) -> str:
    """The note as it is kept: clean, never cut, no space at line ends, no blank lines around."""
    if not note:
        return ""
    text = clean(note, multiline=True, limit=_longest(note))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _longest(text: str) -> int:
    # Composing characters can lengthen a text, at most threefold.
    return 3 * len(text)


def next_content(
    seen: Look, document: Document, papers: Mapping[PaperId, Annotation], name: str
) -> tuple[bytes | None, Document]:
    """The bytes that turn `document`, as `seen` on the disk, into one with these papers.

    They were read back and say exactly that. The bytes are those of `seen` where nothing changes.
    Raises UnintelligibleError where the values cannot be written faithfully.
    """
    if papers == document.papers and (seen.content is not None or not papers):
        return seen.content, document
    mark = codecs.BOM_UTF8 if (seen.content or b"").startswith(codecs.BOM_UTF8) else b""
    for text in (patch(document, papers), render(papers, document.extra)):
        if text is None:
            continue
        content = mark + text.encode()
        after = _read_back(content, name)
        if after and after.papers == papers and after.extra == document.extra:
            return content, after
    reason = "what was to be written would not read back the same, so the file is left as it is"
    raise UnintelligibleError(Problem(name, 0, reason))


def _read_back(content: bytes, name: str) -> Document | None:
    try:
        return load(content, name)
    except UnintelligibleError:
        return None
