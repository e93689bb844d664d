"""Finished posting lists written as an ordinary Whoosh index, in the format of its W3 codec.

Whoosh's `add_document` sorts and writes one posting at a time; here the files of a segment are
written field by field, as its codec would have written them, and then put together by Whoosh.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, clean_files

from tui_reader.papers import Paper
from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Ints
from tui_reader.search.inversion import InvertedField
from tui_reader.search.paper_columns import lengths_column, stored_column
from tui_reader.search.posting_lists import Lists, length_bytes, write_lists
from tui_reader.search.schema import WEIGHTS, whoosh_schema, year_of
from tui_reader.search.term_file import TermFile

_NAME = "MAIN"
"""What Whoosh calls an index that was given no name."""
_GENERATION = 1
"""Behind the empty index that Whoosh creates."""


def write_index(
    folder: Path, papers: Sequence[Paper], fields: Iterable[tuple[Field, InvertedField]]
) -> None:
    """Write a Whoosh index of some papers into an empty folder.

    `fields` are their posting lists, in the order of the fields' names; one at a time is needed.
    Only for a Whoosh whose codec is known, see `known_codec`.

    Raises OSError where the folder cannot be written; the folder is then to be thrown away.
    """
    storage, schema = FileStorage(str(folder), supports_mmap=False), whoosh_schema()
    storage.create_index(schema)
    segment = codec.default_codec().new_segment(storage, _NAME)
    segment.set_doc_count(len(papers))
    segment._fieldlengths = _write_segment(
        lambda end: folder / segment.make_filename(end), schema, papers, fields
    )
    segment.create_compound_file(storage)
    # A segment without papers is none; Whoosh removes what belongs to no segment.
    segments = [segment] if papers else []
    TOC(schema, segments, _GENERATION).write(storage, _NAME)
    clean_files(storage, _NAME, _GENERATION, segments)


def _write_segment(
    file: Callable[[str], Path],
    schema: Mapping[str, Any],
    papers: Sequence[Paper],
    fields: Iterable[tuple[Field, InvertedField]],
) -> dict[str, int]:
    """Write the files of a segment; returns the words of each field in all papers."""
    words: dict[str, int] = {}
    with (
        file(".trm").open("wb") as terms,
        file(".pst").open("wb") as postings,
    ):
        term_file = TermFile(terms)
        for name, lists in _in_order_of_names(schema, papers, fields):
            term_file.add(name, lists.terms, write_lists(lists, postings))
            if lists.words:
                words[name] = lists.words
                column = file(f"._{name}_len.col")
                column.write_bytes(lengths_column(lists.lengths))
        term_file.finish()
    file("._stored.col").write_bytes(stored_column(papers))
    return words


def _in_order_of_names(
    schema: Mapping[str, Any],
    papers: Sequence[Paper],
    fields: Iterable[tuple[Field, InvertedField]],
) -> Iterator[tuple[str, Lists]]:
    """The posting lists of the searched fields, and between them those of Whoosh alone."""
    own: dict[str, Callable[[], Lists]] = {
        "id": lambda: _lists_of_ids(papers),
        "year": lambda: _lists_of_years(schema["year"], papers),
    }
    for name, field in fields:
        for other in [other for other in own if other < name]:
            yield other, own.pop(other)()
        yield name, _lists_of_terms(field, WEIGHTS[name])
    for other, rest in own.items():
        yield other, rest()


def _lists_of_terms(field: InvertedField, weight: float) -> Lists:
    return Lists(
        field.lexicon.sorted_terms.encoded(),
        field.starts,
        field.docs,
        field.counts,
        length_bytes(field.lengths),
        weight,
        int(field.lengths.sum(dtype=np.int64)),
    )


def _lists_of_ones(lists: Iterable[tuple[bytes, npt.ArrayLike]], papers: int) -> Lists:
    """Lists where a term stands in a paper or does not; for a field without lengths."""
    found: list[tuple[bytes, Ints]] = [(term, np.asarray(docs, "i4")) for term, docs in lists]
    starts = np.cumsum([0, *(len(docs) for _, docs in found)], dtype=np.int64)
    docs = np.concatenate([np.zeros(0, np.int32), *(docs for _, docs in found)])
    ones, zeros = np.ones(len(docs), dtype=np.int32), np.zeros(papers, dtype=np.uint8)
    return Lists([term for term, _ in found], starts, docs, ones, zeros)


def _lists_of_ids(papers: Sequence[Paper]) -> Lists:
    ids = [paper.id.encode("utf-8", "surrogatepass") for paper in papers]
    order = sorted(range(len(ids)), key=ids.__getitem__)
    return _lists_of_ones(
        ((name, list(numbers)) for name, numbers in groupby(order, key=ids.__getitem__)),
        len(papers),
    )


def _lists_of_years(field: Any, papers: Sequence[Paper]) -> Lists:
    """The numeric terms Whoosh gives a year: one for each precision."""
    years = np.array([year_of(paper) for paper in papers], dtype=np.int32)
    years_of: dict[bytes, list[int]] = {}
    for year in sorted(set(years.tolist()) - {0}):
        for term, *_ in field.index(year):
            years_of.setdefault(term, []).append(year)
    return _lists_of_ones(
        ((term, np.flatnonzero(np.isin(years, years_of[term]))) for term in sorted(years_of)),
        len(papers),
    )
