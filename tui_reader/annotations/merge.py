"""Three-way merge of annotations, per paper and field: pure, order-free, loses nothing written.

`merge(b, x, y) == merge(b, y, x)`, and a side that changed nothing leaves the other as it is.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from tui_reader.annotation import BLANK, Annotation, Change
from tui_reader.papers import PaperId

SEPARATOR = "\n-----\n"
"""Stands between two notes that were written on the same paper in two places."""

_T = TypeVar("_T")


def merge(
    base: Mapping[PaperId, Annotation],
    ours: Mapping[PaperId, Annotation],
    theirs: Mapping[PaperId, Annotation],
) -> dict[PaperId, Annotation]:
    """Both sides' changes since `base`; a paper deleted here and edited there keeps the edit."""
    merged = {}
    for paper in base.keys() | ours.keys() | theirs.keys():
        annotation = _merged_paper(base.get(paper), ours.get(paper), theirs.get(paper))
        if annotation is not None:
            merged[paper] = annotation
    return merged


def with_changes(
    papers: Mapping[PaperId, Annotation], changes: Sequence[Change]
) -> dict[PaperId, Annotation]:
    """The annotations after `changes`, which may have been made on an older state of them.

    Repeating it changes nothing. A note that somebody else wrote meanwhile is kept beside ours.
    """
    after = dict(papers)
    chains: dict[tuple[PaperId, str], list[Change]] = {}
    for change in changes:
        chains.setdefault((change.id, change.field), []).append(change)
    for (paper, field), chain in chains.items():
        current = after.get(paper, BLANK)
        last = chain[-1]
        if field == "note":
            note = _replayed_note([str(chain[0].old), *(str(c.new) for c in chain)], current.note)
            last = Change(paper, last.title, "note", current.note, note, last.at)
        after[paper] = last.applied_to(current)
    return after


def _replayed_note(chain: list[str], current: str) -> str:
    # A state the chain went through is not somebody else's: it was saved half-way.
    return chain[-1] if current in chain else _merged_note(chain[0], chain[-1], current)


def _merged_paper(
    base: Annotation | None, ours: Annotation | None, theirs: Annotation | None
) -> Annotation | None:
    if theirs in (ours, base):
        return ours
    if ours == base or ours is None:
        return theirs
    if theirs is None:
        return ours
    old = base or BLANK
    return Annotation(
        title=_merged_title(old.title, ours.title, theirs.title),
        starred=_one_sided(old.starred, ours.starred, theirs.starred),
        read=_one_sided(old.read, ours.read, theirs.read),
        note=_merged_note(old.note, ours.note, theirs.note),
        extra=_merged_extra(old.extra, ours.extra, theirs.extra),
    )


def _one_sided(base: _T, ours: _T, theirs: _T) -> _T:
    """Whichever side changed; of two changes of a yes or no, both are the same."""
    return theirs if ours == base else ours


def _merged_title(base: str, ours: str, theirs: str) -> str:
    if base in (ours, theirs):
        return _one_sided(base, ours, theirs)
    return max(ours, theirs, key=lambda title: (len(title), title))


def _merged_note(base: str, ours: str, theirs: str) -> str:
    if base in (ours, theirs):
        return _one_sided(base, ours, theirs)
    if ours in theirs:
        return theirs
    if theirs in ours:
        return ours
    return SEPARATOR.join(sorted((ours, theirs)))


_Fields = tuple[tuple[str, object], ...]


def _merged_extra(base: _Fields, ours: _Fields, theirs: _Fields) -> _Fields:
    if base in (ours, theirs) or ours == theirs:
        return _one_sided(base, ours, theirs)
    old, mine, other = dict(base), dict(ours), dict(theirs)
    names = [*old, *sorted((mine.keys() | other.keys()) - old.keys())]
    merged = (
        (name, _merged_value(old.get(name), mine.get(name), other.get(name))) for name in names
    )
    return tuple((name, value) for name, value in merged if value is not None)


def _merged_value(base: object, ours: object, theirs: object) -> object:
    if base in (ours, theirs) or ours == theirs:
        return _one_sided(base, ours, theirs)
    if ours is None or theirs is None:
        return theirs if ours is None else ours
    if isinstance(ours, list) and isinstance(theirs, list):
        return _merged_list(base if isinstance(base, list) else [], ours, theirs)
    if isinstance(ours, str) and isinstance(theirs, str) and "\n" in ours + theirs:
        return _merged_note(base if isinstance(base, str) else "", ours, theirs)
    return max(ours, theirs, key=repr)


def _merged_list(base: list[object], ours: list[object], theirs: list[object]) -> list[object]:
    kept = [item for item in base if item in ours and item in theirs]
    added = [item for item in [*ours, *theirs] if item not in base]
    distinct = [item for place, item in enumerate(added) if item not in added[:place]]
    return kept + sorted(distinct, key=repr)
