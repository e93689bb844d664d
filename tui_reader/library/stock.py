"""The papers of a library: opened, replaced as one, their index built; nothing is asked here."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from tui_reader.library import shelves
from tui_reader.library.building import Building
from tui_reader.library.snapshot import Origin, Snapshot

Progress = Callable[[str, int, int], None]
"""Told a stage (`reading`, `indexing`, `writing`), the papers done, and all papers or 0."""


def nobody(stage: str, done: int, total: int) -> None:
    """Progress that nobody wants to hear of."""


class Stock:
    """Holds one immutable snapshot and replaces it by a single assignment."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self.snapshot: Snapshot = Snapshot()
        """What is shown now."""
        self.problem = ""
        """Why there is no index to search, where that is so."""
        self._replacing = threading.Lock()
        self._giving_up = threading.Lock()
        self._building = Building()

    def look(self) -> bool:
        """Take the papers of the index in force, to be listed; whether there is one."""
        filled = shelves.at_first_sight(self._paths)
        if filled is not None:
            self._replace(filled, "index")
        return filled is not None

    def fill(self, progress: Progress, early: Callable[[], None] | None = None) -> bool:
        """Take papers from the index or else from the dumps; whether an index is to be built.

        `early` is called when there are the first of many papers to show.
        """

        def first(filled: shelves.Filled) -> None:
            if self.snapshot.corpus is None and early is not None:
                self._replace(filled, "memory")
                early()

        index = shelves.index_in_force(self._paths)
        if index is not None and self._take(index):
            return index.outgrown
        self._replace(shelves.from_dumps(self._paths, progress, first), "memory")
        return True

    def open_index(self) -> bool:
        """Take the index if it fits the dumps as they are now, with those it lacks."""
        index = shelves.index_in_force(self._paths)
        return index is not None and self._take(index)

    def _take(self, index: shelves.Index) -> bool:
        snapshot = self.snapshot
        same = snapshot.index is not None and snapshot.index.folder == index.generation.folder
        if same and snapshot.corpus is not None and snapshot.arrived == index.lacks:
            if not shelves.opened(self._paths, snapshot.corpus, index.generation):
                return False
        else:
            filled = shelves.from_index(self._paths, index)
            if filled is None:
                return False
            self._replace(filled, "index")
        self.problem = ""
        return True

    def build(self, progress: Progress, *, anew: bool) -> bool:
        """Build the index in a process of its own and take it; False where that failed."""
        self.problem = self._building.run(self._paths, progress, anew=anew)
        if not self.problem and not self.open_index():
            self.problem = "the index that was built could not be opened"
        return not self.problem

    def stop_building(self) -> None:
        """End a build that is under way."""
        self._building.stop()

    def give_up(self, snapshot: Snapshot, why: str) -> None:
        """Never open a snapshot's index again; answer from the dumps, unless there is a newer."""
        self.distrust(snapshot)
        with self._giving_up:
            if self.snapshot is not snapshot:
                return
            filled = shelves.from_dumps(self._paths)
            if self._replace(filled, "memory", instead_of=snapshot):
                self.problem = why

    def distrust(self, snapshot: Snapshot) -> None:
        """Never open the index of a snapshot again."""
        if snapshot.index is not None:
            shelves.distrust(self._paths, snapshot.index)

    def _replace(
        self, filled: shelves.Filled, origin: Origin, *, instead_of: Snapshot | None = None
    ) -> bool:
        """Take papers over; False where others than those they should stand for were there."""
        with self._replacing:
            if instead_of is not None and self.snapshot is not instead_of:
                return False
            number = self.snapshot.generation + 1
            self.snapshot = Snapshot(
                filled.corpus, origin, number, filled.reports, filled.generation, filled.arrived
            )
            return True
