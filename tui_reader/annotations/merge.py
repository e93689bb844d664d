"""Three-way merge of holdings, block by block and field by field: pure, order-free, loses no words.

`merge(b, x, y) == merge(b, y, x)`, and a side that changed nothing leaves the other as it is.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from tui_reader.annotation import (
    BLANK,
    STARRED,
    STATUSES,
    Annotation,
    Field,
    Holdings,
    ReadingList,
    SavedSearch,
)
from tui_reader.annotations.tidying import in_order

SEPARATOR = "\n-----\n"
"""Stands between two notes that were written on the same paper in two places."""

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
        title=_merged_title(old.title, ours.title, theirs.title),
        star=_merged_star(old.star, ours.star, theirs.star),
        status=_one_sided(
            old.status,
            ours.status,
            theirs.status,
            max(ours.status, theirs.status, key=STATUSES.index),
        ),
        tags=_merged_tags(old.tags, ours.tags, theirs.tags),
        lists=_merged_ranks(dict(old.lists), dict(ours.lists), dict(theirs.lists)),
        note=merged_note(old.note, ours.note, theirs.note),
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


def _first(one: str, other: str) -> str:
    """The earlier of two days, or the one there is."""
    return min(one, other) if one and other else one or other


def _merged_star(base: str, ours: str, theirs: str) -> str:
    """The earlier day of two stars; a star wins over none, a day over a star without one."""
    days = [star for star in (ours, theirs) if star and star != STARRED]
    either = min(days) if days else ours or theirs
    return _one_sided(base, ours, theirs, either)


def _merged_tags(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    old, mine, other = _by_name(base), _by_name(ours), _by_name(theirs)
    kept = {
        key: _one_sided(old.get(key), mine.get(key), other.get(key), spelling)
        for key in old.keys() | mine.keys() | other.keys()
        for spelling in [max(filter(None, (mine.get(key), other.get(key))), default=None)]
    }
    return in_order(tag for tag in kept.values() if tag)


def _by_name(tags: tuple[str, ...]) -> dict[str, str]:
    return {tag.casefold(): tag for tag in tags}


def _merged_ranks(
    base: dict[str, Decimal], ours: dict[str, Decimal], theirs: dict[str, Decimal]
) -> tuple[tuple[str, Decimal], ...]:
    """Each list for itself: what was moved here and taken out there stays; the upper place wins."""
    merged = []
    for name in sorted(base.keys() | ours.keys() | theirs.keys()):
        mine, other = ours.get(name), theirs.get(name)
        upper = min((rank for rank in (mine, other) if rank is not None), default=None)
        rank = _one_sided(base.get(name), mine, other, upper)
        if rank is not None:
            merged.append((name, rank))
    return tuple(merged)


def merged_value(field: Field, base: str, ours: str, theirs: str) -> str:
    """A field that was changed in two places, as changes tell of it; tags are merged as sets."""
    match field:
        case "star":
            return _merged_star(base, ours, theirs)
        case "status":
            further = max(ours, theirs, key=[str(status) for status in STATUSES].index)
            return _one_sided(base, ours, theirs, further)
        case "list":
            upper = min(ours, theirs, key=Decimal) if ours and theirs else ours or theirs
            return _one_sided(base, ours, theirs, upper)
        case "created":
            return _one_sided(base, ours, theirs, _first(ours, theirs))
        case "description":
            return _joined(" / ", base, ours, theirs)
        case "query":
            return _joined(" OR ", base, ours, theirs, "({})")
        case _:
            return merged_note(base, ours, theirs)


def _one_sided(base: _T, ours: _T, theirs: _T, either: _T) -> _T:
    """Whichever side changed; `either` where both did, and not to the same."""
    if base in (ours, theirs):
        return theirs if ours == base else ours
    return ours if ours == theirs else either


def _merged_title(base: str, ours: str, theirs: str) -> str:
    longer = max(ours, theirs, key=lambda title: (len(title), title))
    return _one_sided(base, ours, theirs, longer)


def merged_note(base: str, ours: str, theirs: str) -> str:
    """A note that was written in two places: one where it holds the other, else both."""
    return _joined(SEPARATOR, base, ours, theirs)


def _joined(between: str, base: str, ours: str, theirs: str, each: str = "{}") -> str:
    """Whichever side changed; of two changes the longer where it holds the other, else both."""
    if ours in theirs or theirs in ours:
        both = max(ours, theirs, key=len)
    else:
        both = between.join(each.format(text) for text in sorted((ours, theirs)))
    return _one_sided(base, ours, theirs, both)


_Fields = tuple[tuple[str, object], ...]


def merged_extra(base: _Fields, ours: _Fields, theirs: _Fields) -> _Fields:
    """Unknown fields, one by one; of two texts that clash the greater, lists as sets."""
    if base in (ours, theirs) or ours == theirs:
        return theirs if ours == base else ours
    old, mine, other = dict(base), dict(ours), dict(theirs)
    names = [*old, *sorted((mine.keys() | other.keys()) - old.keys())]
    merged = (
        (name, _merged_unknown(old.get(name), mine.get(name), other.get(name))) for name in names
    )
    return tuple((name, value) for name, value in merged if value is not None)


def _merged_unknown(base: object, ours: object, theirs: object) -> object:
    if base in (ours, theirs) or ours == theirs:
        return theirs if ours == base else ours
    if ours is None or theirs is None:
        return theirs if ours is None else ours
    if isinstance(ours, list) and isinstance(theirs, list):
        return _merged_list(base if isinstance(base, list) else [], ours, theirs)
    if isinstance(ours, str) and isinstance(theirs, str) and "\n" in ours + theirs:
        return merged_note(base if isinstance(base, str) else "", ours, theirs)
    return max(ours, theirs, key=repr)


def _merged_list(base: list[object], ours: list[object], theirs: list[object]) -> list[object]:
    kept = [item for item in base if item in ours and item in theirs]
    added = [item for item in [*ours, *theirs] if item not in base]
    distinct = [item for place, item in enumerate(added) if item not in added[:place]]
    return kept + sorted(distinct, key=repr)
