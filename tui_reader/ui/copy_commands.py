"""Commands that send papers to the clipboard: those selected, else the one under the cursor."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.errors import PaperReadError
from tui_reader.later import LaterModule
from tui_reader.library.listing import Listing
from tui_reader.papers import Paper

if TYPE_CHECKING:
    from tui_reader import links
    from tui_reader.library import exporting
    from tui_reader.ui import outgoing
    from tui_reader.ui.main_screen import MainScreen
    from tui_reader.ui.targets import Targets
else:
    # Nothing of this is needed before the first copy.
    links = LaterModule("tui_reader.links")
    exporting = LaterModule("tui_reader.library.exporting")
    outgoing = LaterModule("tui_reader.ui.outgoing")

Count = int | None


@dataclass(frozen=True, slots=True)
class _Copy:
    """What is copied of papers."""

    one: str
    several: str
    pieces: Callable[[Listing], Iterable[str]]
    """Of a listing, one for each paper that has it."""


class CopyCommands:
    """Acts for the main screen on what its commands are meant for."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def action_copy_title(self, count: Count) -> object:
        """Titles."""
        style = self._screen.style
        return self._lines(count, "title", "titles", lambda paper: style.text(paper.title))

    def action_copy_url(self, count: Count) -> object:
        """Addresses of the papers' pages."""
        return self._lines(count, "address", "addresses", links.page_of)

    def action_copy_id(self, count: Count) -> object:
        """The arXiv ids or DOIs, else paperread's own."""
        return self._lines(
            count, "id", "ids", lambda paper: paper.arxiv_id or paper.doi or str(paper.id)
        )

    def action_copy_bibtex(self, count: Count) -> object:
        """BibTeX entries."""
        library = self._screen.library

        def pieces(listing: Listing) -> Iterable[str]:
            return exporting.export(library, listing, "bibtex")

        return self._copy(count, _Copy("entry", "entries", pieces))

    def action_copy_markdown(self, count: Count) -> object:
        """Markdown links."""
        return self._lines(count, "link", "links", exporting.markdown_link)

    def action_copy_citation(self, count: Count) -> object:
        """Lines of a bibliography."""
        return self._lines(count, "citation", "citations", exporting.citation)

    def _lines(
        self, count: Count, one: str, several: str, line_of: Callable[[Paper], str]
    ) -> object:
        library = self._screen.library

        def pieces(listing: Listing) -> Iterable[str]:
            entries = exporting.ListedEntries(library, listing)
            return outgoing.in_lines(line_of(entry.paper) for entry in entries)

        return self._copy(count, _Copy(one, several, pieces))

    def _copy(self, count: Count, copy: _Copy) -> object:
        """Put it together beside the screen, and send it."""
        screen = self._screen
        targets = screen.selecting.targets(count)
        if not len(targets):
            screen.status.say("There is no paper here")
            return None
        return screen.acting.run(self._gather(targets, copy))

    async def _gather(self, targets: "Targets", copy: _Copy) -> None:
        screen = self._screen

        def gather() -> list[str]:
            try:
                return outgoing.gathered(copy.pieces(outgoing.listing_of(targets)))
            except (OSError, ValueError, IndexError) as error:
                raise PaperReadError(outgoing.UNREADABLE) from error

        try:
            pieces = await screen.acting.errands.answer(gather)
        except outgoing.TooMuchError as error:
            screen.status.say(str(error))
            return
        if not pieces:
            about = "this paper" if len(targets) == 1 else "these papers"
            screen.status.say(f"No {copy.one} is known for {about}")
            return
        screen.app.copy_to_clipboard("".join(pieces))
        screen.status.say(f"Sent to the clipboard: {self._told(pieces, copy)}")

    def _told(self, pieces: list[str], copy: _Copy) -> str:
        if len(pieces) > 1:
            return f"{len(pieces):,} {copy.several}"
        first, cut, _ = pieces[0].partition("\n")
        return f"{first} {self._screen.style.glyphs.more}" if cut else first
