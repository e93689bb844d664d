"""Finished posting lists written as an ordinary Whoosh index, through Whoosh's own W3 codec.

Whoosh's `add_document` sorts and writes one posting at a time; here whole blocks are handed to
the files its codec opens. The layout is that of `whoosh.codec.whoosh3`: per block a length, a
pickled tuple of block facts, and a pickled triple (id deltas, weights, values).
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR
from functools import partial
from pathlib import Path
from pickle import dumps
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3TermInfo
from whoosh.filedb.filestore import FileStorage
from whoosh.util.numeric import length_to_byte
from whoosh.writing import SegmentWriter

from tui_reader.papers import Paper
from tui_reader.queries.tree import Field
from tui_reader.search.inversion import Floats, Ints, InvertedField, Longs
from tui_reader.search.schema import SEARCHED, whoosh_schema

BLOCK = 2048
"""Postings in a block: large blocks decode faster, small ones would only help skipping."""
COMPRESSED = 32
"""Blocks with more postings are compressed; for shorter ones that costs more than it saves."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """Posting lists of T terms, one after the other: P postings, none of the lists empty."""

    terms: Sequence[bytes]
    """Rising."""
    starts: Longs
    """Shape (T + 1,)."""
    docs: Ints
    """Shape (P,), rising within a term; so are the others."""
    weights: Floats
    counts: Ints
    lengths: Ints


class _TermWriter:
    """Hands whole posting lists to the codec's files."""

    def __init__(self, field_writer: Any) -> None:
        self._writer = field_writer
        self._file = field_writer._postfile

    def write(self, lists: _Lists) -> None:
        """Write all terms of one field. What can be worked out for all at once is."""
        if not lists.terms:
            return
        first = lists.starts[:-1]
        facts = zip(
            lists.terms,
            lists.starts.tolist(),
            lists.starts[1:].tolist(),
            np.add.reduceat(lists.weights, first, dtype=np.float64).tolist(),
            np.maximum.reduceat(lists.weights, first).tolist(),
            np.minimum.reduceat(lists.lengths, first).tolist(),
            np.maximum.reduceat(lists.lengths, first).tolist(),
            strict=False,  # there is one start more than there are terms
        )
        deltas = np.diff(lists.docs, prepend=0)
        for term, start, end, *(total, heaviest, shortest, longest) in facts:
            offset = self._file.tell()
            self._file.write(WHOOSH3_HEADER_MAGIC)
            for place in range(start, end, BLOCK):
                self._block(
                    lists, deltas, place, min(place + BLOCK, end), last=place + BLOCK >= end
                )
            info = W3TermInfo()
            info._weight, info._df, info._maxweight = total, end - start, heaviest
            info._minlength, info._maxlength = shortest, longest
            info._minid, info._maxid = int(lists.docs[start]), int(lists.docs[end - 1])
            info.set_extent(offset, self._file.tell() - offset)
            self._writer._btext = term
            self._writer._postwriter = _Finished(info)
            self._writer.finish_term()

    def _block(self, lists: _Lists, deltas: Ints, start: int, end: int, *, last: bool) -> None:
        ids = deltas[start:end].tolist()
        ids[0] = int(lists.docs[start])
        weights = lists.weights[start:end].tolist()
        low, high = min(weights), max(weights)
        small: float | tuple[float, ...] | None = tuple(weights)
        if low == high:
            small = None if high == 1.0 else high
        data = dumps((tuple(ids), small, lists.counts[start:end].astype(">u4").tobytes()), 2)
        level = 3 if len(ids) > COMPRESSED else 0
        if level:
            data = zlib.compress(data, level)
        lengths = lists.lengths[start:end].tolist()
        short, long = length_to_byte(min(lengths)), length_to_byte(max(lengths))
        facts = dumps((len(ids), int(lists.docs[end - 1]), high, level, short, long), 2)
        size = len(facts) + len(data)
        self._file.write_int(-size if last else size)
        self._file.write(facts + data)


class _Finished:
    """Stands where the codec expects a postings writer that has just finished a term."""

    def __init__(self, info: W3TermInfo) -> None:
        self._info = info

    def finish_postings(self) -> W3TermInfo:
        return self._info


class _BulkWriter(SegmentWriter):  # type: ignore[misc] # Whoosh has no types
    """A segment writer whose posting lists are there already."""

    write_fields: Callable[[Any], None]

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        self.write_fields(self.fieldwriter)
        self.fieldwriter.close()


