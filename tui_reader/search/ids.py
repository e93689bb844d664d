"""arXiv ids and DOIs in alphabetical order, to find papers by how their ids begin."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from tui_reader.papers import Paper
from tui_reader.search.array_file import ArrayFile, write_arrays
from tui_reader.search.arrays import Ints
from tui_reader.search.lexicon import SortedStrings

_FILE = "ids.npz"
_KINDS = ("arxiv:", "doi:")
Listed = tuple[SortedStrings, Ints]
"""Ids in small letters, rising, and the number of the paper each names."""


class Ids:
    """Ids of one generation, read or made when they are first asked for."""

    def __init__(self, listed: Callable[[], Listed]) -> None:
        self._make = listed

    @cached_property
    def listed(self) -> Listed:
        """The ids themselves."""
        return self._make()

    def beginning(self, text: str) -> Ints:
        """Papers with an arXiv id or DOI that begins so, with or without its kind before it."""
        ids, numbers = self.listed
        begin = text.lower()
        every = [begin] if begin.startswith(_KINDS) else [kind + begin for kind in _KINDS]
        found = [numbers[slice(*ids.beginning(each))] for each in every]
        return np.unique(np.concatenate(found))


class IdsBuilder:
    """Takes papers one by one and lists their ids."""

    def __init__(self) -> None:
        self._found: list[tuple[bytes, int]] = []
        self._count = 0

    def add(self, paper: Paper) -> None:
        """Take in the next paper."""
        named = {
            name.lower().encode("utf-8", "replace").replace(b"\n", b"")
            for name in paper.names
            if name.startswith(_KINDS)
        }
        self._found += ((name, self._count) for name in named)
        self._count += 1

    def listed(self) -> Listed:
        """The ids of everything taken in."""
        found = sorted(self._found)
        lines = b"".join(name + b"\n" for name, _ in found)
        return SortedStrings(lines), np.array([number for _, number in found], dtype=np.int32)

    def write(self, folder: Path) -> None:
        """Write the ids of everything taken in. Raises OSError where that cannot be done."""
        ids, numbers = self.listed()
        lines = np.frombuffer(ids.lines, dtype=np.uint8)
        write_arrays(folder / _FILE, lines=lines, numbers=numbers)


def ids_in(folder: Path) -> Ids:
    """The ids of a generation; asking for some raises what a damaged file makes of it."""

    def read() -> Listed:
        file = ArrayFile(folder / _FILE)
        lines = file.array("lines", np.uint8).tobytes()
        return SortedStrings(lines), file.array("numbers", np.int32)

    return Ids(read)


def ids_in_memory(papers: Sequence[Paper]) -> Ids:
    """The ids of papers, listed when asked for."""
    return Ids(lambda: _ids_of(papers))


def _ids_of(papers: Iterable[Paper]) -> Listed:
    builder = IdsBuilder()
    for paper in papers:
        builder.add(paper)
    return builder.listed()
