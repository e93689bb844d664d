"""What the reader said of papers, by paper number: states, labels, star days and notes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeGuard

import numpy as np

from tui_reader.annotation import OVER, STATUSES, Annotation, Status
from tui_reader.papers import PaperId
from tui_reader.queries.tree import Label, Labelled, State
from tui_reader.search.arrays import Bytes, Ints, Mask
from tui_reader.search.labels import Labels, labels_of_some
from tui_reader.search.notes import NotePostings

OwnState = Literal[
    "starred", "unread", "read", "to-read", "reading", "done", "skipped", "note", "tag", "list"
]
"""States that are the reader's own, not of the dumps."""

STATES: Mapping[OwnState, Status] = MappingProxyType(
    {"unread": "", "to-read": "to read", "reading": "reading", "done": "done", "skipped": "skipped"}
)
"""States that stand for one status."""

_RANK = {status: rank for rank, status in enumerate(STATUSES)}
_OVER = np.array([status in OVER for status in STATUSES])

Told = tuple[int, PaperId, Annotation]
"""A paper's number, one of its ids, and what was said of it under that id."""


@dataclass(frozen=True)
class Said:
    """Everything the reader said of the papers of one generation; each part is made when asked for.

    What was said of one paper under several of its ids counts together; of several statuses the
    one that wins in a merge.
    """

    size: int
    """How many paper numbers there are, N."""
    told: Sequence[Told]
    notes: NotePostings

    def mask(self, state: OwnState) -> Mask:
        """The papers in a state. Shape (N,)."""
        match state:
            case "starred" | "note" | "tag" | "list":
                return self.these(self._marked[state])
            case "read":
                return _OVER[self._statuses]
            case _:
                mask: Mask = self._statuses == _RANK[STATES[state]]
                return mask

    def starred_on(self, first: date | None, last: date | None) -> Mask:
        """The papers starred in a range of days; those whose day is not known never. Shape (N,)."""
        numbers, days = self._stars
        fits = np.ones(len(days), dtype=np.bool_)
        if first is not None:
            fits &= days >= first.toordinal()
        if last is not None:
            fits &= days <= last.toordinal()
        return self.these(numbers[fits])

    def labels(self, kind: Label) -> Labels:
        """Tags, the spellings of one as one, or reading lists, each name by itself."""
        return self._tags if kind == "tag" else self._lists

    def labelled(self, clause: Labelled) -> Mask:
        """The papers with one of the labels that a clause means. Shape (N,)."""
        return self.labels(clause.kind).papers(self.named(clause))

    def named(self, clause: Labelled) -> Ints:
        """The codes of the labels that a clause means."""
        names = [*self.labels(clause.kind).names]
        folded = clause.text.casefold()
        found: list[int] = []
        if clause.typed or not clause.prefix:
            alike = [code for code, name in enumerate(names) if name.casefold() == folded]
            found = [code for code in alike if names[code] == clause.text] or alike
        if clause.prefix and not found:
            found = [code for code, name in enumerate(names) if name.casefold().startswith(folded)]
        return np.array(found, dtype=np.int32)

    def in_order(self, list_name: str) -> Sequence[int]:
        """The papers of the reading list of just this name, in its own order."""
        return self._placed.get(list_name, ())

    def these(self, numbers: Ints) -> Mask:
        """The papers with these numbers. Shape (N,)."""
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[numbers] = True
        return mask

    @cached_property
    def _marked(self) -> Mapping[str, Ints]:
        marked: Mapping[str, Callable[[Annotation], object]] = {
            "starred": lambda said: said.star,
            "note": lambda said: said.note,
            "tag": lambda said: said.tags,
            "list": lambda said: said.lists,
        }
        return {
            state: _numbers(number for number, _, said in self.told if has(said))
            for state, has in marked.items()
        }

    @cached_property
    def _statuses(self) -> Bytes:
        """The place of each paper's status among all. Shape (N,)."""
        some = [(number, _RANK[said.status]) for number, _, said in self.told if said.status]
        ranks = np.zeros(self.size, dtype=np.uint8)
        numbers = _numbers(number for number, _ in some)
        np.maximum.at(ranks, numbers, np.array([rank for _, rank in some], dtype=np.uint8))
        return ranks

    @cached_property
    def _stars(self) -> tuple[Ints, Ints]:
        """Paper numbers, and the days of their stars as ordinals."""
        some = [
            (number, day.toordinal())
            for number, _, said in self.told
            if said.star and (day := _day(said.star))
        ]
        return _numbers(number for number, _ in some), _numbers(day for _, day in some)

    @cached_property
    def _tags(self) -> Labels:
        given: dict[int, list[str]] = {}
        for number, _, said in self.told:
            if said.tags:
                given.setdefault(number, []).extend(said.tags)
        return labels_of_some(given, self.size)

    @cached_property
    def _lists(self) -> Labels:
        given: dict[int, list[str]] = {}
        for number, _, said in self.told:
            if said.lists:
                given.setdefault(number, []).extend(name for name, _ in said.lists)
        return labels_of_some(given, self.size, folded=False)

    @cached_property
    def _placed(self) -> Mapping[str, Sequence[int]]:
        """The numbers of each list's papers by rising rank, and by id where those are equal."""
        places: dict[str, list[tuple[Decimal, PaperId, int]]] = {}
        for number, name, said in self.told:
            for list_name, rank in said.lists:
                places.setdefault(list_name, []).append((rank, name, number))
        return {
            list_name: tuple(dict.fromkeys(number for _, _, number in sorted(every)))
            for list_name, every in places.items()
        }


def is_own(state: State) -> TypeGuard[OwnState]:
    """Whether a state is the reader's own."""
    return state not in {"new", "code", "pdf"}


def _numbers(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, dtype=np.int32)


def _day(star: str) -> date | None:
    try:
        return date.fromisoformat(star)
    except ValueError:
        return None
