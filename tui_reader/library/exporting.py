"""A listing on its way out: its papers with what the reader said of them, in a format."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tui_reader.exports import one_line
from tui_reader.exports.entries import Entry
from tui_reader.exports.formats import FORMATS
from tui_reader.files.writing import write_atomically
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing
from tui_reader.papers import Paper


class ListedEntries:
    """The papers of a listing, read one by one each time they are gone through."""

    def __init__(self, library: Library, listing: Listing, limit: int | None = None) -> None:
        self._library = library
        self._snapshot = listing.snapshot
        self._numbers = listing.numbers if limit is None else listing.numbers[:limit]

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Entry]:
        for number in self._numbers:
            paper = self._snapshot.paper(number)
            yield Entry(paper, self._library.annotation(paper))


def export(
    library: Library, listing: Listing, format_name: str, limit: int | None = None
) -> Iterator[str]:
    """The first papers of a listing, or all, as text in a format, piece by piece.

    Raises KeyError where there is no such format; OSError or ValueError for damaged files.
    """
    return FORMATS[format_name].write(ListedEntries(library, listing, limit))


def alone(library: Library, paper: Paper, format_name: str) -> str:
    """One paper as text in a format. Raises KeyError where there is no such format."""
    return "".join(FORMATS[format_name].write([Entry(paper, library.annotation(paper))]))


def write_to(file: Path, pieces: Iterable[str], *, over: bool = False) -> bool:
    """Write pieces to a file, whole or not at all; False where it is there and not to be replaced.

    Raises OSError; whatever going through the pieces raises comes before the file is touched.
    """
    content = b"".join(piece.encode() for piece in pieces)
    return write_atomically(file, content, precheck=lambda: over or not file.exists())


def citation(paper: Paper) -> str:
    """A paper as one line of a bibliography."""
    return one_line.citation(paper)


def markdown_link(paper: Paper) -> str:
    """A paper's title as a Markdown link to its page."""
    return one_line.link(paper)
