"""The many posting lists of a few postings each, written all of one size at a time.

Lists of one size have pickles of one shape: the same opcodes around numbers of fixed width. So
they are rows of a table, in the layout that `posting_lists` describes.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from tui_reader.search.arrays import Ints
from tui_reader.search.blocks import fits_bytes

TAG = b"W3Bl"
"""What every posting list begins with."""
SHORT = 32
"""Postings in a list that is written as a row of such a table; at most 63."""

Rows = npt.NDArray[Any]
_Part = bytes | tuple[Any, ...]

_INFO: tuple[_Part, ...] = (
    *(("inlined", "u1"), ("weight", ">f4"), ("papers", ">u4"), ("shortest", "u1")),
    *(("longest", "u1"), ("heaviest", ">f4"), ("first", ">u4"), ("last", ">u4")),
)
_FACTS: tuple[_Part, ...] = (
    *(b"\x80\x02(J", ("papers", "<i4"), b"J", ("last", "<i4"), b"G", ("heaviest", ">f8")),
    *(b"K\0K", ("shortest", "u1"), b"K", ("longest", "u1"), b"t."),
)


def infos(count: int) -> Rows:
    """Rows for what is kept of so many terms, as Whoosh's `W3TermInfo` packs it."""
    return _rows(count, *_INFO)


def _rows(count: int, *parts: _Part) -> Rows:
    """So many rows with the constant parts in place, the named numbers still 0."""
    fields = [
        (f"constant {place}", f"S{len(part)}") if isinstance(part, bytes) else part
        for place, part in enumerate(parts)
    ]
    row = np.zeros((), dtype=fields)
    for (name, *_), part in zip(fields, parts, strict=True):
        if isinstance(part, bytes):
            row[name] = part
    return np.full(count, row)


def lists_of_one(docs: Ints, counts: Ints, weight: float) -> Rows:
    """Pickles of the one posting of each term: ((id,), (weight,), (occurrences,))."""
    found = _rows(
        len(docs),
        *(b"\x80\x03J", ("id", "<i4"), b"\x85G", ("weight", ">f8")),
        *(b"\x85C\x04", ("value", ">u4"), b"\x85\x87."),
    )
    found["id"], found["weight"], found["value"] = docs, counts * weight, counts
    return found


def short_lists(steps: Ints, counts: Ints, weight: float, known: Rows) -> Rows:
    """Whole posting lists of one block each.

    Args:
        steps: shape (T, P), the first paper number of each list, then the steps to the next ones.
        counts: shape (T, P), the term's occurrences.
        weight: what one occurrence weighs.
        known: shape (T,), what is kept of the terms.
    """
    size = steps.shape[1]
    found = _rows(
        len(steps),
        *(TAG, ("size", ">i4"), *_FACTS),
        *(b"\x80\x03(", ("steps", [("opcode", "S1"), ("number", "<i4")], (size,)), b"t"),
        *_weights(size, fits_bytes(int(counts.max()), weight)),
        *(b"C" + bytes([4 * size]), ("values", ">u4", (size,)), b"\x87."),
    )
    # The only block, so its length is below zero; it does not count the tag and itself.
    found["size"] = len(TAG) + 4 - found.dtype.itemsize
    for name in ("papers", "last", "heaviest", "shortest", "longest"):
        found[name] = known[name]
    found["steps"]["opcode"], found["steps"]["number"] = b"J", steps
    weights = found["weights"]
    if weights.dtype.names:
        weights["opcode"], weights["number"] = b"G", counts * weight
    else:
        found["weights"] = counts * weight
    found["values"] = counts
    return found


def _weights(size: int, as_bytes: bool) -> tuple[_Part, ...]:
    if as_bytes:
        return b"C" + bytes([size]), ("weights", "u1", (size,))
    return b"(", ("weights", [("opcode", "S1"), ("number", ">f8")], (size,)), b"t"
