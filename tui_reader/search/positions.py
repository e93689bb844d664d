"""Where the words of a field stand: for each word its places in the row of all papers' words.

The row has the papers one behind the other. On disk, the places of a word are the steps from one
to the next, seven bits a byte, the lowest first, the eighth bit set where more follow (LEB128);
only the words a question names are read.
"""

import os
import weakref
from collections import OrderedDict
from pathlib import Path
from typing import Protocol

import numpy as np

from tui_reader.search.arrays import Bytes, Ints, Longs

MANY = 2000
"""Places that are worth keeping once they were read."""
ROOM = 24 * 2**20
"""Bytes of places kept of one field."""

_NONE = np.zeros(0, dtype=np.int64)
_PIECE = 1 << 20
"""Steps written at a time."""


class Positions(Protocol):
    """Places of words. Words are numbered by the field's lexicon."""

    @property
    def starts(self) -> Longs:
        """Shape (N + 1,): paper n has the places `starts[n]` to `starts[n + 1]`, that one not."""

    def of(self, words: Ints) -> Longs:
        """The places where one of some distinct words stands, rising."""


class MemoryPositions:
    """Places kept in memory."""

    def __init__(self, places: Ints, runs: Longs, lengths: Ints) -> None:
        """As in `inversion.InvertedField`."""
        self.starts = row_starts(lengths)
        self._places = places
        self._runs = runs

    def of(self, words: Ints) -> Longs:
        """The places of some words."""
        return _together(
            [
                self._places[self._runs[word] : self._runs[word + 1]].astype(np.int64)
                for word in words.tolist()
            ]
        )


class PositionFile:
    """Places read from disk, word by word."""

    def __init__(self, path: Path, runs: Longs, lengths: Ints) -> None:
        """`runs`, shape (words + 1,): where in the file each word's bytes begin, and the end."""
        self.starts = row_starts(lengths)
        self._runs = runs
        self._kept: OrderedDict[bytes, Longs] = OrderedDict()
        self._size = 0
        self._descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self._descriptor)

    def of(self, words: Ints) -> Longs:
        """The places of some words. Raises OSError where they cannot be read.

        Where they are many they are kept: the clauses of a query often have the same words.
        """
        name = words.tobytes()
        kept = self._kept.get(name)
        if kept is None:
            kept = _together([self._read(word) for word in words.tolist()])
            kept.setflags(write=False)
            if len(kept) >= MANY:
                self._keep(name, kept)
        else:
            self._kept.move_to_end(name)
        return kept

    def _keep(self, name: bytes, places: Longs) -> None:
        self._kept[name] = places
        self._size += places.nbytes
        while self._size > ROOM:
            self._size -= self._kept.popitem(last=False)[1].nbytes

    def _read(self, word: int) -> Longs:
        start, end = int(self._runs[word]), int(self._runs[word + 1])
        content = os.pread(self._descriptor, end - start, start)
        return np.cumsum(_decoded(np.frombuffer(content, dtype=np.uint8)))


def write_positions(path: Path, places: Ints, runs: Longs) -> Longs:
    """Write the places of all words; returns where each word's bytes begin, and the end.

    Raises OSError where they cannot be written.
    """
    steps = np.diff(places, prepend=np.int32(0))
    first = runs[:-1][np.diff(runs) > 0]
    steps[first] = places[first]
    ends = np.zeros(len(steps) + 1, dtype=np.int64)
    with path.open("wb") as file:
        for start in range(0, len(steps), _PIECE):
            content, sizes = _encoded(steps[start : start + _PIECE])
            file.write(content.tobytes())
            ends[start + 1 : start + 1 + len(sizes)] = sizes
    return np.cumsum(ends)[runs]


def row_starts(lengths: Ints) -> Longs:
    """Where the words of each paper begin in the row, and the end. Shape (N + 1,)."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def _together(parts: list[Longs]) -> Longs:
    if len(parts) == 1:
        return parts[0]
    # Sorted runs: the stable sort merges them.
    return np.sort(np.concatenate(parts), kind="stable") if parts else _NONE


def _encoded(steps: Ints) -> tuple[Bytes, Bytes]:
    """Steps as bytes, and how many bytes each of them takes."""
    most = 1 + (int(steps.max()).bit_length() - 1) // 7 if len(steps) else 1
    parts = np.zeros((len(steps), max(most, 1)), dtype=np.uint8)
    used = np.ones(parts.shape, dtype=np.bool_)
    for byte in range(parts.shape[1]):
        rest = steps >> 7 * byte
        used[:, byte] = rest > 0
        parts[:, byte] = rest & 127 | (rest > 127) << 7
    used[:, 0] = True
    return parts[used], used.sum(axis=1, dtype=np.uint8)


def _decoded(content: Bytes) -> Longs:
    ends = np.flatnonzero(content < 128)
    starts = np.concatenate([np.zeros(1, np.int64), ends[:-1] + 1]) if len(ends) else ends
    steps = (content[starts] & 127).astype(np.int64)
    sizes = ends - starts + 1
    for byte in range(1, int(sizes.max(initial=0))):
        here = np.flatnonzero(sizes > byte)
        steps[here] |= (content[starts[here] + byte] & 127).astype(np.int64) << 7 * byte
    return steps
