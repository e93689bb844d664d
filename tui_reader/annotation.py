"""What a reader says of a paper, and one change of it: plain values."""

from dataclasses import dataclass, replace
from typing import Literal

from tui_reader.papers import PaperId

Field = Literal["starred", "read", "note"]
"""What can be changed of a paper."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """The reader's own words and marks on one paper."""

    title: str = ""
    """The paper's title, kept beside the id for whoever reads the file."""
    starred: bool = False
    read: bool = False
    note: str = ""
    """Empty or blank means no note."""
    extra: tuple[tuple[str, object], ...] = ()
    """Fields of the file that this version does not know, in their order, kept as they are."""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing worth keeping in it."""
        return not (self.starred or self.read or self.note or self.extra)


BLANK = Annotation()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the reader did to one paper; it knows both sides, so it can be taken back."""

    id: PaperId
    title: str
    field: Field
    old: bool | str
    new: bool | str
    at: str = ""
    """When, as an ISO time in UTC."""

    def applied_to(self, annotation: Annotation) -> Annotation:
        """The annotation after this change."""
        title = self.title or annotation.title
        if self.field == "starred":
            return replace(annotation, title=title, starred=bool(self.new))
        if self.field == "read":
            return replace(annotation, title=title, read=bool(self.new))
        return replace(annotation, title=title, note=str(self.new))
