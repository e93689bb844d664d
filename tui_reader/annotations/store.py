"""The reader's stars, read marks and notes: kept in memory, journalled, folded into one YAML file.

An acknowledged change is in the journal and survives the process; the file is never written over
while it cannot be understood. Two locks: `_memory` is held for microseconds, so that a key never
waits for the disk; `_saving` lets one thread at a time deal with the file.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from tui_reader.annotation import Annotation, Change
from tui_reader.annotations.annotations_file import tidy_note, tidy_title
from tui_reader.annotations.document import UnintelligibleError
from tui_reader.annotations.guarded_file import GuardedFile
from tui_reader.annotations.journal import Bequest, Journal, bequests
from tui_reader.annotations.merge import merge, with_changes
from tui_reader.annotations.rendering import render
from tui_reader.annotations.state_folder import StateFolder
from tui_reader.errors import PaperReadError, Problem
from tui_reader.files.writing import remove_stale_temporaries
from tui_reader.papers import PaperId
from tui_reader.text.clean import clean

LONGEST_NOTE = 1_000_000
"""Characters; a longer one is refused, never cut."""
_ROUNDS = 5


class AnnotationStore:
    """All annotations of one file. Every method may be called from any thread."""

    def __init__(self, path: Path, state_dir: Path) -> None:
        self._file = GuardedFile(path, clean(path.name, multiline=False))
        self._folder = StateFolder(state_dir, path)
        self._journal: Journal | None = None
        self._bequests: list[Bequest] = []
        self._memory = Lock()
        self._saving = Lock()
        self._ours: dict[PaperId, Annotation] = {}  # replaced, never mutated
        self._shown = self._ours, MappingProxyType(self._ours)
        self._steps: list[tuple[Change, ...]] = []
        self._saved_steps = 0
        self._is_closed = False
        self._unread: Problem | None = None
        self._unwritten: Problem | None = None
        self._unguarded: Problem | None = None

    @property
    def annotations(self) -> Mapping[PaperId, Annotation]:
        """An immutable snapshot, replaced with every change and with nothing else."""
        ours = self._ours
        if self._shown[0] is not ours:
            self._shown = ours, MappingProxyType(ours)
        return self._shown[1]

    @property
    def problem(self) -> Problem | None:
        """Why the file is not being written, or not safely; None when all is well."""
        return self._unread or self._unwritten or self._unguarded

    @property
    def unsaved(self) -> str:
        """Why something acknowledged is not yet in the file; empty when everything is."""
        if not self._is_waiting():
            return ""
        reason = self._unread or self._unwritten
        return str(reason) if reason else "waiting"

    def open(self) -> None:
        """Read the file, take over what dead processes left, start a journal.

        Never raises for what the files hold or for a disk that fails: `problem` tells.
        """
        with self._saving:
            try:
                self._folder.make()
                self._file.folder = self._folder
                self._journal = Journal(self._folder.journals)
                with self._file.locked():
                    remove_stale_temporaries(self._file.path)
                    self._bequests = bequests(self._folder.journals)
            except OSError as error:
                self._do_without_journal(error)
            self._load()

    def apply(self, changes: Sequence[Change]) -> None:
        """Journal the changes as one step, then show them.

        A note that changed since `change.old` is not lost: both texts are kept.
        Raises PaperReadError where the step cannot be journalled; then nothing has changed.
        """
        step = tuple(map(_tidied, changes))
        if not step:
            return
        with self._memory:
            if self._is_closed:
                raise PaperReadError(f"{self._file.name}: closed, nothing is taken any more")
            if self._journal:
                try:
                    self._journal.append(step)
                except OSError as error:
                    message = f"the change could not be kept: {_reason(error)}"
                    raise PaperReadError(message) from error
            self._steps.append(step)
            self._ours = with_changes(self._ours, step)

    def save(self) -> bool:
        """Bring the file up to date, merging what others wrote meanwhile.

        True when it holds everything acknowledged before the call; never raises for the disk.
        """
        with self._saving:
            return self._save()

    def refresh(self) -> bool:
        """Look at the file; True when somebody else's change came into `annotations`."""
        with self._saving:
            before = self._ours
            try:
                seen, theirs = self._file.read()
            except UnintelligibleError as error:
                self._unread = error.problem
                return False
            except OSError as error:
                self._unread = Problem(self._file.name, 0, _reason(error))
                return False
            self._unread = None
            if not self._file.is_news(seen):
                return False
            ours, upto = self._snapshot()
            self._publish(merge(self._file.base.papers, ours, theirs.papers), upto)
            self._file.accept(theirs, seen)
            return self._ours != before

    def close(self) -> None:
        """Save; what cannot be saved stays in the journal and in a recovery file."""
        with self._saving:
            if self._is_closed:
                return
            if not self._save():
                self._recover()
            with self._memory:
                self._is_closed = True
                if self._journal:
                    self._journal.close()
            for bequest in self._bequests:
                bequest.release()

    def _do_without_journal(self, error: OSError) -> None:
        reason = f"no safety net can be kept here: {_reason(error)}"
        self._unguarded = Problem(clean(str(self._folder.folder), multiline=False), 0, reason)
        if not isinstance(error, TimeoutError):
            self._file.folder = None

    def _load(self) -> None:
        try:
            seen, document = self._file.read()
        except UnintelligibleError as error:
            self._unread = error.problem
            self._file.fall_back()
        except OSError as error:
            self._unread = Problem(self._file.name, 0, _reason(error))
            self._file.fall_back()
        else:
            self._file.accept(document, seen)
        left = [change for bequest in self._bequests for step in bequest.steps for change in step]
        left.sort(key=lambda change: change.at)
        self._ours = with_changes(self._file.base.papers, left)
        for bequest in self._bequests:
            if not bequest.steps:
                bequest.settle()
        self._bequests = [bequest for bequest in self._bequests if bequest.steps]

    def _is_waiting(self) -> bool:
        return bool(self._steps or self._bequests)

    def _snapshot(self) -> tuple[dict[PaperId, Annotation], int]:
        """What is in memory, and how many of the waiting steps are in it."""
        with self._memory:
            return self._ours, len(self._steps)

    def _publish(self, merged: Mapping[PaperId, Annotation], upto: int) -> None:
        """Take over a merged state, with the steps that came while it was being made."""
        with self._memory:
            later = [change for step in self._steps[upto:] for change in step]
            self._ours = with_changes(merged, later)

    def _save(self) -> bool:
        if not self._is_waiting():
            return True
        try:
            with self._file.locked():
                is_saved = any(self._save_once() for _ in range(_ROUNDS))
        except UnintelligibleError as error:
            self._unread = error.problem
            return False
        except OSError as error:
            # Where only letting go of the lock failed, all is in the file none the less.
            if self._is_waiting():
                self._unwritten = Problem(self._file.name, 0, f"not saved: {_reason(error)}")
                return False
            is_saved = True
        self._unread = self._unwritten = None
        if not is_saved:
            reason = "not saved: another program keeps changing it"
            self._unwritten = Problem(self._file.name, 0, reason)
        return is_saved

    def _save_once(self) -> bool:
        """One attempt; False where somebody else wrote the file in the middle of it."""
        seen, theirs = self._file.read()
        ours, upto = self._snapshot()
        merged = merge(self._file.base.papers, ours, theirs.papers)
        merged = _without_emptied(merged, theirs.papers)
        self._back_up(seen.content)
        written = self._file.write(seen, theirs, merged)
        if written is None:
            return False
        now, document = written
        self._publish(merged, upto)
        self._settle(upto)
        self._file.accept(document, now)
        self._back_up(now.content)
        return True

    def _settle(self, upto: int) -> None:
        """The first `upto` waiting steps are in the file: the journals may forget them."""
        with self._memory:
            del self._steps[:upto]
            self._saved_steps += upto
            if self._journal:
                # Steps that are told twice do no harm; the next save tries again.
                with suppress(OSError):
                    self._journal.mark_saved(self._saved_steps)
        for bequest in self._bequests:
            bequest.settle()
        self._bequests = []

    def _back_up(self, content: bytes | None) -> None:
        try:
            self._file.back_up(content)
        except OSError as error:
            reason = f"no backup could be made: {_reason(error)}"
            self._unguarded = Problem(self._file.name, 0, reason)
        else:
            if self._journal:
                self._unguarded = None

    def _recover(self) -> None:
        """Put everything into a recovery file and say where it is."""
        everything = render(self._ours, self._file.base.extra).encode()
        try:
            written = self._folder.write_recovery(everything)
        except OSError:
            return
        reason = self._unread or self._unwritten
        told = f"{reason.reason if reason else 'not saved'}; all of it is in {written}"
        self._unwritten = Problem(self._file.name, reason.line if reason else 0, told)
        self._unread = None


def _without_emptied(
    merged: Mapping[PaperId, Annotation], theirs: Mapping[PaperId, Annotation]
) -> dict[PaperId, Annotation]:
    """Without papers whose last mark was taken away; a bare title the reader wrote stays."""
    return {
        paper: annotation
        for paper, annotation in merged.items()
        if not annotation.is_blank or (paper in theirs and theirs[paper].is_blank)
    }


def _tidied(change: Change) -> Change:
    try:
        change.id.encode()
    except UnicodeEncodeError as error:
        raise PaperReadError("a paper without a proper id cannot be annotated") from error
    is_note = change.field == "note"
    if is_note and len(str(change.new)) > LONGEST_NOTE:
        raise PaperReadError(f"the note is longer than {LONGEST_NOTE:,} characters")
    return replace(
        change,
        title=tidy_title(change.title),
        old=tidy_note(str(change.old)) if is_note else bool(change.old),
        new=tidy_note(str(change.new)) if is_note else bool(change.new),
        at=change.at or datetime.now(UTC).isoformat(timespec="milliseconds"),
    )


def _reason(error: OSError) -> str:
    return str(clean(error.strerror or str(error), multiline=False))
