"""The library: papers, their index, and what the reader wrote; the one face of all of it.

`open`, `reload`, `build`, `search`, `save` and `refresh` do work and may run in a worker; of
`search` one at a time. Everything else is quick and may be called where the screen is drawn.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui_reader.annotation import Annotation, Change, Field
from tui_reader.annotations.store import AnnotationStore
from tui_reader.errors import Problem
from tui_reader.later import LaterModule
from tui_reader.library.building import Building
from tui_reader.library.listing import Listing, Question
from tui_reader.library.marks import annotation_of, both_notes, changes_to, marked_ids
from tui_reader.library.snapshot import Origin, Snapshot
from tui_reader.library.sources import Sources
from tui_reader.papers import Paper, PaperId
from tui_reader.queries.tree import Field as SearchedField

if TYPE_CHECKING:
    from tui_reader.library import shelves
else:
    # Brings NumPy and Whoosh along, a third of a second: the screen is painted before.
    shelves = LaterModule("tui_reader.library.shelves")

Progress = Callable[[str, int, int], None]
"""Told a stage (`reading`, `indexing`, `writing`), the papers done, and all papers or 0."""


def _nobody(stage: str, done: int, total: int) -> None:
    """Progress that nobody wants to hear of."""


class Library:
    """Holds one immutable snapshot and replaces it by a single assignment."""

    def __init__(self, sources: Sources, store: AnnotationStore) -> None:
        self.sources = sources
        """Where the dumps are read from."""
        self._store = store
        self.snapshot: Snapshot = Snapshot()
        """What is shown now; keep it while working with numbers of papers."""
        self.index_problem = ""
        """Why there is no index to search, where that is so."""
        self._searching = threading.Lock()
        self._replacing = threading.Lock()
        self._building = Building()

    # Opening

    def open(self, progress: Progress = _nobody, early: Callable[[], None] = lambda: None) -> bool:
        """Read annotations, and papers from the index or else from the dumps.

        Of many papers the first are there when `early` is called. Returns whether an index is
        still to be built.
        """
        self._store.open()

        def first(filled: shelves.Filled) -> None:
            self._replace(filled, "memory")
            early()

        return self._fill(progress, first)

    def open_index(self) -> bool:
        """Take the index if it fits the dumps as they are now; reads no dump."""
        generation = shelves.index_in_force(self.sources.paths)
        if generation is None:
            return False
        opened = self.snapshot.index
        if opened is None or opened.folder != generation.folder:
            filled = shelves.from_index(self.sources.paths, generation)
            if filled is None:
                return False
            self._replace(filled, "index")
        self.index_problem = ""
        return True

    def reload(self, progress: Progress = _nobody) -> bool:
        """Look at the dumps again; as `open`, without the annotations."""
        if self.snapshot.corpus is not None and self.snapshot.corpus.damaged:
            self._distrust(self.snapshot)
        return self._fill(progress)

    def _fill(
        self, progress: Progress, early: "Callable[[shelves.Filled], None] | None" = None
    ) -> bool:
        if self.open_index():
            return False
        self._replace(shelves.from_dumps(self.sources.paths, progress, early), "memory")
        return True

    def build(self, progress: Progress = _nobody, *, anew: bool = False) -> bool:
        """Build the index in a process of its own and take it; False where that failed."""
        self.index_problem = self._building.run(self.sources.paths, progress, anew=anew)
        if not self.index_problem and not self.open_index():
            self.index_problem = "the index that was built could not be opened"
        return not self.index_problem

    def _replace(self, filled: "shelves.Filled", origin: Origin) -> None:
        with self._replacing:
            number = self.snapshot.generation + 1
            index = filled.generation
            self.snapshot = Snapshot(filled.corpus, origin, number, filled.reports, index)

    # Asking

    def search(self, question: Question) -> Listing:
        """The papers that answer a question, of the snapshot there is when it begins.

        An index that fails while it is searched is given up for posting lists in memory.
        """
        with self._searching:
            snapshot = self.snapshot
            try:
                return self._answered(question, snapshot)
            except Exception as error:
                if snapshot.origin != "index":
                    raise
                self.give_up(snapshot, f"the index failed ({type(error).__name__})")
                return self._answered(question, self.snapshot)

    def _answered(self, question: Question, snapshot: Snapshot) -> Listing:
        if snapshot.corpus is None:
            return Listing(question, snapshot=snapshot)
        marked = marked_ids(self._store.annotations)
        found = snapshot.corpus.answer(question.tree, question.order, marked)
        return Listing(question, found.numbers, found.scores, found.terms, snapshot)

    def give_up(self, snapshot: Snapshot, why: str) -> None:
        """Never open a snapshot's index again; answer from the dumps, unless there is a newer."""
        self._distrust(snapshot)
        if self.snapshot is snapshot:
            self.index_problem = why
            self._replace(shelves.from_dumps(self.sources.paths), "memory")

    def _distrust(self, snapshot: Snapshot) -> None:
        if snapshot.index is not None:
            shelves.distrust(self.sources.paths, snapshot.index)

    def paper(self, name: PaperId) -> Paper | None:
        """The paper with this id, or with another id it was known by."""
        snapshot = self.snapshot
        number = snapshot.number(name)
        return snapshot.paper(number) if number >= 0 else None

    def hits(
        self, text: str, listing: Listing, *fields: SearchedField
    ) -> Sequence[tuple[int, int]]:
        """The places in a shown text that answer the listing's query in one of the fields."""
        terms = frozenset[str]().union(*(listing.terms.get(name, ()) for name in fields))
        return shelves.hits(text, terms) if terms else ()

    # What the reader wrote

    @property
    def annotations(self) -> Mapping[PaperId, Annotation]:
        """All annotations; replaced when they change, never changed."""
        return self._store.annotations

    def annotation(self, paper: Paper) -> Annotation:
        """What the reader said of a paper."""
        return annotation_of(paper, self._store.annotations)

    def numbers_read(self, snapshot: Snapshot) -> frozenset[int]:
        """The numbers, in a snapshot, of the papers that were read."""
        read = marked_ids(self._store.annotations)["read"]
        return snapshot.corpus.numbers(read) if snapshot.corpus else frozenset()

    def star(self, paper: Paper) -> bool:
        """Star a paper or take its star away; returns whether it is starred now."""
        starred = not self.annotation(paper).starred
        self._change(paper, "starred", starred)
        return starred

    def mark_read(self, paper: Paper, read: bool) -> None:
        """Mark a paper as read or unread."""
        self._change(paper, "read", read)

    def write_note(self, paper: Paper, note: str, before: str) -> None:
        """Keep a note on a paper; a blank one takes the note away.

        `before` is the note that was being edited: if somebody else wrote another one meanwhile,
        both are kept.
        """
        now = self.annotation(paper).note
        if now not in (before, note):
            note = both_notes(now, note)
        self._change(paper, "note", note if note.strip() else "")

    def _change(self, paper: Paper, field: Field, new: bool | str) -> None:
        """Change one field. Raises PaperReadError, and changes nothing, if it cannot be kept."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        changes: list[Change] = changes_to(paper, self._store.annotations, field, new, at)
        if changes:
            self._store.apply(changes)

    @property
    def unsaved(self) -> str:
        """Why something is not in the annotations file yet; empty when all is."""
        return self._store.unsaved

    @property
    def own_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the annotations file."""
        problem = self._store.problem
        return (problem,) if problem else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with dumps and annotations that the reader should know."""
        return (*self.own_problems, *self.snapshot.problems)

    def save(self) -> bool:
        """Write the annotations file; False where it could not be."""
        return self._store.save()

    def refresh(self) -> bool:
        """Take in what somebody else wrote to the annotations file; True if there was something."""
        return self._store.refresh()

    def close(self) -> None:
        """Save and let go of everything. May be called more than once."""
        self._building.stop()
        self._store.close()
