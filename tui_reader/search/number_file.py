"""Whole numbers on disk, all of one width, read one by one where they lie.

Nothing is read before it is asked for, so that a file of a million numbers opens as fast as one of
ten. Numbers are read by `pread` and not through a memory map: of a map whose file was cut short
meanwhile, the first look would end the process.
"""

import os
import struct
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

Form = Literal["i", "I", "q", "Q"]
"""How a number lies in a file: 32 bits (`i`, `I`) or 64 (`q`, `Q`); small letters have a sign."""

WIDTHS = {"i": 4, "I": 4, "q": 8, "Q": 8}
"""Bytes of a number; little-endian everywhere."""


def write_numbers(path: Path, numbers: "array[int]") -> None:
    """Write numbers as `NumberFile` reads them. Raises OSError."""
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    with path.open("wb") as file:
        numbers.tofile(file)


class NumberFile(Sequence[int]):
    """Numbers in a file. May be shared between threads."""

    def __init__(self, path: Path, form: Form) -> None:
        """Raises OSError where it cannot be opened, ValueError where it holds part of a number."""
        self._form = form
        self._width = WIDTHS[form]
        self._descriptor = -1
        self._descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        self._count, rest = divmod(os.fstat(self._descriptor).st_size, self._width)
        if rest:
            raise ValueError(f"{path.name} ends within a number")

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Any) -> Any:
        """The number at a place, from 0. Raises IndexError; OSError or ValueError as `run`."""
        if not 0 <= place < self._count:
            raise IndexError(place)
        return self.run(place, 1)[0]

    def run(self, first: int, count: int) -> tuple[int, ...]:
        """Some numbers, one after the other. Raises ValueError where the file was cut short."""
        size = count * self._width
        content = os.pread(self._descriptor, size, first * self._width)
        if len(content) != size:
            raise ValueError("a file of numbers was cut short")
        return struct.unpack(f"<{count}{self._form}", content)

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
