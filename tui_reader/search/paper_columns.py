"""What Whoosh keeps of each paper, as columns: its length in every field, and what is stored.

These are the layouts of `whoosh.columns`: of lengths the bytes themselves, without the zeros at
the end; of stored fields the pickles as zlib has them, then their sizes and places.
"""

from collections.abc import Iterable
from pickle import dumps
from zlib import adler32, compress

import numpy as np

from tui_reader.papers import Paper
from tui_reader.search.arrays import Bytes

_PLACED = 2**15
"""Papers from which on the places are written as well."""
_LARGEST = 0xFFFF
"""Bytes in one part of zlib's format that is not compressed."""


def lengths_column(lengths: Bytes) -> bytes:
    """The column of the papers' lengths in one field, each as one byte."""
    return lengths.tobytes().rstrip(b"\0")


def stored_column(papers: Iterable[Paper]) -> bytes:
    """The column of what is stored of each paper: its title as `heading`, and its id."""
    values = [_as_zlib(dumps({"heading": paper.title, "id": str(paper.id)}, 2)) for paper in papers]
    sizes = np.fromiter(map(len, values), dtype=np.int64, count=len(values))
    column = [*values, sizes.astype(">u4").tobytes()]
    if len(values) <= _PLACED:
        return b"".join([*column, b"I"])
    return b"".join([*column, (np.cumsum(sizes) - sizes).astype(">u4").tobytes(), b"IIX"])


def _as_zlib(content: bytes) -> bytes:
    # So little hardly gets smaller, and compressing it costs more than all the rest.
    size = len(content)
    if size > _LARGEST:
        return compress(content, 1)
    return b"\x78\x01\x01%b%b%b%b" % (
        size.to_bytes(2, "little"),
        (size ^ _LARGEST).to_bytes(2, "little"),
        content,
        adler32(content).to_bytes(4, "big"),
    )
