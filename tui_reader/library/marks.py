"""What the reader said of a paper that may be known by several ids."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from tui_reader.annotation import BLANK, Annotation, Change, Field
from tui_reader.later import LaterModule
from tui_reader.papers import Paper, PaperId

if TYPE_CHECKING:
    from tui_reader.annotations import merge
else:
    merge = LaterModule("tui_reader.annotations.merge")

Annotations = Mapping[PaperId, Annotation]


def annotation_of(paper: Paper, annotations: Annotations) -> Annotation:
    """All that was said of a paper, under whichever of its ids."""
    if not annotations:
        return BLANK
    found = [annotations[name] for name in paper.names if name in annotations]
    if len(found) < 2:
        return found[0] if found else BLANK
    notes = dict.fromkeys(part.note for part in found if part.note)
    return replace(
        found[0],
        starred=any(part.starred for part in found),
        read=any(part.read for part in found),
        note=reduce(both_notes, notes, ""),
    )


def both_notes(one: str, other: str) -> str:
    """Two notes as one: the longer where it holds the other, else both."""
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one}{merge.SEPARATOR}{other}"


def changes_to(
    paper: Paper, annotations: Annotations, field: Field, new: bool | str, at: str
) -> list[Change]:
    """The changes that make one field of a paper's annotation be `new`, under all its ids."""
    names = [name for name in paper.names if name in annotations] or [paper.id]
    first, *others = names
    cleared: bool | str = "" if field == "note" else False
    wanted = [(first, new), *((other, cleared) for other in others)]
    return [
        Change(name, paper.title, field, old, value, at)
        for name, value in wanted
        if (old := getattr(annotations.get(name, BLANK), field)) != value
    ]


def marked_ids(annotations: Annotations) -> Mapping[str, Sequence[PaperId]]:
    """Ids by state, as a search wants them."""
    return {
        "starred": [name for name, said in annotations.items() if said.starred],
        "read": [name for name, said in annotations.items() if said.read],
        "note": [name for name, said in annotations.items() if said.note],
    }
