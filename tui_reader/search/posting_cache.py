"""Scored posting lists kept for the next question, the least recently used dropped first."""

from collections import OrderedDict
from dataclasses import dataclass

from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Floats, Ints

LEAST_ROOM = 32 * 2**20
MOST_ROOM = 256 * 2**20
ROOM_PER_PAPER = 512
"""Bytes; a common word's list takes up to eight for each paper."""
OVERHEAD = 512
"""Bytes that a list takes beside its numbers: most lists are short, and there may be many."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The papers a term stands in, and what it adds to the score of each."""

    docs: Ints
    """Shape (P,), rising."""
    scores: Floats
    """Shape (P,)."""


class PostingCache:
    """Lists by field and term, bounded in bytes. Belongs to one thread at a time."""

    def __init__(self, papers: int) -> None:
        self.room = max(LEAST_ROOM, min(papers * ROOM_PER_PAPER, MOST_ROOM))
        """Bytes that may be kept."""
        self.size = 0
        """Bytes kept."""
        self.hits = 0
        """How often a list that was asked for was kept."""
        self.misses = 0
        self._kept: OrderedDict[tuple[Field, str], Scored] = OrderedDict()

    def get(self, key: tuple[Field, str], *, counted: bool = True) -> Scored | None:
        """The list for (field, term) if it is kept; `counted` as a hit or a miss or not at all."""
        kept = self._kept.get(key)
        self.hits += counted and kept is not None
        self.misses += counted and kept is None
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    def put(self, key: tuple[Field, str], scored: Scored) -> None:
        """Keep a list, and make room for it; one that is larger than the room is not kept."""
        if key in self._kept:
            self.size -= _bytes(self._kept.pop(key))
        self._kept[key] = scored
        self.size += _bytes(scored)
        while self.size > self.room:
            _, dropped = self._kept.popitem(last=False)
            self.size -= _bytes(dropped)


def _bytes(scored: Scored) -> int:
    return scored.docs.nbytes + scored.scores.nbytes + OVERHEAD
