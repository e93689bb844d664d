"""Named arrays of whole numbers in one file, each as narrow on disk as its numbers allow."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tui_reader.search.arrays import Longs

_WIDTHS = (np.uint8, np.int8, np.uint16, np.int16, np.int32, np.int64)

Numbers = npt.NDArray[np.integer[Any]]


def write_arrays(path: Path, *, rising: Iterable[str] = (), **arrays: Numbers) -> None:
    """Write arrays of one dimension; of the `rising` ones the steps, which are smaller.

    Raises OSError where the file cannot be written.
    """
    steep = set(rising)
    narrow = {name: _narrow(_kept(name in steep, each)) for name, each in arrays.items()}
    np.savez(path, **narrow)  # type: ignore[arg-type] # no array is called allow_pickle


def _kept(steps: bool, numbers: Numbers) -> Numbers:
    return np.diff(numbers, prepend=0) if steps else numbers


def _narrow(numbers: Numbers) -> Numbers:
    low, high = (int(numbers.min()), int(numbers.max())) if len(numbers) else (0, 0)
    for width in _WIDTHS:
        if np.iinfo(width).min <= low and high <= np.iinfo(width).max:
            return numbers.astype(width)
    return numbers


class ArrayFile:
    """Arrays on disk, each read when it is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def array(self, name: str, width: npt.DTypeLike) -> Any:
        """An array in the width it is wanted in. Raises OSError, ValueError or KeyError."""
        with np.load(self._path, allow_pickle=False) as kept:
            return kept[name].astype(width, copy=False)

    def rising(self, name: str) -> Longs:
        """An array of which the steps were kept. Raises as `array`."""
        with np.load(self._path, allow_pickle=False) as kept:
            return np.cumsum(kept[name], dtype=np.int64)
