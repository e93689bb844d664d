"""Which papers are selected, as a value: papers, not rows, whatever is listed meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tui_reader.library.snapshot import Snapshot
from tui_reader.papers import PaperId

NOBODY = -1
"""Stands where there is no paper."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Papers by their numbers in a snapshot, so that all of a library are selected at once."""

    numbers: frozenset[int] = frozenset()
    snapshot: Snapshot = field(default_factory=Snapshot)
    """What the numbers belong to."""
    anchor: int = NOBODY
    """The paper at which a range begins that is still to end."""

    def __len__(self) -> int:
        return len(self.numbers)

    def __contains__(self, number: int) -> bool:
        return number in self.numbers

    def put(self, numbers: Iterable[int], *, selected: bool) -> "Selection":
        """With these selected, or with none of them."""
        change = frozenset(numbers)
        return replace(self, numbers=self.numbers | change if selected else self.numbers - change)

    def begun(self, anchor: int) -> "Selection":
        """With a range that begins at a paper; `NOBODY` for none."""
        return replace(self, anchor=anchor)

    def of(self, snapshot: Snapshot) -> "Selection":
        """The same papers in another snapshot; those that it does not have are left out.

        Reads every one of them, unless nothing is selected or the snapshot is the same.
        """
        if snapshot is self.snapshot:
            return self
        every = self.numbers | {self.anchor}
        found = {number: snapshot.number(name) for number, name in self._names(every)}
        numbers = frozenset(found[number] for number in self.numbers if number in found)
        return Selection(numbers - {NOBODY}, snapshot, found.get(self.anchor, NOBODY))

    def _names(self, numbers: Iterable[int]) -> Iterable[tuple[int, PaperId]]:
        for number in numbers:
            if number == NOBODY:
                continue
            try:
                yield number, self.snapshot.paper(number).id
            except (OSError, ValueError, IndexError):
                continue  # it can neither be read nor changed any more


EMPTY = Selection()
