"""What the reader can do to papers, as values: done now, done again with other papers later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, runtime_checkable

from tui_reader.annotation import STARRED, Change, Field, Holdings, Status
from tui_reader.library.kept_names import known_as, lists_in_use, tags_in_use
from tui_reader.library.marks import annotation_of, both_notes, changes_to
from tui_reader.library.ranks import Way, behind, moved, placed, ranked
from tui_reader.papers import Paper, PaperId


@runtime_checkable
class Deed(Protocol):
    """Something the reader can do to papers."""

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """What it changes; nothing where all is so already. `day` is today, as an ISO day."""


@dataclass(frozen=True, slots=True)
class Starring:
    """Star papers, or take their stars away."""

    on: bool

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """A star that is there keeps its day."""
        return [
            change
            for paper in papers
            if annotation_of(paper, holdings.papers).starred != self.on
            for change in changes_to(
                paper, holdings.papers, "star", (day or STARRED) if self.on else ""
            )
        ]


@dataclass(frozen=True, slots=True)
class Standing:
    """Say how far the reader is with papers."""

    status: Status

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The status of each."""
        return [
            change
            for paper in papers
            for change in changes_to(paper, holdings.papers, "status", self.status)
        ]


@dataclass(frozen=True, slots=True)
class Tagging:
    """Put tags on papers, and take others away."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """A tag that is in use keeps its spelling."""
        known = tags_in_use(holdings)
        wanted = {known_as(tag, known): "" for tag in self.remove}
        added = {tag.casefold(): tag for tag in (known_as(tag, known) for tag in self.add)}
        wanted |= {tag: tag for tag in added.values()}
        return [
            change
            for paper in papers
            for tag, new in wanted.items()
            if not (new and annotation_of(paper, holdings.papers).value("tag", tag))
            for change in changes_to(paper, holdings.papers, "tag", new, tag)
        ]


@dataclass(frozen=True, slots=True)
class Adding:
    """Put papers at the end of a reading list, which is begun if there is none."""

    list_name: str

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """Papers that are in it already stay where they are."""
        name = known_as(self.list_name, lists_in_use(holdings))
        rank = behind(ranked(holdings.papers, name))
        found = [] if name in holdings.lists else [_of_list(name, "created", "", day)]
        taken: set[PaperId] = set()
        for paper in papers:
            is_in = annotation_of(paper, holdings.papers).value("list", name)
            if is_in or not taken.isdisjoint(paper.names):
                continue
            taken |= set(paper.names)
            found += changes_to(paper, holdings.papers, "list", f"{rank:f}", name)
            rank += 1
        return found


@dataclass(frozen=True, slots=True)
class Removing:
    """Take papers out of a reading list."""

    list_name: str

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The list stays, even when it is empty."""
        name = known_as(self.list_name, lists_in_use(holdings))
        return [
            change
            for paper in papers
            for change in changes_to(paper, holdings.papers, "list", "", name)
        ]


@dataclass(frozen=True, slots=True)
class Moving:
    """Move papers of a reading list together, up or down by some places, or to an end."""

    list_name: str
    to: Way
    by: int = 1

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The ranks that change, of as few papers as can be."""
        name = known_as(self.list_name, lists_in_use(holdings))
        order = ranked(holdings.papers, name)
        moving = _ids(papers, holdings, name)
        return list(_reranked(holdings, name, moved(order, moving, self.to, self.by)))


@dataclass(frozen=True, slots=True)
class Placing:
    """Put papers of a reading list at a place in it, counted from 1."""

    list_name: str
    place: int

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The ranks that change."""
        name = known_as(self.list_name, lists_in_use(holdings))
        order = ranked(holdings.papers, name)
        moving = _ids(papers, holdings, name)
        return list(_reranked(holdings, name, placed(order, moving, self.place - 1)))


@dataclass(frozen=True, slots=True)
class Noting:
    """Write a note on a paper; a blank one takes the note away."""

    note: str
    before: str
    """The note that was being edited: where somebody else wrote another one meanwhile, both are
    kept."""

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The note."""
        found: list[Change] = []
        for paper in papers:
            now = annotation_of(paper, holdings.papers).note
            note = self.note if now in (self.before, self.note) else both_notes(now, self.note)
            found += changes_to(paper, holdings.papers, "note", note if note.strip() else "")
        return found


def _ids(papers: Sequence[Paper], holdings: Holdings, name: str) -> list[PaperId]:
    """The ids under which papers are in a list."""
    return [
        each
        for paper in papers
        for each in paper.names
        if each in holdings.papers and holdings.papers[each].value("list", name)
    ]


def _reranked(holdings: Holdings, name: str, ranks: dict[PaperId, Decimal]) -> Iterator[Change]:
    for paper, rank in ranks.items():
        said = holdings.papers[paper]
        old, new = said.value("list", name), f"{rank:f}"
        if old != new:
            yield Change(paper, said.title, "list", old, new, name=name)


def _of_list(name: str, field: Field, old: str, new: str) -> Change:
    return Change(PaperId(""), "", field, old, new, name=name)
