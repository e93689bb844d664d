"""What leaves the program: papers that are meant, as text for the clipboard or a file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui_reader.errors import PaperReadError
from tui_reader.library.listing import Listing
from tui_reader.ui.targets import Targets

LARGEST = 100_000
"""Bytes sent to the clipboard at most; many terminals drop more, or hang over it."""
UNREADABLE = "some of these papers cannot be read any more; reading the dumps again mends it"


class TooMuchError(PaperReadError):
    """More than the clipboard takes."""


def listing_of(targets: Targets) -> Listing:
    """The papers that are meant as a listing; reads those selected among other papers."""
    return replace(targets.listing, numbers=tuple(targets.numbers()))


def gathered(pieces: Iterable[str]) -> list[str]:
    """Pieces that fit the clipboard together. Raises TooMuchError as soon as they do not."""
    kept: list[str] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece.encode())
        if size > LARGEST:
            raise TooMuchError("more than 100 kB is too much for the clipboard")
    return kept


def in_lines(texts: Iterable[str]) -> Iterator[str]:
    """Texts as pieces of lines; empty ones are left out."""
    gap = ""
    for text in texts:
        if text:
            yield gap + text
            gap = "\n"
