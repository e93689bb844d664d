"""Bringing in what the reader wrote elsewhere: another annotations file, as one undoable act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui_reader.annotation import (
    BLANK,
    Annotation,
    Change,
    Field,
    Holdings,
    ReadingList,
    SavedSearch,
)
from tui_reader.annotations.merge import merge
from tui_reader.annotations.merging_files import read_other as _read_other
from tui_reader.errors import UnreadableError
from tui_reader.papers import Paper, PaperId
from tui_reader.text.clean import clean

_NO_PAPER = PaperId("")
_Extra = tuple[tuple[str, object], ...]


def read_other(path: Path) -> Holdings:
    """What another annotations file says. Raises PaperReadError with the file and its line."""
    try:
        return _read_other(path).holdings
    except OSError as error:
        name = clean(str(path), multiline=False)
        raise UnreadableError(name, clean(error.strerror or str(error), multiline=False)) from error


@dataclass(frozen=True, slots=True)
class Merging:
    """Bring in all that another file says; nothing of ours is taken away."""

    theirs: Holdings

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """What is only said there; where both say something, what a merge makes of it."""
        return merging(holdings, self.theirs)


def merging(holdings: Holdings, theirs: Holdings) -> list[Change]:
    """The changes that bring the other's words in. Bringing them in again changes nothing.

    Fields that this version does not know cannot travel so: `left_out` counts them.
    """
    merged = merge(Holdings(), holdings, theirs)
    found: list[Change] = []
    for paper in sorted(theirs.papers):
        found += _of_paper(paper, holdings.papers.get(paper, BLANK), merged.papers[paper])
    for name in sorted(theirs.lists):
        own, then = holdings.lists.get(name, ReadingList()), merged.lists[name]
        fields: tuple[Field, ...] = ("created", "description")
        for field in fields:
            found += _change(own.value(field), then.value(field), field, name)
    for name in sorted(theirs.searches):
        search, later = holdings.searches.get(name, SavedSearch()), merged.searches[name]
        found += _change(search.query, later.query, "query", name)
    return found


def otherwise(holdings: Holdings, theirs: Holdings) -> int:
    """How many papers have one status here and another there; a merge keeps the later one."""
    return sum(
        bool(said.status and own.status) and said.status != own.status
        for paper, said in theirs.papers.items()
        for own in [holdings.papers.get(paper, BLANK)]
    )


def left_out(holdings: Holdings, theirs: Holdings) -> int:
    """How many fields of theirs that this version does not know are not among ours."""
    pairs: list[tuple[_Extra, _Extra]] = []
    for paper, said in theirs.papers.items():
        pairs.append((said.extra, holdings.papers.get(paper, BLANK).extra))
    for name, own in theirs.lists.items():
        pairs.append((own.extra, holdings.lists.get(name, ReadingList()).extra))
    for name, search in theirs.searches.items():
        pairs.append((search.extra, holdings.searches.get(name, SavedSearch()).extra))
    return sum(field not in ours for there, ours in pairs for field in there)


def _of_paper(paper: PaperId, own: Annotation, then: Annotation) -> Iterator[Change]:
    title = own.title or then.title
    fields: tuple[Field, ...] = ("star", "status", "note")
    for field in fields:
        yield from _change(own.value(field), then.value(field), field, "", paper, title)
    ours = {tag.casefold() for tag in own.tags}
    for tag in then.tags:
        if tag.casefold() not in ours:  # else ours keeps its spelling
            yield from _change("", tag, "tag", tag, paper, title)
    ranks = {name: f"{rank:f}" for name, rank in own.lists}
    for name, rank in then.lists:
        yield from _change(ranks.get(name, ""), f"{rank:f}", "list", name, paper, title)


def _change(
    old: str, new: str, field: Field, name: str, paper: PaperId = _NO_PAPER, title: str = ""
) -> Iterator[Change]:
    if old != new:
        yield Change(paper, title, field, old, new, name=name)
