"""What a listing can be narrowed to: years, venues, marks, tags and the like, with counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_reader.library.listing import Listing
from tui_reader.queries.narrowing import clause_for, has_clause

if TYPE_CHECKING:
    from tui_reader.search.facet_counts import Counts, FacetName


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value, and how many of the listed papers have it."""

    value: str
    """As it is shown."""
    papers: int
    """Papers that have just this value, in any case. A venue or keyword is searched for as a
    phrase, so choosing it may find more: `ICLR 2024` also those of `ICLR 2024 Workshop`, and
    `diffusion model` those of `diffusion models`, which are counted there."""
    clause: str
    """What of a query narrows to it: `venue:"ICLR 2024"`."""
    chosen: bool
    """Whether the clause stands in the query that was asked."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Values of one kind, those that no listed paper has left out."""

    name: "FacetName"
    title: str
    counts: tuple[FacetCount, ...]
    more: int
    """Rarer values that are not among them."""


_TITLES: "Mapping[FacetName, str]" = {
    "year": "Year",
    "venue": "Venue",
    "keyword": "Keyword",
    "seen": "Seen in",
    "marks": "Marks",
    "tag": "Tag",
    "list": "List",
}
"""Facets in the order they are shown, and how they are called."""

_MARKS: Mapping[str, tuple[str, str]] = {
    "starred": ("starred", "is:starred"),
    "unread": ("unread", "is:unread"),
    "to-read": ("to read", "is:to-read"),
    "reading": ("reading", "is:reading"),
    "done": ("done", "is:done"),
    "skipped": ("skipped", "is:skipped"),
    "note": ("with a note", "has:note"),
    "code": ("with code", "has:code"),
    "pdf": ("with a PDF", "has:pdf"),
}
"""How marks are called, and the clauses that ask for them."""


def facets_of(counted: "Mapping[FacetName, Counts]", listing: Listing) -> tuple[Facet, ...]:
    """The facets of a listing, from what was counted; values no query can ask for left out."""
    text = listing.question.query.text
    facets = []
    for name, title in _TITLES.items():
        found = [
            FacetCount(shown, papers, clause, has_clause(text, clause))
            for value, papers in counted[name].values
            for shown, clause in [_shown(name, value)]
            if clause
        ]
        facets.append(Facet(name, title, tuple(found), counted[name].more))
    return tuple(facets)


def _shown(name: "FacetName", value: str) -> tuple[str, str]:
    return _MARKS[value] if name == "marks" else (value, clause_for(name, value))
