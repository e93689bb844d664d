"""What the reader wrote and marked: read once, changed by small acts that can be taken back."""

import threading
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui_reader.annotation import Annotation, Change, Holdings, Kind
from tui_reader.errors import PaperReadError, Problem
from tui_reader.later import LaterModule
from tui_reader.library.marks import annotation_of
from tui_reader.papers import Paper, PaperId

if TYPE_CHECKING:
    from tui_reader.annotations.store import AnnotationStore
    from tui_reader.library import deeds, kept_names, undoing
    from tui_reader.library.undoing import Past, Piles, Step, Undone
else:
    # What only changes need is imported by the first of them.
    deeds = LaterModule("tui_reader.library.deeds")
    kept_names = LaterModule("tui_reader.library.kept_names")
    undoing = LaterModule("tui_reader.library.undoing")


class Personal:
    """The reader's own words, on whatever papers there are."""

    def __init__(self, store: "AnnotationStore") -> None:
        self._store = store
        self._marks_read = threading.Event()
        self._acting = threading.RLock()
        self._earlier: frozenset[str] = frozenset()

    def read_annotations(self) -> None:
        """Read the annotations file, and then the history, which taking back needs; does work."""
        try:
            self._store.open()
        finally:
            self._marks_read.set()
        self._earlier = frozenset(act.id for act in self._store.acts())

    def wait_for_annotations(self) -> None:
        """Wait until the annotations were read."""
        self._marks_read.wait()

    @property
    def marks_known(self) -> bool:
        """Whether the annotations were read; before, no paper has any and none can be made."""
        return self._marks_read.is_set()

    # What there is

    @property
    def holdings(self) -> Holdings:
        """All that the reader keeps; replaced when it changes, never changed."""
        return self._store.holdings if self.marks_known else Holdings()

    @property
    def annotations(self) -> Mapping[PaperId, Annotation]:
        """All annotations; replaced when they change, never changed."""
        return self.holdings.papers

    def annotation(self, paper: Paper) -> Annotation:
        """What the reader said of a paper."""
        return annotation_of(paper, self.annotations)

    def tags(self) -> Mapping[str, int]:
        """Tags in use with their numbers of papers, the most used first."""
        return kept_names.tags_in_use(self.holdings)

    def lists(self) -> Mapping[str, int]:
        """Reading lists with their numbers of papers, in alphabetical order."""
        return kept_names.lists_in_use(self.holdings)

    # Changing

    def do(
        self, deed: "deeds.Deed", papers: Sequence[Paper] = (), *, by_itself: bool = False
    ) -> "Step":
        """Do something to papers as one step; returns what it changed.

        It is journalled when this returns. What happens `by_itself` is nothing to take back.
        Raises PaperReadError, and changes nothing, where it cannot be kept.
        """
        if not self.marks_known:
            raise PaperReadError("your stars and notes are still being read")
        with self._acting:
            day = date.today().isoformat()
            changes = deed.changes(papers, self._store.holdings, day)
            return self._apply(changes, "aside" if by_itself else "do") if changes else ()

    def star(self, paper: Paper) -> bool:
        """Star a paper or take its star away; returns whether it is starred now."""
        starred = not self.annotation(paper).starred
        self.do(deeds.Starring(starred), [paper])
        return starred

    def mark_read(self, paper: Paper, read: bool, *, by_itself: bool = False) -> None:
        """Mark a paper as read or unread."""
        self.do(deeds.Standing("read" if read else ""), [paper], by_itself=by_itself)

    def write_note(self, paper: Paper, note: str, before: str) -> None:
        """Keep a note on a paper, as `deeds.Noting`."""
        self.do(deeds.Noting(note, before), [paper])

    def _apply(self, changes: Sequence[Change], kind: Kind, of: str = "") -> "Step":
        """Keep changes; returns them as they came to be, for a note is tidied on its way."""
        act = self._store.apply(changes, kind, of)
        return act.changes

    # Taking back

    def undo(self) -> "Undone | None":
        """Take back the last step, of this run or an earlier one; None where there is none.

        What was changed elsewhere since stays as it is. Raises PaperReadError, and changes
        nothing, where it cannot be kept.
        """
        with self._acting:
            taken = self._piles().taken
            return self._turn(*taken[-1], "undo") if taken else None

    def redo(self) -> "Undone | None":
        """Do the last step again that was taken back. Returns and raises as `undo`."""
        with self._acting:
            back = self._piles().back
            return self._turn(*back[-1], "redo") if back else None

    def history(self) -> "tuple[Past, ...]":
        """What the reader did, also in earlier runs, the newest first; may read a file."""
        return undoing.past(self._store.acts()) if self.marks_known else ()

    def go_back_to(self, past: str) -> "tuple[Undone, ...]":
        """Take back, or do again, step by step, until what was done last is the act of this id.

        Raises PaperReadError as `undo`; the steps before that stand.
        """
        turned: list[Undone] = []
        with self._acting:
            piles = self._piles()
            names = [name for name, _ in piles.taken]
            if past in names:
                steps, turn = len(names) - names.index(past) - 1, self.undo
            else:
                later = [name for name, _ in reversed(piles.back)]
                steps, turn = (later.index(past) + 1 if past in later else 0), self.redo
            for _ in range(steps):
                made = turn()
                turned += [made] if made else []
        return tuple(turned)

    def _piles(self) -> "Piles":
        if not self.marks_known:
            raise PaperReadError("your stars and notes are still being read")
        store = self._store
        return undoing.piles(store.acts(), store.run, store.begun, self._earlier)

    def _turn(self, of: str, step: "Step", kind: Kind) -> "Undone":
        """Turn a step round; what somebody else changed since stays as they left it."""
        asked = undoing.turned(step)
        made = self._apply(undoing.fitting(asked, self._store.holdings), kind, of)
        return undoing.Undone(made, asked)

    # Keeping

    @property
    def unsaved(self) -> str:
        """Why something is not in the annotations file yet; empty when all is."""
        return self._store.unsaved if self.marks_known else ""

    @property
    def own_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the annotations file."""
        problem = self._store.problem if self.marks_known else None
        return (problem,) if problem else ()

    def save(self) -> bool:
        """Write the annotations file; False where it could not be."""
        return self._store.save()

    def refresh(self) -> bool:
        """Take in what somebody else wrote to the annotations file; True if there was something."""
        return self._store.refresh()
