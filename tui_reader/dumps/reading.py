"""Dumps as papers: a file is opened, its layout recognised, its papers and problems given out."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tui_reader.dumps.layouts import LAYOUTS, layout_of
from tui_reader.dumps.source import HEAD, Source
from tui_reader.errors import Problem, UnreadableError
from tui_reader.files.lines import MAX_LINE
from tui_reader.files.reading import TextFile, open_text
from tui_reader.papers import Paper

HELD_BACK = 4_000
"""Items kept until the file's end or this number, so that a file that changes can be read again."""
_BLANK = "\ufeff \t\n"
MAX_PROBLEMS = 1_000
"""Problems told one by one for a file; further ones are only counted."""
_CHANGED = "changed while it was read; it will be complete when it is read again"

Item = Paper | Problem


def read_dump(path: Path) -> Iterator[Item]:
    """The papers of a dump in their order, and a Problem for whatever could not be read.

    The layout is recognised from the content; gzip, bzip2 and xz are unpacked on the way. An
    empty file has no papers and no problems. Before the first item comes out, UnreadableError
    says that the file cannot be read or has none of the known layouts.
    """
    with open_text(path) as file:
        items = _items(file)
        held = [item for _, item in zip(range(HELD_BACK), items, strict=False)]
        if len(held) == HELD_BACK or not file.changed():
            yield from chain(held, items, _afterwards(file))
            return
    with open_text(path) as file:
        yield from chain(_items(file), _afterwards(file))


def _items(file: TextFile) -> Iterator[Item]:
    """What the file holds, with no more problems than anybody would read."""
    papers = problems = 0
    try:
        for item in _read(file):
            papers += isinstance(item, Paper)
            problems += isinstance(item, Problem) and item.line > 0
            if isinstance(item, Paper) or item.line == 0 or problems <= MAX_PROBLEMS:
                yield item
    except UnreadableError as error:
        if not papers:
            raise
        yield Problem(file.name, 0, f"{error.reason}; papers after that were not read")
    if problems > MAX_PROBLEMS:
        yield Problem(file.name, 0, f"{problems - MAX_PROBLEMS} more problems like these")


def _read(file: TextFile) -> Iterator[Item]:
    """What the file holds, read by the layout that fits it."""
    pieces = file.pieces()
    head = _head(file, pieces)
    if not head:
        return
    layout = layout_of(head)
    if layout is None:
        known = "; ".join(layout.name for layout in LAYOUTS)
        raise UnreadableError(file.name, f"is none of these: {known}")
    yield from layout.read(Source(file.name, head, chain((head,), pieces)))


def _head(file: TextFile, pieces: Iterator[str]) -> str:
    """Enough of the text to recognise a layout by, behind the blank lines in front of it."""
    head, begun = "", False
    for piece in pieces:
        begun = begun or bool(piece.strip(_BLANK))
        head += piece if begun else "\n" * piece.count("\n")
        if begun and len(head) >= HEAD:
            break
        if not begun and len(head) > MAX_LINE:
            raise UnreadableError(file.name, "begins with millions of blank lines")
    return head if begun else ""


def _afterwards(file: TextFile) -> Iterator[Item]:
    """What can be said only once the file has been read."""
    if file.damaged:
        lines = "1 line holds" if file.damaged == 1 else f"{file.damaged} lines hold"
        yield Problem(
            file.name, 0, f"{lines} bytes that are no text, shown as \N{REPLACEMENT CHARACTER}"
        )
    if file.changed():
        yield Problem(file.name, 0, _CHANGED)
