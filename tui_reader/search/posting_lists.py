"""Posting lists of one field written to Whoosh's postings file, and what is kept of each term.

This is the layout of `whoosh.codec.whoosh3`. The facts of a term are followed by its posting, if
it has only one, or else by the place of its list in the postings file. There a list is a tag and
a chain of blocks: a length (below zero in the last), a pickled tuple of the block's facts, and a
pickled triple of steps between paper numbers, weights and occurrences, compressed in long lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pickle import dumps
from typing import BinaryIO
from zlib import compress

import numpy as np
from whoosh.util.numeric import byte_to_length

from tui_reader.search.arrays import Bytes, Ints, Longs
from tui_reader.search.blocks import BLOCK, block_data
from tui_reader.search.short_lists import SHORT, TAG, Rows, infos, lists_of_one, short_lists

COMPRESSION = 1
"""Of the blocks, by zlib's levels: the quickest, which nearly halves them."""
COMPRESSED_FROM = 512
"""Bytes of a block; less is not worth the time."""

_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], dtype=np.int64)
_EXTENT = np.dtype([("offset", ">i8"), ("size", ">i4")])


def length_bytes(lengths: Ints) -> Bytes:
    """Lengths as Whoosh keeps them, in one byte each."""
    return np.minimum(np.searchsorted(_LENGTHS, lengths), 255).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Lists:
    """Posting lists of T terms, one after the other: P postings, none of the lists empty."""

    terms: Sequence[bytes]
    """Rising."""
    starts: Longs
    """Shape (T + 1,)."""
    docs: Ints
    """Shape (P,), rising within a term."""
    counts: Ints
    """Shape (P,), the occurrences."""
    lengths: Bytes
    """Shape (N,): the field's length in each paper, by `length_bytes`."""
    weight: float = 1.0
    """What one occurrence weighs."""
    words: int = 0
    """Words of the field in all papers; 0 for a field whose length does not count."""


def write_lists(lists: Lists, file: BinaryIO) -> list[bytes]:
    """Append the lists to a postings file; returns what is to be kept of each term.

    Raises OSError where the file cannot be written.
    """
    if not lists.terms:
        return []
    blocks = _Blocks(lists)
    known = blocks.terms()
    sizes = np.diff(lists.starts)
    kept = [b""] * len(sizes)
    alone = np.flatnonzero(sizes == 1)
    only = lists.starts[alone]
    _keep(kept, alone, known, lists_of_one(lists.docs[only], lists.counts[only], lists.weight))
    extents = np.zeros(len(sizes), dtype=_EXTENT)
    for size in range(2, SHORT + 1):
        which = np.flatnonzero(sizes == size)
        if len(which):
            places = lists.starts[which][:, None] + np.arange(size)
            steps, counts = blocks.steps[places], lists.counts[places]
            written = short_lists(steps, counts, lists.weight, known[which])
            extents["size"][which] = width = written.dtype.itemsize
            extents["offset"][which] = file.tell() + width * np.arange(len(which))
            file.write(written.tobytes())
    offset = file.tell()
    for term in np.flatnonzero(sizes > SHORT).tolist():
        content = blocks.whole_list(term)
        file.write(content)
        extents[term] = offset, len(content)
        offset += len(content)
    elsewhere = np.flatnonzero(sizes > 1)
    _keep(kept, elsewhere, known, extents[elsewhere])
    return kept


def _keep(kept: list[bytes], terms: Longs, known: Rows, behind: Rows) -> None:
    """Put down what is known of some terms, each with what belongs behind it."""
    front = known[terms].view(f"V{known.dtype.itemsize}").tolist()
    back = behind.view(f"V{behind.dtype.itemsize}").tolist()
    for term, one, other in zip(terms.tolist(), front, back, strict=True):
        kept[term] = one + other


class _Blocks:
    """The blocks of all lists, the lists of few postings being one block each."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        blocks = -(-np.diff(lists.starts) // BLOCK)
        self._first = np.concatenate([np.zeros(1, np.int64), np.cumsum(blocks)])
        within = np.arange(self._first[-1]) - np.repeat(self._first[:-1], blocks)
        self._starts = np.repeat(lists.starts[:-1], blocks) + within * BLOCK
        self.steps = np.diff(lists.docs, prepend=np.int32(0))
        """As a block keeps them: its first paper number, then the steps to the next ones."""
        self.steps[self._starts] = lists.docs[self._starts]
        lengths = lists.lengths[lists.docs]
        self._most = np.maximum.reduceat(lists.counts, self._starts)
        self._shortest = np.minimum.reduceat(lengths, self._starts)
        self._longest = np.maximum.reduceat(lengths, self._starts)

    def terms(self) -> Rows:
        """What is kept of every term."""
        lists, first = self._lists, self._first[:-1]
        known = infos(len(lists.terms))
        known["papers"] = sizes = np.diff(lists.starts)
        known["inlined"] = sizes == 1
        known["weight"] = np.add.reduceat(lists.counts, lists.starts[:-1], dtype=np.int64)
        known["weight"] *= lists.weight
        known["heaviest"] = np.maximum.reduceat(self._most, first) * lists.weight
        known["shortest"] = np.minimum.reduceat(self._shortest, first)
        known["longest"] = np.maximum.reduceat(self._longest, first)
        known["first"] = lists.docs[lists.starts[:-1]]
        known["last"] = lists.docs[lists.starts[1:] - 1]
        return known

    def whole_list(self, term: int) -> bytes:
        """The list of a term with all its blocks."""
        lists, weight = self._lists, self._lists.weight
        end_of_list = int(lists.starts[term + 1])
        written = [TAG]
        for block in range(int(self._first[term]), int(self._first[term + 1])):
            start = int(self._starts[block])
            end = min(start + BLOCK, end_of_list)
            data = block_data(self.steps[start:end], lists.counts[start:end], weight)
            level = COMPRESSION if len(data) >= COMPRESSED_FROM else 0
            data = compress(data, level) if level else data
            lengths = int(self._shortest[block]), int(self._longest[block])
            heaviest = float(self._most[block] * weight)
            last = int(lists.docs[end - 1])
            facts = dumps((end - start, last, heaviest, level, *lengths), 2)
            size = len(facts) + len(data)
            written += (
                (-size if end == end_of_list else size).to_bytes(4, "big", signed=True),
                facts,
                data,
            )
        return b"".join(written)
