"""One value per paper and column, for ranges of dates and for sorting."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from tui_reader.links import pdf_of
from tui_reader.papers import Paper
from tui_reader.search.arrays import Bytes, Ints, Longs, Mask
from tui_reader.text.titles import normal_title

UNKNOWN = 0
"""Ordinal of a date that is not known."""
HAS_CODE = 1
"""Bit of a paper whose code has an address."""
HAS_PDF = 2
"""Bit of a paper that is known to be there as PDF."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Arrays of shape (N,)."""

    first_day: Ints
    """First day the paper's date may mean, as a proleptic ordinal; UNKNOWN where there is none."""
    last_day: Ints
    """Last day it may mean: a paper of `2024-03` lasts until the 31st."""
    upvotes: Ints
    """-1 where unknown."""
    title_rank: Ints | Longs
    """Place in the alphabet of titles."""
    flags: Bytes
    """HAS_CODE and HAS_PDF."""

    def with_flag(self, flag: int) -> Mask:
        """Papers that have one of the flags."""
        mask: Mask = (self.flags & flag) != 0
        return mask

    def during(self, first: date | None, last: date | None) -> Mask:
        """Papers whose date lies in a range, ends included; a vague date must lie in it whole."""
        mask: Mask = self.first_day != UNKNOWN
        if first is not None:
            mask &= self.first_day >= first.toordinal()
        if last is not None:
            mask &= self.last_day <= last.toordinal()
        return mask


def span(paper: Paper) -> tuple[int, int]:
    """First and last day of a paper's date, as ordinals; (UNKNOWN, UNKNOWN) without a real one."""
    try:
        parts = [int(part) for part in (paper.date or str(paper.year or "")).split("-")]
        year, month, day = (*parts, 0, 0)[:3]
        start = date(year, month or 1, day or 1)
        month = month or 12
        end = date(year, month, day or monthrange(year, month)[1])
    except (ValueError, OverflowError):
        return UNKNOWN, UNKNOWN
    return start.toordinal(), end.toordinal()


class ColumnBuilder:
    """Takes papers one by one and gives their columns."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, int, int, int, str]] = []

    def add(self, paper: Paper) -> None:
        """Take in the next paper."""
        upvotes = -1 if paper.upvotes is None else max(-1, min(paper.upvotes, 2**31 - 1))
        flags = HAS_CODE * bool(paper.code) | HAS_PDF * bool(pdf_of(paper))
        self._rows.append((*span(paper), upvotes, flags, normal_title(paper.title)))

    def columns(self) -> Columns:
        """The columns of everything taken in."""
        count = len(self._rows)
        order = sorted(range(count), key=lambda number: self._rows[number][-1])
        rank = np.zeros(count, dtype=np.int32)
        rank[order] = np.arange(count, dtype=np.int32)
        numbers = [np.array([row[n] for row in self._rows], dtype=np.int32) for n in range(4)]
        first_day, last_day, upvotes, flags = numbers
        return Columns(first_day, last_day, upvotes, rank, flags.astype(np.uint8))


def columns_of(papers: Iterable[Paper]) -> Columns:
    """The columns of some papers."""
    builder = ColumnBuilder()
    for paper in papers:
        builder.add(paper)
    return builder.columns()
