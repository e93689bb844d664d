"""Paper ids to paper numbers, by sorted 64-bit hashes of every name a paper has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from tui_reader.papers import Paper, PaperId
from tui_reader.search.arrays import Ints, Places
from tui_reader.search.name_file import HASHES, NUMBERS, name_hash

Hashes = npt.NDArray[np.uint64]


class Naming(Protocol):
    """Paper numbers by name."""

    def number(self, name: PaperId) -> int:
        """The number of the first paper with this name, -1 where it is unknown."""

    def every(self, names: Iterable[PaperId]) -> Ints:
        """The numbers of all papers that have one of these names, each once, rising."""

    def named(self, names: Sequence[PaperId]) -> tuple[Places, Ints]:
        """Every paper that has one of these names, as the name's place and the paper's number."""


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of every paper."""

    hashes: Hashes
    """Rising."""
    numbers: Ints
    """The paper each hash names."""

    def number(self, name: PaperId) -> int:
        """The number of the first paper with this name, -1 where it is unknown."""
        wanted = np.uint64(name_hash(name))
        place = int(np.searchsorted(self.hashes, wanted))
        known = place < len(self.hashes) and self.hashes[place] == wanted
        return int(self.numbers[place]) if known else -1

    def every(self, names: Iterable[PaperId]) -> Ints:
        """The numbers of all papers that have one of these names, each once, rising."""
        return np.unique(self.named(tuple(names))[1])

    def named(self, names: Sequence[PaperId]) -> tuple[Places, Ints]:
        """Every paper that has one of these names, as the name's place and the paper's number.

        Both arrays have the shape (papers found,), the places rising.
        """
        wanted = np.array([name_hash(name) for name in names], dtype=np.uint64)
        first = np.searchsorted(self.hashes, wanted, side="left")
        sizes = np.searchsorted(self.hashes, wanted, side="right") - first
        # Two papers may share a title, and then what was said of the title is said of both.
        steps = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        found = self.numbers[np.repeat(first, sizes) + steps]
        return np.repeat(np.arange(len(names)), sizes), found

    def write(self, folder: Path) -> None:
        """Write the names as `NameFile` reads them. Raises OSError."""
        self.hashes.astype("<u8").tofile(folder / HASHES)
        self.numbers.astype("<i4").tofile(folder / NUMBERS)


def names_in(folder: Path) -> Names:
    """The names written there. Raises OSError or ValueError."""
    hashes = np.fromfile(folder / HASHES, dtype="<u8")
    numbers = np.fromfile(folder / NUMBERS, dtype="<i4")
    if len(hashes) != len(numbers):
        raise ValueError("hashes and numbers of names do not fit together")
    return Names(hashes, numbers)


class NameBuilder:
    """Takes papers one by one and gives their names."""

    def __init__(self) -> None:
        self._hashes: list[int] = []
        self._numbers: list[int] = []
        self._count = 0

    def add(self, paper: Paper) -> None:
        """Take in the next paper."""
        for name in paper.names:
            self._hashes.append(name_hash(name))
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
