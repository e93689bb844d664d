"""Holdings after changes, which may have been made on an older state of them: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from tui_reader.annotation import (
    BLANK,
    Annotation,
    Change,
    Field,
    Holdings,
    ReadingList,
    SavedSearch,
)
from tui_reader.annotations.merge_fields import merged_value
from tui_reader.annotations.tidying import in_order
from tui_reader.papers import PaperId

_K = TypeVar("_K", bound=str)
_T = TypeVar("_T")
_Mark = tuple[Field, str, list[str]]  # of a paper: what, which tag or list, and its states


def with_changes(holdings: Holdings, changes: Sequence[Change]) -> Holdings:
    """The holdings after `changes`. Repeating it changes nothing.

    What somebody else made of the same field meanwhile is merged with what ours comes to.
    """
    marks: dict[PaperId, list[_Mark]] = {}
    lists: dict[str, ReadingList] = {}
    searches: dict[str, SavedSearch] = {}
    titles = {change.id: change.title for change in changes}
    for (paper, field, name), chain in _chains(changes).items():
        if field == "query":
            search = holdings.searches.get(name, SavedSearch())
            searches[name] = replace(search, query=_after(field, chain, search.query))
        elif field in ("created", "description"):
            own = lists.get(name) or holdings.lists.get(name, ReadingList())
            new = _after(field, chain, own.value(field))
            created, described = (new, own.description), (own.created, new)
            lists[name] = ReadingList(*(created if field == "created" else described), own.extra)
        else:
            marks.setdefault(paper, []).append((field, name, chain))
    papers = {
        paper: _with_marks(holdings.papers.get(paper, BLANK), titles[paper], chains)
        for paper, chains in marks.items()
    }
    return Holdings(
        _replaced(holdings.papers, papers),
        _replaced(holdings.lists, lists, ReadingList()),
        _replaced(holdings.searches, searches, SavedSearch()),
    )


def without_emptied(merged: Holdings, theirs: Mapping[PaperId, Annotation]) -> Holdings:
    """Without papers whose last mark was taken away; a bare title the reader wrote stays."""
    blank = {paper for paper, said in merged.papers.items() if said.is_blank}
    emptied = {paper for paper in blank if paper not in theirs or not theirs[paper].is_blank}
    if not emptied:
        return merged
    papers = {paper: said for paper, said in merged.papers.items() if paper not in emptied}
    return replace(merged, papers=papers)


def _chains(changes: Sequence[Change]) -> dict[tuple[PaperId, Field, str], list[str]]:
    """The states that each field went through, the one it began with first."""
    found: dict[tuple[PaperId, Field, str], list[str]] = {}
    for change in changes:
        is_named = change.field not in ("star", "status", "note")
        name = change.name if is_named else ""
        name = name.casefold() if change.field == "tag" else name
        found.setdefault((change.id, change.field, name), [change.old]).append(change.new)
    return found


def _after(field: Field, chain: list[str], current: str) -> str:
    # A state the chain went through is not somebody else's: it was saved half-way.
    if current in chain:
        return chain[-1]
    return merged_value(field, chain[0], chain[-1], current)


def _with_marks(said: Annotation, title: str, marks: Sequence[_Mark]) -> Annotation:
    """All changes of one paper in one go, for a paper can have any number of tags and lists."""
    values: dict[str, Any] = {"title": title or said.title}
    tags: dict[str, str] = {}
    ranks: dict[str, str] = {}
    for field, name, chain in marks:
        match field:
            case "tag":
                # It is there or not, so that nobody can have made a third thing of it.
                tags = tags or {tag.casefold(): tag for tag in said.tags}
                tags[name] = chain[-1]
            case "list":
                ranks = ranks or {each: f"{rank:f}" for each, rank in said.lists}
                ranks[name] = _after(field, chain, ranks.get(name, ""))
            case _:
                values[field] = _after(field, chain, said.value(field))
    if tags:
        values["tags"] = in_order(tag for tag in tags.values() if tag)
    if ranks:
        kept = ((name, Decimal(rank)) for name, rank in ranks.items() if rank)
        values["lists"] = tuple(sorted(kept))
    return replace(said, **values)


def _replaced(
    entries: Mapping[_K, _T], changed: Mapping[_K, _T], blank: _T | None = None
) -> Mapping[_K, _T]:
    """With changed entries, without those that are blank; the same mapping where none differs."""
    gone = [name for name, entry in changed.items() if entry == blank]
    fresh = {
        name: entry for name, entry in changed.items() if entry not in (blank, entries.get(name))
    }
    if not fresh and entries.keys().isdisjoint(gone):
        return entries
    after = {**entries, **fresh}
    for name in gone:
        after.pop(name, None)
    return after
