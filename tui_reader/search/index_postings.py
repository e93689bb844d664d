"""Posting lists read from a Whoosh index, block by block."""

import weakref
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3LeafMatcher

from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Floats
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
        return decoded(self._reader.postings(field, term))

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


def decoded(matcher: Any) -> Posting:
    """A whole posting list as arrays; lists of an unknown codec are read one by one."""
    if isinstance(matcher, W3LeafMatcher):
        try:
            return _by_blocks(matcher)
        except (TypeError, ValueError):
            matcher.reset()  # another codec's blocks, which only its own matcher can read
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
        found.append(block_postings(matcher._data))
        matcher._next_block()
    docs, weights = zip(*found, strict=True)
    return Posting(np.concatenate(docs), np.concatenate(weights))
