"""How many papers the reader keeps in each state, under each tag and in each list; counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tui_reader.queries.tree import Label
from tui_reader.search.arrays import Mask
from tui_reader.search.said import STATES, OwnState, Said

COUNTED: Sequence[OwnState] = ("starred", "note", *STATES)
"""The states whose papers are counted."""


@dataclass(frozen=True, slots=True)
class OwnCounts:
    """Numbers of papers, of those that are there."""

    states: Mapping[OwnState, int]
    tags: Mapping[str, int]
    """Spellings of one tag count together; in no order."""
    lists: Mapping[str, int]


def own_counts(said: Said, present: Mask) -> OwnCounts:
    """Count what the reader said of papers that are present, shape (N,); without those of none."""
    states = {state: int(np.count_nonzero(said.mask(state) & present)) for state in COUNTED}
    docs = np.flatnonzero(present).astype(np.int32)

    def labels(kind: Label) -> Mapping[str, int]:
        found = said.labels(kind)
        counts = found.counts(docs).tolist()
        return {name: count for name, count in zip(found.names, counts, strict=True) if count}

    return OwnCounts(states, labels("tag"), labels("list"))
