"""Paper ids to paper numbers on disk: sorted 64-bit hashes of every name a paper has."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui_reader.papers import PaperId
from tui_reader.search.number_file import NumberFile

HASHES = "names.hashes"
NUMBERS = "names.numbers"


def name_hash(name: str) -> int:
    """64 bits of a name's BLAKE2b hash."""
    content = name.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "big")


class NameFile:
    """Every name of every paper, looked up where it lies."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError or ValueError where the files are gone or do not fit together."""
        self._hashes = NumberFile(folder / HASHES, "Q")
        self._numbers = NumberFile(folder / NUMBERS, "i")
        if len(self._hashes) != len(self._numbers):
            raise ValueError("hashes and numbers of names do not fit together")

    def number(self, name: PaperId) -> int:
        """The number of the first paper with this name, -1 where it is unknown."""
        return next(self._named(name), -1)

    def every(self, names: Iterable[PaperId]) -> frozenset[int]:
        """The numbers of all papers that have one of these names."""
        return frozenset(number for name in names for number in self._named(name))

    def _named(self, name: PaperId) -> Iterator[int]:
        wanted = name_hash(name)
        place = bisect_left(self._hashes, wanted)
        while place < len(self._hashes) and self._hashes[place] == wanted:
            yield self._numbers[place]
            place += 1
