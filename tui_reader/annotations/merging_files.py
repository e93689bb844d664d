"""Three annotations files merged into one, as version control asks for where two grew apart."""

import errno
from dataclasses import replace
from pathlib import Path

from tui_reader.annotation import Holdings
from tui_reader.annotations.annotations_file import (
    Look,
    is_still,
    load,
    look_now,
    next_content,
    written_anew,
)
from tui_reader.annotations.document import Document, UnintelligibleError
from tui_reader.annotations.merge import merge
from tui_reader.annotations.merge_unknown import merged_extra
from tui_reader.errors import Problem
from tui_reader.files.writing import write_atomically
from tui_reader.text.clean import clean


def read_other(path: Path) -> Document:
    """A file as it is now. Raises UnintelligibleError with the line, OSError."""
    return _read(path)[1]


def merge_files(base: Path, ours: Path, theirs: Path) -> None:
    """Bring what changed from `base` to `theirs` into the file `ours`, whose comments stay.

    Raises UnintelligibleError where one of them cannot be understood or seems to be cut short,
    OSError; then nothing is changed.
    """
    _, old = _read(base)
    seen, mine = _read(ours)
    _, other = _read(theirs)
    for path, side in ((ours, mine), (theirs, other)):
        if old.is_ended and not side.is_ended:
            reason = "the line that ends the file is missing, so it may be cut short"
            raise UnintelligibleError(Problem(_name(path), 0, reason))
    holdings = merge(old.holdings, mine.holdings, other.holdings)
    extra = merged_extra(old.extra, mine.extra, other.extra)
    content = _content(seen, mine, holdings, extra, _name(ours))
    if content is None or content == seen.content:
        return
    if not write_atomically(ours, content, precheck=lambda: is_still(ours, seen)):
        raise OSError(errno.EBUSY, "another program is writing it", str(ours))


def _content(
    seen: Look, mine: Document, holdings: Holdings, extra: tuple[tuple[str, object], ...], name: str
) -> bytes | None:
    if extra == mine.extra:
        return next_content(seen, mine, holdings, name)[0]
    return written_anew(replace(mine, extra=extra), holdings, name)[0]


def _read(path: Path) -> tuple[Look, Document]:
    seen = look_now(path)
    return seen, load(seen.content or b"", _name(path))


def _name(path: Path) -> str:
    return clean(path.name, multiline=False)
