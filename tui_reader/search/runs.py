"""Numbers sorted chunk by chunk, and the sorted chunks laid together."""

from dataclasses import dataclass

import numpy as np

from tui_reader.search.arrays import Ints, Longs

_LOW = 32
"""Bits of the lower half of a key."""


@dataclass(frozen=True, slots=True)
class Run:
    """Values sorted by the number they belong to, and within a number as they came."""

    numbers: Ints
    """Shape (V,), rising."""
    columns: tuple[Ints, ...]
    """Each of shape (V,)."""

    def counted(self) -> "Run":
        """Of equal values of a number one, and in another column how many there were."""
        values = self.columns[0]
        fresh = np.ones(len(values), dtype=np.bool_)
        fresh[1:] = (self.numbers[1:] != self.numbers[:-1]) | (values[1:] != values[:-1])
        first = np.flatnonzero(fresh)
        counts = np.diff(first, append=len(values)).astype(np.int32)
        return Run(self.numbers[first], (values[first], counts))


def sorted_by(numbers: Ints, values: Ints) -> Run:
    """Values in the order of the numbers beside them, and of themselves; none is negative."""
    # One sort of both halves together is far quicker than finding an order and applying it.
    keys: Longs = numbers.astype(np.int64) << _LOW
    keys |= values
    keys.sort()
    return Run((keys >> _LOW).astype(np.int32), (keys.astype(np.int32),))


def laid_together(runs: list[Run], count: int) -> tuple[Longs, tuple[Ints, ...]]:
    """All values, number by number, and where each number's begin, and the end (count + 1).

    The values of a number follow one another as the runs do. The list is emptied, so that a run
    can be let go when it has been laid down.
    """
    sizes = np.zeros(count, dtype=np.int64)
    for run in runs:
        sizes += np.bincount(run.numbers, minlength=count)
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    if len(runs) == 1:
        return starts, runs.pop().columns
    together = tuple(np.zeros(starts[-1], dtype=np.int32) for _ in runs[0].columns)
    free = starts[:-1].copy()
    runs.reverse()
    while runs:
        run = runs.pop()
        sizes = np.bincount(run.numbers, minlength=count)
        shift = free - (np.cumsum(sizes) - sizes)
        places = shift[run.numbers] + np.arange(len(run.numbers))
        for column, values in zip(together, run.columns, strict=True):
            column[places] = values
        free += sizes
    return starts, together
