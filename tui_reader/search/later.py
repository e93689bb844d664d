"""Papers that came after the index was built, joined to it in memory: searchable at once.

They get the numbers behind those of the index. A paper of the index that was enriched meanwhile
is among them, and its record in the index is replaced: no list and no name leads to it any more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tui_reader.papers import Paper, PaperId
from tui_reader.search.arrays import Ints, Longs, Mask, Places
from tui_reader.search.columns import Columns, columns_of
from tui_reader.search.corpus import Corpus, corpus_of
from tui_reader.search.ids import Ids, Listed
from tui_reader.search.label_sets import LabelSets
from tui_reader.search.labels import LabelNames, Labels
from tui_reader.search.lexicon import SortedStrings
from tui_reader.search.names import Naming
from tui_reader.search.paper_file import Papers
from tui_reader.search.segments import Segment, Segments
from tui_reader.text.titles import normal_title


@dataclass(frozen=True, slots=True)
class Later:
    """What came after the index was built."""

    papers: tuple[Paper, ...]
    """New papers, and those of the index that were enriched."""
    replaced: frozenset[int]
    """Numbers, in the index, of papers whose record no longer counts."""


def with_later(base: Corpus, later: Later) -> Corpus:
    """The papers of an index and the later ones as one corpus."""
    behind = corpus_of(later.papers)
    count = len(base.papers)
    replaced = np.zeros(count, dtype=np.bool_)
    replaced[sorted(later.replaced)] = True
    segments = [
        *(Segment(each.postings, each.first, replaced) for each in base.segments.segments),
        *(Segment(each.postings, count) for each in behind.segments.segments),
    ]
    return Corpus(
        _Papers(base.papers, later.papers),
        _columns(base, later.papers),
        _Names(base.names, behind.names, count, replaced),
        Segments(segments),
        LabelSets(lambda kind: _labels(base.labels.kind(kind), behind.labels.kind(kind))),
        Ids(lambda: _ids(base.ids.listed, behind.ids.listed, count, replaced)),
    )


class _Papers(Sequence[Paper]):
    def __init__(self, base: Papers, later: Sequence[Paper]) -> None:
        self._base = base
        self._later = later
        self._count = len(base)

    @property
    def damaged(self) -> bool:
        return bool(getattr(self._base, "damaged", False))

    def __len__(self) -> int:
        return self._count + len(self._later)

    def __getitem__(self, number: Any) -> Any:
        if number < self._count:
            return self._base[number]
        return self._later[number - self._count]


@dataclass(frozen=True)
class _Names:
    """Names of both, the later papers first."""

    base: Naming
    later: Naming
    count: int
    replaced: Mask

    def number(self, name: PaperId) -> int:
        number = self.later.number(name)
        if number >= 0:
            return number + self.count
        number = self.base.number(name)
        return -1 if number >= 0 and self.replaced[number] else number

    def every(self, names: Iterable[PaperId]) -> Ints:
        return np.unique(self.named(tuple(names))[1])

    def named(self, names: Sequence[PaperId]) -> tuple[Places, Ints]:
        places, before = self.base.named(names)
        later_places, behind = self.later.named(names)
        kept = ~self.replaced[before]
        return (
            np.concatenate([places[kept], later_places]),
            np.concatenate([before[kept], behind + np.int32(self.count)]),
        )


def _columns(base: Corpus, later: Sequence[Paper]) -> Columns:
    before, behind = base.columns, columns_of(later)
    return Columns(
        np.concatenate([before.first_day, behind.first_day]),
        np.concatenate([before.last_day, behind.last_day]),
        np.concatenate([before.upvotes, behind.upvotes]),
        _title_ranks(base, later, behind.title_rank),
        np.concatenate([before.flags, behind.flags]),
    )


def _title_ranks(base: Corpus, later: Sequence[Paper], ranks: Ints | Longs) -> Longs:
    """Places in the alphabet of all titles, with gaps: those of the index spread, to let others in.

    Where a later title belongs is found by reading a few titles of the index for each.
    """
    by_title = np.argsort(base.columns.title_rank, kind="stable").tolist()
    room = len(later) + 1
    spread = (base.columns.title_rank.astype(np.int64) + 1) * room
    between = [
        _titles_before(base.papers, by_title, normal_title(paper.title)) * room + 1 + rank
        for paper, rank in zip(later, ranks.tolist(), strict=True)
    ]
    return np.concatenate([spread, np.array(between, dtype=np.int64)])


def _titles_before(papers: Papers, by_title: Sequence[int], title: str) -> int:
    low, high = 0, len(by_title)
    while low < high:
        middle = (low + high) // 2
        if normal_title(papers[by_title[middle]].title) < title:
            low = middle + 1
        else:
            high = middle
    return low


def _labels(base: Labels, later: Labels) -> Labels:
    """Labels of both; a name that both have is one label."""
    known: Mapping[str, int] = {name.casefold(): code for code, name in enumerate(base.names)}
    codes = [known.get(name.casefold(), -1) for name in later.names]
    fresh = [code for code, old in enumerate(codes) if old < 0]
    for number, code in enumerate(fresh):
        codes[code] = len(base.names) + number
    added = [later.names[code].encode() for code in fresh]
    text = np.concatenate([base.names.text, np.frombuffer(b"".join(added), dtype=np.uint8)])
    ends = base.names.starts[-1] + np.cumsum([len(name) for name in added], dtype=np.int64)
    return Labels(
        LabelNames(text, np.concatenate([base.names.starts, ends])),
        np.concatenate([base.starts, base.starts[-1] + later.starts[1:]]),
        np.concatenate([base.codes, np.array(codes, dtype=np.int32)[later.codes]]),
    )


def _ids(base: Listed, later: Listed, count: int, replaced: Mask) -> Listed:
    """Ids of both, in alphabetical order."""
    lines = [*base[0].encoded(), *later[0].encoded()]
    numbers = np.concatenate([base[1], later[1] + np.int32(count)])
    kept = [
        place
        for place in sorted(range(len(lines)), key=lines.__getitem__)
        if numbers[place] >= count or not replaced[numbers[place]]
    ]
    return SortedStrings(b"".join(lines[place] + b"\n" for place in kept)), numbers[kept]
