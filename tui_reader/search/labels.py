"""Labels of papers, such as their keywords, as numbers: quick to count over any of the papers."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tui_reader.search.arrays import Ints, Longs, Mask


class LabelNames(Sequence[str]):
    """Any number of names in one run of UTF-8, each decoded when it is asked for."""

    def __init__(self, text: npt.NDArray[np.uint8], starts: Longs) -> None:
        """`text`: the names one behind the other; `starts`: shape (L + 1,)."""
        self.text = text
        self.starts = starts

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, code: Any) -> Any:
        """The name with this code. Raises IndexError."""
        if not 0 <= code < len(self):
            raise IndexError(code)
        return self.text[self.starts[code] : self.starts[code + 1]].tobytes().decode()


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of one kind: L names, N papers that have none or several each, C in all."""

    names: LabelNames
    """In the order they were first met."""
    starts: Longs
    """Shape (N + 1,): the labels of paper n are `codes[starts[n]:starts[n + 1]]`."""
    codes: Ints
    """Shape (C,): places in `names`, in the paper's own order, none twice in a paper."""

    def counts(self, docs: Ints) -> Ints:
        """How many of these papers, each given once, have each label. Shape (L,)."""
        codes = self.codes if len(docs) == len(self.starts) - 1 else self._codes_of(docs)
        return np.bincount(codes, minlength=len(self.names)).astype(np.int32)

    def _codes_of(self, docs: Ints) -> Ints:
        first = self.starts[docs]
        sizes = self.starts[1:][docs] - first
        begins = np.cumsum(sizes) - sizes
        steps = np.repeat(first - begins, sizes) + np.arange(int(sizes.sum()))
        return self.codes[steps]

    def papers(self, codes: Ints) -> Mask:
        """The papers that have at least one of these labels. Shape (N,)."""
        wanted = np.zeros(len(self.names), dtype=np.bool_)
        wanted[codes] = True
        before = np.concatenate([np.zeros(1, np.int32), np.cumsum(wanted[self.codes], dtype="i4")])
        mask: Mask = before[self.starts[1:]] > before[self.starts[:-1]]
        return mask

    def find(self, text: str) -> Ints:
        """The codes of the names that contain a text, ignoring case; rising."""
        wanted = text.casefold()
        found = [code for code, name in enumerate(self.names) if wanted in name.casefold()]
        return np.array(found, dtype=np.int32)

    def first_codes(self) -> Ints:
        """The first label of every paper, -1 where there is none. Shape (N,)."""
        first = np.full(len(self.starts) - 1, -1, dtype=np.int32)
        some = self.starts[1:] > self.starts[:-1]
        first[some] = self.codes[self.starts[:-1][some]]
        return first


class LabelBuilder:
    """Takes the names of one paper after the other and gives labels.

    Names that differ only by case are one label, called by its commonest spelling, unless they
    are not `folded`.
    """

    def __init__(self, *, folded: bool = True) -> None:
        self._folded = folded
        self._numbers: dict[str, int] = {}
        self._spelled: dict[str, int] = {}
        self._times: defaultdict[str, int] = defaultdict(int)
        self._codes = array("i")
        self._sizes = array("i")

    def add(self, names: Iterable[str]) -> None:
        """Take in the names of the next paper; empty ones are none."""
        codes: dict[int, None] = {}
        for name in names:
            if name:
                self._times[name] += 1
                codes[self._code(name)] = None
        self._codes.extend(codes)
        self._sizes.append(len(codes))

    def _code(self, name: str) -> int:
        code = self._spelled.get(name)
        if code is None:
            code = self._numbers.setdefault(
                name.casefold() if self._folded else name, len(self._numbers)
            )
            self._spelled[name] = code
        return code

    def labels(self) -> Labels:
        """The labels of everything taken in."""
        names = [""] * len(self._numbers)
        for name, code in self._spelled.items():
            if self._times[name] > self._times[names[code]]:
                names[code] = name
        # A dump's name may hold what no encoding has, such as half a surrogate pair.
        encoded = [name.encode("utf-8", "replace") for name in names]
        text = np.frombuffer(b"".join(encoded), dtype=np.uint8)
        sizes = np.frombuffer(self._sizes, dtype=np.int32)
        codes = np.frombuffer(self._codes, dtype=np.int32)
        return Labels(LabelNames(text, _starts([*map(len, encoded)])), _starts(sizes), codes)


def labels_of_some(
    given: Mapping[int, Iterable[str]], count: int, *, folded: bool = True
) -> Labels:
    """The labels of papers by number, of which most have none; `count`: all papers."""
    builder = LabelBuilder(folded=folded)
    numbers = sorted(given)
    for number in numbers:
        builder.add(given[number])
    labels = builder.labels()
    sizes = np.zeros(count, dtype=np.int64)
    sizes[numbers] = np.diff(labels.starts)
    return Labels(labels.names, _starts(sizes), labels.codes)


def _starts(sizes: npt.ArrayLike) -> Longs:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])
