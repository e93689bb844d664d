"""Posting lists read from a Whoosh index, block by block, and kept while there is room."""

import weakref
from collections import OrderedDict
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3LeafMatcher

from tui_reader.queries.tree import Field
from tui_reader.search.field_files import FieldFiles
from tui_reader.search.inversion import Floats, Lexicon
from tui_reader.search.postings import NOWHERE, Posting, Stream

CACHE_BYTES = 64 * 2**20
"""Room for decoded posting lists."""


class PostingCache:
    """Decoded posting lists, the least recently used dropped first, bounded in bytes."""

    def __init__(self, room: int = CACHE_BYTES) -> None:
        self._room = room
        self._kept: OrderedDict[tuple[Field, str], Posting] = OrderedDict()
        self.size = 0
        """Bytes kept."""
        self.hits = 0
        self.misses = 0

    def get(self, key: tuple[Field, str]) -> Posting | None:
        """The list for (field, term) if it is kept."""
        posting = self._kept.get(key)
        if posting is None:
            self.misses += 1
            return None
        self.hits += 1
        self._kept.move_to_end(key)
        return posting

    def put(self, key: tuple[Field, str], posting: Posting) -> None:
        """Keep a list; make room for it."""
        self._kept[key] = posting
        self.size += posting.docs.nbytes + posting.weights.nbytes
        while self.size > self._room and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self.size -= dropped.docs.nbytes + dropped.weights.nbytes


class IndexPostings:
    """Posting lists of an open Whoosh index. Belongs to one thread."""

    def __init__(self, reader: Any, files: FieldFiles) -> None:
        self._reader = reader
        # A snapshot lives until its last search is done; then its files are closed.
        weakref.finalize(self, reader.close)
        self._files = files
        self._lengths: dict[Field, Floats] = {}
        self.cache = PostingCache()
        self.count: int = reader.doc_count_all()

    def lexicon(self, field: Field) -> Lexicon:
        """The field's words and terms."""
        return self._files.lexicon(field)

    def posting(self, field: Field, term: str) -> Posting:
        """The papers with this term."""
        kept = self.cache.get((field, term))
        if kept is not None:
            return kept
        if (field, term) in self._reader:
            posting = decoded(self._reader.postings(field, term))
        else:
            posting = NOWHERE
        self.cache.put((field, term), posting)
        return posting

    def lengths(self, field: Field) -> Floats:
        """Lengths as Whoosh keeps them."""
        if field not in self._lengths:
            self._lengths[field] = self._files.lengths(field)
        return self._lengths[field]

    def average_length(self, field: Field) -> float:
        """Mean length of the field."""
        return float(self._reader.field_length(field)) / max(self.count, 1)

    def stream(self, field: Field) -> Stream:
        """The field's terms in reading order."""
        return self._files.stream(field)


def decoded(matcher: Any) -> Posting:
    """A whole posting list as arrays; lists of an unknown codec are read one by one."""
    if not isinstance(matcher, W3LeafMatcher):
        docs, weights = [], []
        while matcher.is_active():
            docs.append(matcher.id())
            weights.append(matcher.weight())
            matcher.next()
        return Posting(np.array(docs, dtype=np.int32), np.array(weights, dtype=np.float32))
    docs_parts, weight_parts = [], []
    while not matcher._atend:
        matcher._read_data()
        deltas, weights, _ = matcher._data
        docs_parts.append(np.cumsum(np.array(deltas, dtype=np.int32), dtype=np.int32))
        # No weights mean 1 for all, a single number that number for all.
        every = 1.0 if weights is None else weights
        weight_parts.append(np.zeros(len(deltas), dtype=np.float32) + np.float32(every))
        matcher._next_block()
    return Posting(np.concatenate(docs_parts), np.concatenate(weight_parts))
