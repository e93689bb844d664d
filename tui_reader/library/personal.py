"""What the reader wrote and marked: read once, changed by small steps that can be taken back."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui_reader.annotation import BLANK, Annotation, Change, Field
from tui_reader.errors import PaperReadError, Problem
from tui_reader.library.marks import annotation_of, both_notes, changes_to
from tui_reader.library.undoing import Undoing, Undone
from tui_reader.papers import Paper, PaperId

if TYPE_CHECKING:
    from tui_reader.annotations.store import AnnotationStore


class Personal:
    """The reader's own words, on whatever papers there are."""

    def __init__(self, store: "AnnotationStore") -> None:
        self._store = store
        self._marks_read = threading.Event()
        self._undoing = Undoing()

    def read_annotations(self) -> None:
        """Read the annotations file; does work."""
        try:
            self._store.open()
        finally:
            self._marks_read.set()

    def wait_for_annotations(self) -> None:
        """Wait until the annotations were read."""
        self._marks_read.wait()

    @property
    def annotations(self) -> Mapping[PaperId, Annotation]:
        """All annotations; replaced when they change, never changed."""
        return self._store.annotations if self.marks_known else {}

    @property
    def marks_known(self) -> bool:
        """Whether the annotations were read; before, no paper has any and none can be made."""
        return self._marks_read.is_set()

    def annotation(self, paper: Paper) -> Annotation:
        """What the reader said of a paper."""
        return annotation_of(paper, self.annotations)

    def star(self, paper: Paper) -> bool:
        """Star a paper or take its star away; returns whether it is starred now."""
        starred = not self.annotation(paper).starred
        self.put_star(paper, starred)
        return starred

    def put_star(self, paper: Paper, starred: bool) -> bool:
        """Have a paper starred or not; returns whether that was a change."""
        was = self.annotation(paper).starred
        self._change(paper, "starred", starred)
        return was != starred

    def mark_read(self, paper: Paper, read: bool, *, by_itself: bool = False) -> None:
        """Mark a paper as read or unread; what happens `by_itself` is nothing to take back."""
        self._change(paper, "read", read, own=not by_itself)

    def write_note(self, paper: Paper, note: str, before: str) -> None:
        """Keep a note on a paper; a blank one takes the note away.

        `before` is the note that was being edited: if somebody else wrote another one meanwhile,
        both are kept.
        """
        now = self.annotation(paper).note
        if now not in (before, note):
            note = both_notes(now, note)
        self._change(paper, "note", note if note.strip() else "")

    def undo(self) -> Undone | None:
        """Take back the last step the reader took in this run; None where there is none.

        Raises PaperReadError, and changes nothing, where that cannot be kept.
        """
        return self._undoing.undo(self._apply)

    def redo(self) -> Undone | None:
        """Take the last step again that was taken back. Returns and raises as `undo`."""
        return self._undoing.redo(self._apply)

    def _apply(self, wanted: Sequence[Change]) -> Sequence[Change]:
        """Make those changes that still fit what there is; returns them."""
        fitting = [
            replace(change, at=_now()) for change in wanted if self._value(change) == change.old
        ]
        if fitting:
            self._store.apply(fitting)
        return fitting

    def _change(self, paper: Paper, field: Field, new: bool | str, *, own: bool = True) -> None:
        """Change one field. Raises PaperReadError, and changes nothing, if it cannot be kept."""
        if not self.marks_known:
            raise PaperReadError("your stars and notes are still being read")
        changes = changes_to(paper, self._store.annotations, field, new, _now())
        if changes:
            self._store.apply(changes)
            if own:
                # A note is tidied on its way, so what it became is what can be taken back.
                self._undoing.did([replace(each, new=self._value(each)) for each in changes])

    def _value(self, change: Change) -> bool | str:
        """What the field that a change is about holds."""
        said = self._store.annotations.get(change.id, BLANK)
        value: bool | str = getattr(said, change.field)
        return value

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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
