"""Fields that this version does not know, changed in two places."""

from tui_reader.annotations.merge_fields import merged_note

Fields = tuple[tuple[str, object], ...]


def merged_extra(base: Fields, ours: Fields, theirs: Fields) -> Fields:
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
