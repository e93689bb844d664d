"""A paper as a row of the list: what fits, as values; no screen here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.annotation import OVER, Annotation, Status
from tui_reader.papers import Paper
from tui_reader.ui.paper_page import Hits, PageStyle

if TYPE_CHECKING:
    from tui_reader.queries.tree import Field

Spans = tuple[tuple[int, int], ...]
Passage = Callable[[str, "Field", int], tuple[str, Spans]]
"""Given a text, its field and a number of characters: the piece that answers, and its hits."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows. Both texts are clean and on one line."""

    title: str
    facts: str
    """Date, venue, votes and people, the surest to be of use first; or date and passage."""
    is_bare: bool = False
    """Whether there are no facts, and what stands in their place is the abstract's beginning."""
    starred: bool = False
    status: Status = "read"
    noted: bool = False
    title_hits: Spans = ()
    facts_hits: Spans = ()
    tags: str = ""
    """The reader's tags, which are among the facts already."""

    @property
    def unread(self) -> bool:
        """Whether nothing was done about the paper yet."""
        return self.status == ""

    @property
    def over(self) -> bool:
        """Whether the reader is through with it."""
        return self.status in OVER


MOST = 300
"""Characters of a text that a row looks at."""
LEAST_PASSAGE = 30
"""Characters below which a passage says nothing."""


def row_of(
    paper: Paper,
    annotation: Annotation,
    style: PageStyle,
    hits: Hits,
    passage: Passage | None = None,
    room: int = 0,
) -> Row:
    """The row of a paper; of a room of so many characters, with a passage if one is better."""
    title = style.text(paper.title)[:MOST]
    title_hits = tuple(hits(title, "title"))
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    facts = _facts(paper, tags, style)[:MOST]
    is_bare = facts == tags[:MOST]
    fields: tuple[Field, ...] = ("author", "venue")
    if is_bare:
        # A bare list knows nothing but title and abstract: its beginning says more than a gap.
        begun, fields = style.text(paper.abstract[:MOST]).replace("\n", " "), ("abstract",)
        facts = f" {style.glyphs.dot} ".join(part for part in (tags, begun) if part)
    facts_hits = tuple(hits(facts, *fields))
    if passage and not any(end < room for _, end in (*title_hits, *facts_hits)):
        said, said_hits = _answer(paper, annotation, style, passage, room)
        if said:
            facts, facts_hits, is_bare = said, said_hits, False
    return Row(
        title,
        facts,
        is_bare,
        annotation.starred,
        annotation.status,
        bool(annotation.note),
        title_hits,
        facts_hits,
        tags,
    )


def _facts(paper: Paper, tags: str, style: PageStyle) -> str:
    votes = f"{style.glyphs.votes}{paper.upvotes}" if paper.upvotes is not None else ""
    parts = (_day(paper), tags, paper.venue, votes, _people(paper.authors))
    return f" {style.glyphs.dot} ".join(part for part in parts if part)


def _day(paper: Paper) -> str:
    return paper.date or (str(paper.year) if paper.year else "")


def _people(authors: tuple[str, ...]) -> str:
    if len(authors) <= 3:
        return ", ".join(authors)
    return f"{', '.join(authors[:2])} and {len(authors) - 2} more"


def _answer(
    paper: Paper, annotation: Annotation, style: PageStyle, passage: Passage, room: int
) -> tuple[str, Spans]:
    """The day, and the passage of the reader's note or else of the abstract that answers."""
    day = _day(paper)
    lead = f"{day} {style.glyphs.dot} " if day else ""
    left = room - len(lead)
    if left < LEAST_PASSAGE:
        return "", ()
    said, found = passage(annotation.note, "note", left)
    if not said:
        said, found = passage(style.abstract(paper), "abstract", left)
    moved = tuple((start + len(lead), end + len(lead)) for start, end in found)
    return (f"{lead}{said}", moved) if said else ("", ())