def write_index(
    folder: Path,
    papers: Callable[[int], Paper],
    count: int,
    fields: Mapping[Field, InvertedField],
    progress: Callable[[int], None] = lambda done: None,
) -> None:
    """Write a Whoosh index of papers 0 … count - 1 into an empty folder.

    Raises OSError where the folder cannot be written; the folder is then to be thrown away.
    """
    index = FileStorage(str(folder), supports_mmap=False).create_index(whoosh_schema())
    writer = _BulkWriter(index, codec=W3Codec(blocklimit=BLOCK), compound=True)
    try:
        ids, years = _write_papers(writer, papers, count, fields, progress)
        writer.docnum = count
        writer._added = count > 0
        writer.write_fields = lambda target: _write_fields(
            writer.schema, target, fields, ids, years
        )
        writer.commit(merge=False)
    except Exception:
        writer.cancel()
        raise


def _write_papers(
    writer: Any,
    papers: Callable[[int], Paper],
    count: int,
    fields: Mapping[Field, InvertedField],
    progress: Callable[[int], None],
) -> tuple[list[bytes], Ints]:
    rows, schema = writer.perdocwriter, writer.schema
    lengths = {name: field.lengths.tolist() for name, field in fields.items()}
    ids: list[bytes] = []
    years = np.zeros(count, dtype=np.int32)
    for number in range(count):
        paper = papers(number)
        rows.start_doc(number)
        for field in SEARCHED:
            rows.add_field(field.name, schema[field.name], None, lengths[field.name][number])
        rows.add_field("heading", schema["heading"], paper.title, 0)
        rows.add_field("id", schema["id"], str(paper.id), 0)
        rows.finish_doc()
        ids.append(paper.id.encode())
        years[number] = paper.year if paper.year and 0 < paper.year <= MAXYEAR else 0
        if number % 1000 == 999:
            progress(number + 1)
    return ids, years


def _write_fields(
    schema: Any,
    writer: Any,
    fields: Mapping[Field, InvertedField],
    ids: list[bytes],
    years: Ints,
) -> None:
    def boost(name: Field) -> float:
        return float(schema[name].format.field_boost)

    lists: dict[str, Callable[[], _Lists]] = {
        name: partial(_lists_of_terms, field, boost(name)) for name, field in fields.items()
    }
    lists["id"] = partial(_lists_of_ids, ids)
    lists["year"] = partial(_lists_of_years, schema["year"], years)
    for name in sorted(lists):
        writer.start_field(name, schema[name])
        _TermWriter(writer).write(lists[name]())
        writer._postwriter = None
        writer.finish_field()


def _lists_of_terms(field: InvertedField, weight: float) -> _Lists:
    return _Lists(
        [term.encode() for term in field.lexicon.terms],
        field.starts,
        field.docs,
        (field.counts * np.float32(weight)).astype(np.float32),
        field.counts,
        field.lengths[field.docs],
    )


def _lists_of_ones(terms: Sequence[bytes], starts: Longs, docs: Ints) -> _Lists:
    """Lists where a term stands in a paper or does not, without further facts."""
    ones = np.ones(len(docs), dtype=np.int32)
    return _Lists(terms, starts, docs, ones.astype(np.float32), ones, ones)


def _lists_of_ids(ids: list[bytes]) -> _Lists:
    order = sorted(range(len(ids)), key=ids.__getitem__)
    starts = np.arange(len(ids) + 1, dtype=np.int64)
    return _lists_of_ones([ids[place] for place in order], starts, np.array(order, dtype=np.int32))


def _lists_of_years(field: Any, years: Ints) -> _Lists:
    """The numeric terms Whoosh gives a year: one for each precision."""
    found: dict[bytes, list[int]] = {}
    for year in sorted(set(years.tolist()) - {0}):
        numbers = np.flatnonzero(years == year).tolist()
        for term, *_ in field.index(year):
            found.setdefault(term, []).extend(numbers)
    terms = sorted(found)
    starts = np.cumsum([0, *(len(found[term]) for term in terms)], dtype=np.int64)
    docs = [number for term in terms for number in sorted(found[term])]
    return _lists_of_ones(terms, starts, np.array(docs, dtype=np.int32))
