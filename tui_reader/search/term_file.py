"""Whoosh's file of terms: keys in order with what is kept of them, and a hash table to find them.

This is the layout of `whoosh.filedb.filetables.OrderedHashWriter`: a head; for each key the sizes
of key and value, then both; 256 hash tables of (hash, place) pairs; a directory of those; some
facts about the whole as a pickle; the places of all keys in order; the size of these last two.
"""

from collections.abc import Sequence
from pickle import dumps
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tui_reader.search.arrays import Longs

_HEAD = b"HSH3" + b"\x01" + bytes(8)
"""The format's name, its number for CRC-32 as the hash, and room it leaves."""
_SIZES = np.dtype([("key", ">i4"), ("value", ">i4"), ("field", ">u2")])
_SLOT = np.dtype([("hash", ">u4"), ("place", ">i8")])
_DIRECTORY = np.dtype([("place", ">i8"), ("slots", ">i4")])
_TABLES = 256


class TermFile:
    """Takes fields in the order of their names, each with its terms, and writes them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._file.write(_HEAD)
        self._end = len(_HEAD)
        self._fields: dict[str, int] = {}
        self._places: list[Longs] = []
        self._hashes: list[Longs] = []

    def add(self, field: str, terms: Sequence[bytes], kept: Sequence[bytes]) -> None:
        """Write a field's terms, in their order, and what is kept of each."""
        number = self._fields[field] = len(self._fields)
        heads = np.zeros(len(terms), dtype=_SIZES)
        heads["field"] = number
        heads["key"] = np.fromiter(map(len, terms), dtype=np.int64, count=len(terms)) + 2
        heads["value"] = np.fromiter(map(len, kept), dtype=np.int64, count=len(kept))
        rows = [b""] * (3 * len(terms))
        rows[0::3] = heads.view(f"V{_SIZES.itemsize}").tolist()
        rows[1::3] = terms
        rows[2::3] = kept
        self._file.write(b"".join(rows))
        ends = self._end + np.cumsum(8 + heads["key"].astype(np.int64) + heads["value"])
        self._places.append(np.concatenate([[self._end], ends[:-1]])[: len(terms)])
        self._end = int(ends[-1]) if len(ends) else self._end
        before = crc32(number.to_bytes(2, "big"))
        hashes = (crc32(term, before) for term in terms)
        self._hashes.append(np.fromiter(hashes, dtype=np.int64, count=len(terms)))

    def finish(self) -> None:
        """Write what finds the terms. Nothing can be added afterwards."""
        places = np.concatenate([np.zeros(0, np.int64), *self._places])
        self._write_tables(places, np.concatenate([np.zeros(0, np.int64), *self._hashes]))
        code = "I" if self._end < 1 << 32 else "q"
        facts = {"fieldmap": self._fields, "indextype": code, "indexlen": len(places)}
        behind = dumps(facts, 2) + places.astype(f">{code}").tobytes()
        self._file.write(behind + len(behind).to_bytes(4, "big"))

    def _write_tables(self, places: Longs, hashes: Longs) -> None:
        order = np.argsort(hashes & (_TABLES - 1), kind="stable")
        sizes = np.bincount(hashes & (_TABLES - 1), minlength=_TABLES)
        directory = np.zeros(_TABLES, dtype=_DIRECTORY)
        start = 0
        for table, size in enumerate(sizes.tolist()):
            which = order[start : start + size]
            slots = _slots(hashes[which], places[which])
            directory[table] = self._end, len(slots)
            self._file.write(slots.tobytes())
            self._end += slots.nbytes
            start += size
        self._file.write(directory.tobytes())


def _slots(hashes: Longs, places: Longs) -> npt.NDArray[Any]:
    """A hash table in which every entry lies in its slot or in the next free ones behind it."""
    slots = np.zeros(len(hashes) + len(hashes) // 2 + 1 if len(hashes) else 0, dtype=_SLOT)
    if not len(hashes):
        return slots
    wanted = (hashes >> 8) % len(slots)
    order = np.argsort(wanted, kind="stable")
    steps = np.arange(len(order))
    # In the order of the wanted slots each takes its own, or the one behind the entry before it.
    taken = np.maximum.accumulate(wanted[order] - steps) + steps
    inside = taken < len(slots)
    _put(slots, taken[inside], hashes[order[inside]], places[order[inside]])
    # Past the end the search goes on at the beginning.
    free = np.flatnonzero(slots["place"] == 0)
    beyond = order[~inside]
    _put(slots, free[: len(beyond)], hashes[beyond], places[beyond])
    return slots


def _put(slots: npt.NDArray[Any], where: Longs, hashes: Longs, places: Longs) -> None:
    slots["hash"][where], slots["place"][where] = hashes, places
