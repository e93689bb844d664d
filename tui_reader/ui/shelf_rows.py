"""What the reader keeps as the rows of its panel: views, reading lists, saved searches, tags."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tui_reader.library.listing import Question, View
from tui_reader.library.shelf import Found, Kept
from tui_reader.queries.tree import And, Labelled
from tui_reader.ui.panel_lines import PanelRow

FEW = 12
"""Tags shown while they are folded."""

TITLES: Mapping[View, str] = {
    "all": "All papers",
    "unread": "Unread",
    "to-read": "To read",
    "reading": "Reading",
    "done": "Done",
    "skipped": "Skipped",
    "starred": "Starred",
    "notes": "With notes",
}
"""Views in the order they are shown, and how they are called."""
ALWAYS: frozenset[View] = frozenset({"all", "unread", "to-read", "starred"})
"""Views that are shown though they have no paper."""


@dataclass(frozen=True, slots=True)
class Search:
    """A saved search, with what answers it."""

    query: str
    problem: str = ""
    """What could not be understood of it."""
    found: Found | None = None
    """None while it is still to be counted."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that is shown, as one value."""

    kept: Kept = field(default_factory=Kept)
    searches: Mapping[str, Search] = field(default_factory=dict)
    """By name, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is written into rows that tell of others."""

    more: str
    """Where something is left out."""
    begin: str
    """The key that begins a list."""
    save: str
    """The key that saves a search."""


def elsewhere(papers: int, here: int) -> str:
    """How many papers a list has, and how many of them are here; empty where all are."""
    if here >= papers:
        return ""
    if papers == 1:
        return "1 paper, not in these dumps"
    return f"{papers:,} papers, {f'{here:,}' if here else 'none of them'} in these dumps"


def shelf_rows(
    shelf: Shelf, question: Question, signs: Signs, *, unfolded: bool
) -> tuple[PanelRow, ...]:
    """The rows, those marked that are asked for by the question."""
    if not shelf.kept.views:
        return ()
    searches = [*_searches(shelf.searches, question)]
    tags = [*_tags(shelf.kept.tags, question, signs.more, unfolded=unfolded)]
    base = not any(row.chosen for row in (*searches, *tags))
    rows = [*_views(shelf.kept.views, question, base=base)]
    rows += _under("Lists", "lists", [*_lists(shelf.kept.lists, question)], signs.begin, "begins")
    rows += _under("Searches", "searches", searches, signs.save, "saves")
    return (*rows, *(_under("Tags", "tags", tags) if tags else ()))


def _under(
    title: str, group: str, rows: Sequence[PanelRow], key: str = "", deed: str = ""
) -> Sequence[PanelRow]:
    """Rows below a heading; where there are none, the key that does something about it."""
    none = [PanelRow("remark", group, f"{key} {deed} one")] if key else []
    return [PanelRow("blank"), PanelRow("heading", group, title), *(rows or none)]


def _views(papers: Mapping[View, int], question: Question, *, base: bool) -> Iterator[PanelRow]:
    here: View | None = None if question.reading_list else question.view
    for view, title in TITLES.items():
        chosen = view == here and (base or view != "all")
        count = papers[view]
        if count or view in ALWAYS or chosen:
            yield _row("views", title, view, count, chosen=chosen)


def _lists(papers: Mapping[str, int], question: Question) -> Iterator[PanelRow]:
    for name, count in papers.items():
        yield _row("lists", name, name, count, chosen=name == question.reading_list)


def _searches(searches: Mapping[str, Search], question: Question) -> Iterator[PanelRow]:
    asked = "" if question.reading_list else question.query.text.strip()
    for name, search in searches.items():
        count, new, found = "", "", search.found
        if search.problem:
            count = "?"
        elif found is not None:
            count, new = f"{found.papers:,}", f"+{found.new:,}" if found.new else ""
        chosen = bool(asked) and asked == search.query.strip()
        faint = found is not None and not found.papers
        yield PanelRow("value", "searches", name, count, name, chosen, more=new, faint=faint)


def _tags(
    papers: Mapping[str, int], question: Question, more: str, *, unfolded: bool
) -> Iterator[PanelRow]:
    asked = asked_tags(question)
    foldable = len(papers) > FEW + 1
    hidden = 0
    for place, (name, count) in enumerate(papers.items()):
        chosen = name.casefold() in asked
        if foldable and not unfolded and place >= FEW and not chosen:
            hidden += 1
        else:
            yield _row("tags", name, name, count, chosen=chosen)
    if foldable:
        yield PanelRow("fold", "tags", f"{more} fewer" if unfolded else f"{more} {hidden:,} more")


def asked_tags(question: Question) -> frozenset[str]:
    """The tags that the query asks for, each by itself or together; in small letters."""
    tree = question.query.tree
    parts = tree.parts if isinstance(tree, And) else (tree,)
    return frozenset(
        part.text.casefold()
        for part in parts
        if isinstance(part, Labelled) and part.kind == "tag" and not part.prefix
    )


def _row(
    group: Literal["views", "lists", "tags"], text: str, key: str, papers: int, *, chosen: bool
) -> PanelRow:
    return PanelRow("value", group, text, f"{papers:,}", key, chosen, faint=not papers)
