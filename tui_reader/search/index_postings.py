"""Posting lists read from a Whoosh index, block by block."""

import weakref
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Floats, Ints
from tui_reader.search.blocks import block_postings
from tui_reader.search.field_files import FieldFiles
from tui_reader.search.lexicon import Lexicon
from tui_reader.search.positions import Positions
from tui_reader.search.postings import NOWHERE, Posting


class IndexPostings:
    """Posting lists of an open Whoosh index. Belongs to one thread."""

    def __init__(self, reader: Any, files: FieldFiles) -> None:
        self._reader = reader
        # A snapshot lives until its last search is done; then its files are closed.
        weakref.finalize(self, reader.close)
        self._files = files
        self._lengths: dict[Field, Floats] = {}
        self.count: int = reader.doc_count_all()

    def lexicon(self, field: Field) -> Lexicon:
        """The field's words and terms."""
        return self._files.lexicon(field)

    def posting(self, field: Field, term: str) -> Posting:
        """The papers with this term."""
        if (field, term) not in self._reader:
            return NOWHERE
        return decoded(partial(self._reader.postings, field, term))

    def lengths(self, field: Field) -> Floats:
        """Lengths as Whoosh keeps them."""
        if field not in self._lengths:
            self._lengths[field] = self._files.lengths(field)
        return self._lengths[field]

    def average_length(self, field: Field) -> float:
        """Mean length of the field."""
        return float(self._reader.field_length(field)) / max(self.count, 1)

    def positions(self, field: Field) -> Positions:
        """Where the field's words stand."""
        return self._files.positions(field)


def decoded(opened: Callable[[], Any]) -> Posting:
    """A whole posting list as arrays; lists of an unknown codec are read one by one.

    `opened` gives Whoosh's matcher for the list, from the start each time.
    """
    matcher = opened()
    if hasattr(matcher, "_read_data"):
        try:
            return _by_blocks(matcher)
        except Exception:  # another codec's blocks, which only its own matcher can read
            matcher = opened()
    return one_by_one(matcher)


def one_by_one(matcher: Any) -> Posting:
    """A whole posting list, read by its own matcher: several times slower, for any codec."""
    docs, weights = [], []
    while matcher.is_active():
        docs.append(matcher.id())
        weights.append(matcher.weight())
        matcher.next()
    return Posting(np.array(docs, dtype=np.int32), np.array(weights, dtype=np.float32))


def _by_blocks(matcher: Any) -> Posting:
    found = []
    while not matcher._atend:
        matcher._read_data()
        docs, weights = block_postings(matcher._data)
        _check(matcher, docs, weights)
        found.append((docs, weights))
        matcher._next_block()
    if len(found) == 1:
        return Posting(*found[0])
    every, heavy = zip(*found, strict=True)
    return Posting(np.concatenate(every), np.concatenate(heavy))


def _check(matcher: Any, docs: Ints, weights: Floats) -> None:
    """Compare a block with what it says of itself. Raises ValueError where it was misread."""
    said = matcher._blocklength, matcher.block_max_id(), np.float32(matcher.block_max_weight())
    if (len(docs), docs[-1], weights.max()) != said:
        raise ValueError("a block is not what it says it is")
