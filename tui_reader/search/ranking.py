"""Answers in order: the best are sorted at once, the rest when somebody looks that far."""

from collections.abc import Iterator, Sequence
from typing import Any, overload

import numpy as np

from tui_reader.search.arrays import Floats, Ints, Longs, Places

HEAD = 1000
"""Places that are sorted at once: more than anybody sees before the next letter."""

Keys = Ints | Longs
Numbers = Ints | Floats


class Ranking:
    """Papers by rising key; equal keys keep the order in which the papers are given.

    In reverse, everything is the other way round.
    """

    def __init__(self, docs: Ints, keys: Keys | None, *, reverse: bool = False) -> None:
        """No keys: the papers are given in order."""
        self._turned = reverse
        self.docs: Ints = self.own(docs)
        """The papers as they were given, from the other end in reverse."""
        self._keys = None if keys is None else self.own(-keys if reverse else keys)
        self._places = None if self._keys is None else _head(self._keys)

    def own(self, values: Any) -> Any:
        """Values of the papers as they were given, turned round with them."""
        return values[::-1] if self._turned else values

    def places(self, most: int) -> Places | slice:
        """Where in the given papers the first `most` in order are."""
        if self._places is None or self._keys is None:
            return slice(0, most)
        if most > len(self._places):
            self._places = np.argsort(self._keys, kind="stable")
        return self._places[:most]

    def rank(self, number: int) -> int:
        """The place in the order of a paper, -1 where it is not among them; sorts nothing."""
        found = np.flatnonzero(self.docs == number)
        if not len(found):
            return -1
        place = int(found[0])
        if self._keys is None:
            return place
        key = self._keys[place]
        earlier = np.count_nonzero(self._keys[:place] == key)
        return int(np.count_nonzero(self._keys < key) + earlier)


class Ranked(Sequence[Any]):
    """Values of the ranked papers, in their order: their numbers, or their scores."""

    def __init__(self, ranking: Ranking, values: Numbers) -> None:
        """`values`: one for each paper, as the ranking was given them."""
        self._ranking = ranking
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            start, stop, _ = place.indices(len(self))
            most = max(start + 1, stop)
            return self._values[self._ranking.places(most)][place].tolist()
        place = place + len(self) if place < 0 else place
        if not 0 <= place < len(self):
            raise IndexError(place)
        places = self._ranking.places(place + 1)
        at = place if isinstance(places, slice) else places[place]
        return self._values[at].item()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values[self._ranking.places(len(self))].tolist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment] # as any sequence that is compared by its values


class RankedNumbers(Ranked):
    """The numbers of ranked papers."""

    @property
    def unsorted(self) -> Ints:
        """The same numbers in whatever order is there at once."""
        return self._ranking.docs

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self._ranking.rank(number) >= 0

    def index(self, number: int, start: int = 0, stop: int | None = None) -> int:
        """The place of a paper in the order. Raises ValueError where it is not there."""
        place = self._ranking.rank(number)
        if not start <= place < (len(self) if stop is None else stop):
            raise ValueError(number)
        return place


def _head(keys: Keys) -> Places:
    if len(keys) <= HEAD:
        return np.argsort(keys, kind="stable")
    last = np.partition(keys, HEAD - 1)[HEAD - 1]
    best = np.flatnonzero(keys <= last)
    return best[np.argsort(keys[best], kind="stable")][:HEAD]
