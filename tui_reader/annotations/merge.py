"""Three-way merge of holdings, block by block and field by field: pure, order-free, loses no words.

`merge(b, x, y) == merge(b, y, x)`, and a side that changed nothing leaves the other as it is.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from tui_reader.annotation import BLANK, STATUSES, Annotation, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.merge_fields import (
    merged_ranks,
    merged_tags,
    merged_title,
    merged_value,
    one_sided,
)
from tui_reader.annotations.merge_unknown import merged_extra

_K = TypeVar("_K", bound=str)
_T = TypeVar("_T")


def merge(base: Holdings, ours: Holdings, theirs: Holdings) -> Holdings:
    """Both sides' changes since `base`; what is deleted here and edited there keeps the edit."""
    return Holdings(
        _merged(base.papers, ours.papers, theirs.papers, _merged_paper),
        _merged(base.lists, ours.lists, theirs.lists, _merged_reading_list),
        _merged(base.searches, ours.searches, theirs.searches, _merged_search),
    )


def _merged(
    base: Mapping[_K, _T],
    ours: Mapping[_K, _T],
    theirs: Mapping[_K, _T],
    both: Callable[[_T | None, _T, _T], _T],
) -> Mapping[_K, _T]:
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    merged = {}
    for name in base.keys() | ours.keys() | theirs.keys():
        old, mine, other = base.get(name), ours.get(name), theirs.get(name)
        if other in (mine, old):
            kept = mine
        elif mine == old:
            kept = other
        elif mine is None or other is None:
            kept = other if mine is None else mine
        else:
            kept = both(old, mine, other)
        if kept is not None:
            merged[name] = kept
    return merged


def _merged_paper(base: Annotation | None, ours: Annotation, theirs: Annotation) -> Annotation:
    old = base or BLANK
    return Annotation(
        title=merged_title(old.title, ours.title, theirs.title),
        star=merged_value("star", old.star, ours.star, theirs.star),
        status=one_sided(
            old.status,
            ours.status,
            theirs.status,
            max(ours.status, theirs.status, key=STATUSES.index),
        ),
        tags=merged_tags(old.tags, ours.tags, theirs.tags),
        lists=merged_ranks(dict(old.lists), dict(ours.lists), dict(theirs.lists)),
        note=merged_value("note", old.note, ours.note, theirs.note),
        extra=merged_extra(old.extra, ours.extra, theirs.extra),
    )


def _merged_reading_list(
    base: ReadingList | None, ours: ReadingList, theirs: ReadingList
) -> ReadingList:
    old = base or ReadingList()
    return ReadingList(
        created=merged_value("created", old.created, ours.created, theirs.created),
        description=merged_value(
            "description", old.description, ours.description, theirs.description
        ),
        extra=merged_extra(old.extra, ours.extra, theirs.extra),
    )


def _merged_search(base: SavedSearch | None, ours: SavedSearch, theirs: SavedSearch) -> SavedSearch:
    old = base or SavedSearch()
    return SavedSearch(
        query=merged_value("query", old.query, ours.query, theirs.query),
        extra=merged_extra(old.extra, ours.extra, theirs.extra),
    )
