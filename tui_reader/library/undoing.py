"""Steps the reader took in this run, to be taken back one by one and taken again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tui_reader.annotation import Change

MOST = 1000
"""Steps that are remembered; older ones stay as they are."""

Step = tuple[Change, ...]
Apply = Callable[[Sequence[Change]], Sequence[Change]]
"""Makes those of some changes that still fit, and returns them."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of taking a step back, or taking it again."""

    step: Step
    """What was done about it; empty where all of it was changed elsewhere since."""
    asked: Step
    """What should have been done."""


class Undoing:
    """Two piles of steps: those taken, and those taken back. Belongs to one thread at a time."""

    def __init__(self) -> None:
        self._taken: list[Step] = []
        self._back: list[Step] = []

    def did(self, changes: Sequence[Change]) -> None:
        """The reader took a step: what was taken back before cannot be taken again."""
        self._taken = [*self._taken[1 - MOST :], tuple(changes)]
        self._back = []

    def undo(self, apply: Apply) -> Undone | None:
        """Take the last step back; None where there is none. If `apply` raises, it stays."""
        return self._move(self._taken, self._back, apply)

    def redo(self, apply: Apply) -> Undone | None:
        """Take the step again that was taken back last; as `undo`."""
        return self._move(self._back, self._taken, apply)

    def _move(self, here: list[Step], there: list[Step], apply: Apply) -> Undone | None:
        """Turn the last step round; what somebody else changed since stays as they left it."""
        if not here:
            return None
        turned = tuple(
            replace(change, old=change.new, new=change.old) for change in reversed(here[-1])
        )
        made = tuple(apply(turned))
        here.pop()
        if made:
            there.append(made)
        return Undone(made, turned)
