"""What the reader said of papers, by paper number: states and notes, for one generation."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tui_reader.search.arrays import Ints, Mask
from tui_reader.search.notes import NotePostings


@dataclass(frozen=True)
class Said:
    """The reader's marks and notes, ready to be searched."""

    numbers: Mapping[str, Ints]
    """Numbers of the papers that are `starred`, `read` or have a `note`; each rising."""
    notes: NotePostings

    def mask(self, state: str, size: int) -> Mask:
        """The papers in a state of the reader's."""
        mask = np.zeros(size, dtype=np.bool_)
        mask[self.numbers["read" if state == "unread" else state]] = True
        return ~mask if state == "unread" else mask
