"""One field that was changed in two places: what both come to, in either order."""

from decimal import Decimal
from typing import TypeVar

from tui_reader.annotation import STARRED, STATUSES, Field
from tui_reader.annotations.tidying import in_order

SEPARATOR = "\n-----\n"
"""Stands between two notes that were written on the same paper in two places."""

_T = TypeVar("_T")


def merged_value(field: Field, base: str, ours: str, theirs: str) -> str:
    """A field that was changed in two places, as changes tell of it; tags are merged as sets."""
    match field:
        case "star":
            return _merged_star(base, ours, theirs)
        case "status":
            further = max(ours, theirs, key=[str(status) for status in STATUSES].index)
            return one_sided(base, ours, theirs, further)
        case "list":
            upper = min(ours, theirs, key=Decimal) if ours and theirs else ours or theirs
            return one_sided(base, ours, theirs, upper)
        case "created":
            return one_sided(base, ours, theirs, _first(ours, theirs))
        case "description":
            return _joined(" / ", base, ours, theirs)
        case "query":
            return one_sided(base, ours, theirs, _either(ours, theirs))
        case _:
            return merged_note(base, ours, theirs)


def merged_note(base: str, ours: str, theirs: str) -> str:
    """A note that was written in two places: one where it holds the other, else both."""
    return _joined(SEPARATOR, base, ours, theirs)


def merged_tags(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """Tags one by one, whatever their capitals."""
    old, mine, other = _by_name(base), _by_name(ours), _by_name(theirs)
    kept = {
        key: one_sided(old.get(key), mine.get(key), other.get(key), spelling)
        for key in old.keys() | mine.keys() | other.keys()
        for spelling in [max(filter(None, (mine.get(key), other.get(key))), default=None)]
    }
    return in_order(tag for tag in kept.values() if tag)


def merged_ranks(
    base: dict[str, Decimal], ours: dict[str, Decimal], theirs: dict[str, Decimal]
) -> tuple[tuple[str, Decimal], ...]:
    """Each list for itself: what was moved here and taken out there stays; the upper place wins."""
    merged = []
    for name in sorted(base.keys() | ours.keys() | theirs.keys()):
        mine, other = ours.get(name), theirs.get(name)
        upper = min((rank for rank in (mine, other) if rank is not None), default=None)
        rank = one_sided(base.get(name), mine, other, upper)
        if rank is not None:
            merged.append((name, rank))
    return tuple(merged)


def _merged_star(base: str, ours: str, theirs: str) -> str:
    """The earlier day of two stars; a star wins over none, a day over a star without one."""
    days = [star for star in (ours, theirs) if star and star != STARRED]
    either = min(days) if days else ours or theirs
    return one_sided(base, ours, theirs, either)


def merged_title(base: str, ours: str, theirs: str) -> str:
    """Of two titles that were changed the longer."""
    longer = max(ours, theirs, key=lambda title: (len(title), title))
    return one_sided(base, ours, theirs, longer)


def _first(one: str, other: str) -> str:
    """The earlier of two days, or the one there is."""
    return min(one, other) if one and other else one or other


def _by_name(tags: tuple[str, ...]) -> dict[str, str]:
    return {tag.casefold(): tag for tag in tags}


def _either(one: str, other: str) -> str:
    """The query for what either finds; the longer where it says just that already."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter or f"({shorter})" in longer:
        return longer
    return " OR ".join(f"({query})" for query in sorted((one, other)))


def _joined(between: str, base: str, ours: str, theirs: str) -> str:
    """Whichever side changed; of two changes the longer where it holds the other, else both."""
    if ours in theirs or theirs in ours:
        both = max(ours, theirs, key=len)
    else:
        both = between.join(sorted((ours, theirs)))
    return one_sided(base, ours, theirs, both)


def one_sided(base: _T, ours: _T, theirs: _T, either: _T) -> _T:
    """Whichever side changed; `either` where both did, and not to the same."""
    if base in (ours, theirs):
        return theirs if ours == base else ours
    return ours if ours == theirs else either
