"""All that the reader wrote: kept in memory, journalled, folded into one YAML file.

An acknowledged change is in the journal and survives the process; the file is never written over
while it cannot be understood. Two locks: `_memory` is held while one act is journalled and shown,
microseconds for each of its papers, so that a key never waits for the file; `_saving` lets one
thread at a time deal with that.
"""

import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from tui_reader.annotation import Act, Annotation, Change, Holdings, Kind
from tui_reader.annotations.changing import with_changes, without_emptied
from tui_reader.annotations.document import UnintelligibleError
from tui_reader.annotations.guarded_file import GuardedFile
from tui_reader.annotations.journal import Bequest, Journal, bequests, left_by
from tui_reader.annotations.merge import merge
from tui_reader.annotations.rendering import render
from tui_reader.annotations.state_folder import StateFolder
from tui_reader.annotations.tidying import tidied
from tui_reader.errors import PaperReadError, Problem
from tui_reader.files.writing import remove_stale_temporaries
from tui_reader.papers import PaperId
from tui_reader.text.clean import clean

_ROUNDS = 5


class AnnotationStore:
    """All that is in one annotations file. Every method may be called from any thread."""

    def __init__(self, path: Path, state_dir: Path) -> None:
        self._file = GuardedFile(path, clean(path.name, multiline=False))
        self._folder = StateFolder(state_dir, path)
        self._journal: Journal | None = None
        self._bequests: list[Bequest] = []
        self._memory = Lock()
        self._saving = Lock()
        self._ours = Holdings()  # replaced, never mutated
        self._waiting: list[Act] = []
        self._settled = 0
        self.run = secrets.token_hex(4)
        """Tells this run's acts from those of others."""
        self.begun = ""
        """When this run began, as acts tell of times; what dead runs left was done before."""
        self._is_closed = False
        self._unread: Problem | None = None
        self._unwritten: Problem | None = None
        self._unguarded: Problem | None = None

    @property
    def holdings(self) -> Holdings:
        """An immutable snapshot, replaced with every change and with nothing else."""
        return self._ours

    @property
    def annotations(self) -> Mapping[PaperId, Annotation]:
        """What is said of papers; the same mapping until that changes."""
        return self._ours.papers

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
            self.begun = _now("microseconds")
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

    def apply(self, changes: Sequence[Change], kind: Kind = "do", of: str = "") -> Act:
        """Journal the changes as one act, then show them; returns the act as it was taken.

        A note that changed since `change.old` is not lost: both texts are kept.
        Raises PaperReadError where the act cannot be journalled; then nothing has changed.
        """
        at = _now()
        act = Act(
            tuple(tidied(change, at, names_it=not of) for change in changes),
            secrets.token_hex(6), at, kind, of, self.run,
        )  # fmt: skip
        if not act.changes and not of:
            return act
        with self._memory:
            if self._is_closed:
                raise PaperReadError(f"{self._file.name}: closed, nothing is taken any more")
            if self._journal:
                try:
                    self._journal.append(act)
                except OSError as error:
                    message = f"the change could not be kept: {_reason(error)}"
                    raise PaperReadError(message) from error
            self._waiting.append(act)
            self._ours = with_changes(self._ours, act.changes)
        return act

    def acts(self) -> Sequence[Act]:
        """What was done so far, in earlier runs and by other copies, too; the oldest first."""
        with self._memory:
            left = left_by(self._bequests)
            recent = [*left, *self._waiting]
        past = self._folder.history.acts()
        known = {act.id for act in past}
        return [*past, *(act for act in recent if act.id not in known)]

    def save(self) -> bool:
        """Bring the file up to date, merging what others wrote meanwhile.

        True when it holds everything acknowledged before the call; never raises for the disk.
        """
        with self._saving:
            return self._save()

    def refresh(self) -> bool:
        """Look at the file; True when somebody else's change came into `holdings`."""
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
            self._publish(merge(self._file.base.holdings, ours, theirs.holdings), upto)
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
        left = _changes(left_by(self._bequests))
        self._ours = with_changes(self._file.base.holdings, left)
        for bequest in self._bequests:
            if not bequest.acts:
                bequest.settle()
        self._bequests = [bequest for bequest in self._bequests if bequest.acts]

    def _is_waiting(self) -> bool:
        return bool(self._waiting or self._bequests)

    def _snapshot(self) -> tuple[Holdings, int]:
        """What is in memory, and how many of the waiting acts are in it."""
        with self._memory:
            return self._ours, len(self._waiting)

    def _publish(self, merged: Holdings, upto: int) -> None:
        """Take over a merged state, with the acts that came while it was being made."""
        with self._memory:
            self._ours = with_changes(merged, _changes(self._waiting[upto:]))

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
        merged = merge(self._file.base.holdings, ours, theirs.holdings)
        merged = without_emptied(merged, theirs.papers)
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
        """The first `upto` waiting acts are in the file: the journals may forget them."""
        with self._memory:
            done = [*left_by(self._bequests), *self._waiting[:upto]]
        self._folder.history.log(done)
        with self._memory:
            del self._waiting[:upto]
            self._settled += upto
            if self._journal:
                # Acts that are told twice do no harm; the next save tries again.
                with suppress(OSError):
                    self._journal.mark_saved(self._settled)
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


def _changes(acts: Sequence[Act]) -> list[Change]:
    return [change for act in acts for change in act.changes]


def _now(exactness: str = "milliseconds") -> str:
    return datetime.now(UTC).isoformat(timespec=exactness)


def _reason(error: OSError) -> str:
    return str(clean(error.strerror or str(error), multiline=False))
