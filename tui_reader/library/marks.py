"""What the reader said of a paper that may be known by several ids."""

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from tui_reader.annotation import BLANK, STATUSES, Annotation, Change, Field
from tui_reader.later import LaterModule
from tui_reader.papers import Paper, PaperId

if TYPE_CHECKING:
    from tui_reader.annotations import merge_fields, tidying
else:
    merge_fields = LaterModule("tui_reader.annotations.merge_fields")
    tidying = LaterModule("tui_reader.annotations.tidying")

Annotations = Mapping[PaperId, Annotation]


def annotation_of(paper: Paper, annotations: Annotations) -> Annotation:
    """All that was said of a paper, under whichever of its ids."""
    if not annotations:
        return BLANK
    found = [annotations[name] for name in paper.names if name in annotations]
    if len(found) < 2:
        return found[0] if found else BLANK
    notes = dict.fromkeys(part.note for part in found if part.note)
    ranks = {name: rank for part in reversed(found) for name, rank in part.lists}
    return replace(
        found[0],
        star=next((part.star for part in found if part.star), ""),
        status=max((part.status for part in found), key=STATUSES.index),
        tags=tidying.in_order(tag for part in found for tag in part.tags),
        lists=tuple((name, ranks[name]) for name in sorted(ranks)),
        note=reduce(both_notes, notes, ""),
    )


def both_notes(one: str, other: str) -> str:
    """Two notes as one: the longer where it holds the other, else both."""
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one}{merge_fields.SEPARATOR}{other}"


def changes_to(
    paper: Paper, annotations: Annotations, field: Field, new: str, name: str = ""
) -> list[Change]:
    """The changes that make one field of a paper's annotation be `new`, under all its ids.

    `name` says which tag or list.
    """
    first, *others = [each for each in paper.names if each in annotations] or [paper.id]
    wanted = [(first, new), *((other, "") for other in others)]
    return [
        Change(each, paper.title, field, old, value, name=name)
        for each, value in wanted
        if (old := annotations.get(each, BLANK).value(field, name)) != value
    ]
