"""Paper ids to paper numbers, by sorted 64-bit hashes of every name a paper has."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui_reader.papers import Paper, PaperId
from tui_reader.search.inversion import Ints

Hashes = npt.NDArray[np.uint64]


def _hash(name: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of every paper."""

    hashes: Hashes
    """Rising."""
    numbers: Ints
    """The paper each hash names."""

    def number(self, name: PaperId) -> int:
        """The number of the first paper with this name, -1 where it is unknown."""
        wanted = np.uint64(_hash(name))
        place = int(np.searchsorted(self.hashes, wanted))
        known = place < len(self.hashes) and self.hashes[place] == wanted
        return int(self.numbers[place]) if known else -1

    def every(self, names: Iterable[PaperId]) -> Ints:
        """The numbers of all papers that have one of these names, each once, rising."""
        wanted = np.array([_hash(name) for name in names], dtype=np.uint64)
        first = np.searchsorted(self.hashes, wanted, side="left")
        sizes = np.searchsorted(self.hashes, wanted, side="right") - first
        # Two papers may share a title, and then what was said of the title is said of both.
        steps = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return np.unique(self.numbers[np.repeat(first, sizes) + steps])


class NameBuilder:
    """Takes papers one by one and gives their names."""

    def __init__(self) -> None:
        self._hashes: list[int] = []
        self._numbers: list[int] = []
        self._count = 0

    def add(self, paper: Paper) -> None:
        """Take in the next paper."""
        for name in paper.names:
            self._hashes.append(_hash(name))
            self._numbers.append(self._count)
        self._count += 1

    def names(self) -> Names:
        """The names of everything taken in."""
        hashes = np.array(self._hashes, dtype=np.uint64)
        order = np.argsort(hashes, kind="stable")
        return Names(hashes[order], np.array(self._numbers, dtype=np.int32)[order])


def names_of(papers: Iterable[Paper]) -> Names:
    """The names of some papers, numbered from 0 in their order."""
    builder = NameBuilder()
    for paper in papers:
        builder.add(paper)
    return builder.names()
