"""Asking every program the same queries: the best fifty and the number of hits."""

import random
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from tests.bench.fts5 import TOP, Fts5
from tests.bench.queries import Asked, queries
from tests.bench.stage import Stage
from tests.bench.timing import timed
from tests.bench.whoosh_rival import PlainWhoosh
from tui_reader.library.library import Library
from tui_reader.library.listing import Question
from tui_reader.queries.query import Query

WHOOSH_BUDGET = 40.0
"""Seconds that plain Whoosh is given; it answers as many queries as it can in them."""
WHOOSH_KINDS = {
    "one common word", "one rare word", "2 words", "3 words", "4 words", "5 words", "OR", "field"
}  # fmt: skip

Times = Mapping[Asked, float]
"""Seconds that each query took."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The times of everybody."""

    cold: Times
    """Each query once, in random order, on a library just opened; files in the system's cache."""
    warm: Times
    """The best of three times, afterwards."""
    fts5_cold: Times
    fts5_warm: Times
    whoosh: Times
    origin: str
    """Where paperread answered from: `index`, if all is well."""

    @property
    def first(self) -> Asked:
        """The query that was asked first of all."""
        return next(iter(self.cold))


def ask(library: Library, asked: Asked) -> int:
    """Ask paperread as its screen does: the first rows of the list, and the number of hits."""
    found = library.search(Question(Query.parse(asked.ours, typing=asked.typing))).numbers
    for row in range(min(TOP, len(found))):
        found[row]
    return len(found)


def ask_everybody(stage: Stage) -> Taken:
    """Ask, with some papers starred and read."""
    stage.mark()
    every = queries(stage.papers)
    shuffled = random.Random(3).sample(every, len(every))
    both = [each for each in shuffled if each.fts5]
    with stage.library() as library:
        cold = {each: timed(partial(ask, library, each)) for each in shuffled}
        warm = _best(shuffled, partial(ask, library))
        origin = library.snapshot.origin
    with stage.fts5() as base:
        fts5_cold = {each: timed(partial(_ask_fts5, base, each)) for each in both}
        fts5_warm = _best(both, partial(_ask_fts5, base))
    return Taken(cold, warm, fts5_cold, fts5_warm, _whoosh(stage, shuffled), origin)


def _best(asked: Sequence[Asked], answer: Callable[[Asked], int]) -> Times:
    return {each: min(timed(partial(answer, each)) for _ in range(3)) for each in asked}


def _ask_fts5(base: Fts5, asked: Asked) -> int:
    assert asked.fts5 is not None
    return base.ask(asked.fts5)


def _whoosh(stage: Stage, asked: Sequence[Asked]) -> Times:
    """Asked before, too: once, then timed."""
    times = {}
    end = time.monotonic() + WHOOSH_BUDGET
    with closing(PlainWhoosh(stage.generation)) as plain:
        for each in asked:
            if each.kind in WHOOSH_KINDS and time.monotonic() < end:
                plain.ask(each.ours)
                times[each] = timed(partial(plain.ask, each.ours))
    return times
