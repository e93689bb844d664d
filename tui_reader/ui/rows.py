"""A paper as a row of the list: what fits, as values; no screen here."""

from dataclasses import dataclass

from tui_reader.annotation import Annotation
from tui_reader.papers import Paper
from tui_reader.queries.tree import Field
from tui_reader.ui.paper_page import Hits, PageStyle

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows. Both texts are clean and on one line."""

    title: str
    facts: str
    """Date, venue, votes and people, the surest to be of use first."""
    is_bare: bool = False
    """Whether there are no facts, and what stands in their place is the abstract's beginning."""
    starred: bool = False
    unread: bool = False
    noted: bool = False
    title_hits: Spans = ()
    facts_hits: Spans = ()


MOST = 300
"""Characters of a text that a row looks at."""


def row_of(paper: Paper, annotation: Annotation, style: PageStyle, hits: Hits) -> Row:
    """The row of a paper."""
    title = style.text(paper.title)[:MOST]
    votes = f"{style.glyphs.votes}{paper.upvotes}" if paper.upvotes is not None else ""
    parts = (
        paper.date or (str(paper.year) if paper.year else ""),
        paper.venue,
        votes,
        _people(paper.authors),
    )
    facts = f" {style.glyphs.dot} ".join(part for part in parts if part)[:MOST]
    fields: tuple[Field, ...] = ("author", "venue")
    if not facts:
        # A bare list knows nothing but title and abstract: its beginning says more than a gap.
        facts, fields = style.text(paper.abstract[:MOST]).replace("\n", " "), ("abstract",)
    return Row(
        title,
        facts,
        not any(parts),
        annotation.starred,
        not annotation.read,
        bool(annotation.note),
        tuple(hits(title, "title")),
        tuple(hits(facts, *fields)),
    )


def _people(authors: tuple[str, ...]) -> str:
    if len(authors) <= 3:
        return ", ".join(authors)
    return f"{', '.join(authors[:2])} and {len(authors) - 2} more"
