"""What the list shows, as one value: an answer, the papers it speaks of, and how they look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui_reader.library.library import Library
from tui_reader.library.listing import VIEWS, Listing, View
from tui_reader.papers import Paper, PaperId
from tui_reader.queries.tree import Field
from tui_reader.ui.paper_page import PageStyle, paper_page
from tui_reader.ui.paragraphs import Paragraph
from tui_reader.ui.rows import Row, Spans, row_of

NOBODY: Mapping[View, str] = {
    "all": "There are no papers in these dumps",
    "starred": "No paper is starred yet",
    "unread": "Every paper was read",
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
        said, passage = self.library.annotation(paper), None
        if self.style.passages and room and self.listing.terms:
            passage = self.passage
        return row_of(paper, said, self.style, self.hits, passage, room)

    def page(self, paper: Paper | None) -> tuple[Paragraph, ...]:
        """A paper in full; nothing of no paper."""
        if paper is None:
            return ()
        return paper_page(paper, self.library.annotation(paper), self.style, self.hits)

    def find(self, name: PaperId) -> int:
        """The row of the paper with that id, -1 where it is not listed."""
        number = self.listing.snapshot.number(name) if name else -1
        try:
            return self.listing.numbers.index(number)
        except ValueError:
            return -1

    def hits(self, text: str, *fields: Field) -> Sequence[tuple[int, int]]:
        """The places in a text that answer the query."""
        return self.library.hits(text, self.listing, *fields)

    def passage(self, text: str, field: Field, room: int) -> tuple[str, Spans]:
        """The piece of a text that best answers the query, and its hits."""
        return self.library.passage(text, self.listing, field, room, self.style.glyphs.more)

    def read_ahead(self, name: PaperId, rows: int, room: int) -> None:
        """Have at hand what is shown first: some rows from the top and around a paper, two pages.

        What is slow about them is kept where it was worked out, so this is for another thread.
        """
        there = self.find(name)
        for row in {*range(rows), *range(there - rows, there + rows)}:
            self.row(row, room)
        for row in {0, there}:
            self.page(self.paper(row))

    def notice(self, back: str) -> str:
        """What is said where there are no rows; `back` is the key that steps back."""
        question = self.listing.question
        papers = NOBODY[question.view]
        if question.query.is_everything:
            return papers if question.view == "all" else f"{papers}\n\n{back} steps back"
        among = "" if question.view == "all" else f"\n\nonly {VIEWS[question.view]} are looked at"
        return f"No paper answers this{among}\n\nfewer words find more; {back} steps back"
