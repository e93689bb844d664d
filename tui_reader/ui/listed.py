"""What the list shows, as one value: an answer, the papers it speaks of, and how they look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.annotation import Annotation
from tui_reader.library.library import Library
from tui_reader.library.listing import VIEWS, Listing, View
from tui_reader.papers import Paper, PaperId
from tui_reader.ui.paper_page import PageStyle, paper_page
from tui_reader.ui.paragraphs import Paragraph
from tui_reader.ui.rows import Row, Spans, row_of

if TYPE_CHECKING:
    from tui_reader.queries.tree import Field

NOBODY: Mapping[View, str] = {
    "all": "There are no papers in these dumps",
    "starred": "No paper is starred yet",
    "unread": "No paper is unread any more",
    "to-read": "No paper is to be read",
    "reading": "No paper is being read",
    "done": "No paper is done yet",
    "skipped": "No paper was skipped",
    "notes": "No paper has a note yet",
}
"""What is said of a view without papers."""

UNREADABLE = Row("This paper cannot be read any more; reading the dumps again mends it", "")


@dataclass(frozen=True)
class Listed:
    """Rows of papers, of the snapshot that the listing belongs to and no other."""

    library: Library
    listing: Listing
    style: PageStyle
    _ahead: dict[tuple[int, int], tuple[Annotation, Row]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Rows by number and room, and what the reader had said of the paper when they were made."""

    def __len__(self) -> int:
        return len(self.listing.numbers)

    def paper(self, row: int) -> Paper | None:
        """The paper in a row; None where there is none or its file was damaged meanwhile."""
        if not 0 <= row < len(self):
            return None
        try:
            return self.listing.snapshot.paper(self.listing.numbers[row])
        except (OSError, ValueError, IndexError):
            return None

    def row(self, row: int, room: int = 0) -> Row:
        """What a row shows; with room for so many characters, the passage that answers."""
        paper = self.paper(row)
        if paper is None:
            return UNREADABLE
        said = self.library.annotation(paper)
        ahead = self._ahead.get((row, room))
        return ahead[1] if ahead and ahead[0] == said else self._made(paper, said, room)

    def _made(self, paper: Paper, said: Annotation, room: int) -> Row:
        has_passage = self.style.passages and room and self.listing.terms
        passage = self.passage if has_passage else None
        return row_of(paper, said, self.style, self.hits, passage, room)

    def page(self, paper: Paper | None) -> tuple[Paragraph, ...]:
        """A paper in full; nothing of no paper."""
        if paper is None:
            return ()
        return paper_page(paper, self.library.annotation(paper), self.style, self.hits)

    def find(self, name: PaperId) -> int:
        """The row of the paper with that id, -1 where it is not listed."""
        try:
            number = self.listing.snapshot.number(name) if name else -1
            return self.listing.numbers.index(number)
        except (OSError, ValueError):
            return -1

    def hits(self, text: str, *fields: "Field") -> Sequence[tuple[int, int]]:
        """The places in a text that answer the query."""
        return self.library.hits(text, self.listing, *fields)

    def passage(self, text: str, field: "Field", room: int) -> tuple[str, Spans]:
        """The piece of a text that best answers the query, and its hits."""
        return self.library.passage(text, self.listing, field, room, self.style.glyphs.more)

    def read_ahead(self, name: PaperId, rows: int, room: int) -> None:
        """Make what is shown first: some rows from the top and around a paper, and two pages.

        The rows are kept, and what is slow about the pages, so this is for another thread.
        """
        there = self.find(name)
        for row in {*range(rows + 1), *range(there - rows, there + rows)}:
            paper = self.paper(row)
            if paper is not None:
                said = self.library.annotation(paper)
                self._ahead[row, room] = said, self._made(paper, said, room)
        for row in {0, there}:
            self.page(self.paper(row))

    def notice(self, back: str, add: str) -> str:
        """What is said where there are no rows, with the keys that step back and add to a list."""
        question = self.listing.question
        opened, papers = question.reading_list, NOBODY[question.view]
        among = [VIEWS[question.view]] if question.view != "all" else []
        among += [f"the list {opened}"] if opened else []
        if not question.query.is_everything:
            only = f"\n\nonly {' in '.join(among)} are looked at" if among else ""
            return f"No paper answers this{only}\n\nfewer words find more; {back} steps back"
        if opened and len(among) == 1:
            papers = self._none_here(opened)
            add = f"; there {add} adds a paper" if add else ""
            return f"{papers}\n\n{back} goes back to all papers{add}"
        return f"{papers}\n\n{back} steps back" if among else papers

    def _none_here(self, name: str) -> str:
        """Why an opened list shows nothing."""
        papers = self.library.lists().get(name, 0)
        if not papers:
            return f"No paper is in the list {name} yet"
        of = "The paper" if papers == 1 else f"The {papers:,} papers"
        return f"{of} of {name} {'is' if papers == 1 else 'are'} in none of these dumps"
