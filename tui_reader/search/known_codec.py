"""Whether the installed Whoosh reads what `segment` writes; found out by trying.

Another version may keep its index in another way. Rather than looking at its number, a small index
is written and read back: with lists of one posting, of few, of many and of more than one block.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage

from tui_reader.papers import Paper, PaperId
from tui_reader.queries.tree import Field
from tui_reader.search.arrays import Ints
from tui_reader.search.blocks import BLOCK
from tui_reader.search.index_postings import one_by_one
from tui_reader.search.inversion import InvertedField, invert
from tui_reader.search.postings import rounded_lengths
from tui_reader.search.schema import WEIGHTS
from tui_reader.search.segment import write_index

_COUNT = BLOCK + 2
_PAPER = Paper(PaperId("title:trial"), "few every many single", "every", year=2000)


@cache
def codec_is_known() -> bool:
    """Whether Whoosh reads what we write as it is meant. Tried once, in a temporary folder.

    Raises OSError where that cannot be written.
    """
    papers, inverted = [_PAPER] * _COUNT, invert([_PAPER])
    every = np.arange(_COUNT, dtype=np.int32)
    fields: Mapping[Field, InvertedField] = {
        "abstract": _with(inverted["abstract"], every),
        "title": _with(inverted["title"], every, every[3:6], every[10:90:2], every[-1:]),
    }
    with TemporaryDirectory(prefix="paperread-") as folder:
        try:
            write_index(Path(folder), papers, fields.items())
        except (OSError, MemoryError):
            raise  # no fault of the codec
        except Exception:  # what it takes to write is not there, or another thing
            return False
        try:
            index = FileStorage(folder, supports_mmap=False).open_index()
            with closing(index.reader()) as reader:
                return _is_as_written(reader, papers, fields)
        except Exception:  # whatever an unknown codec makes of it
            return False


def _with(field: InvertedField, *lists: Ints) -> InvertedField:
    """A field with the papers of its terms, in their order; they occur up to three times."""
    docs = np.concatenate(lists)
    counts = docs % np.int32(3) + np.int32(1)
    lengths = np.bincount(docs, counts, _COUNT).astype(np.int32)
    starts = np.cumsum([0, *map(len, lists)], dtype=np.int64)
    return replace(field, docs=docs, counts=counts, starts=starts, lengths=lengths)


def _is_as_written(
    reader: Any, papers: Sequence[Paper], fields: Mapping[Field, InvertedField]
) -> bool:
    stored = {"heading": papers[-1].title, "id": papers[-1].id}
    if reader.doc_count_all() != len(papers) or reader.stored_fields(len(papers) - 1) != stored:
        return False
    return all(_field_is_as_written(reader, name, field) for name, field in fields.items())


def _field_is_as_written(reader: Any, name: Field, field: InvertedField) -> bool:
    terms = field.lexicon.sorted_terms.encoded()
    if list(reader.lexicon(name)) != terms or reader.field_length(name) != field.lengths.sum():
        return False
    some = field.docs[-3:]
    lengths = [reader.doc_field_length(doc, name) for doc in some.tolist()]
    if not np.array_equal(lengths, rounded_lengths(field.lengths[some])):
        return False
    weights = field.counts * np.float32(WEIGHTS[name])
    for term, start, end in zip(terms, field.starts[:-1], field.starts[1:], strict=True):
        read, known = one_by_one(reader.postings(name, term)), reader.term_info(name, term)
        if not np.array_equal(read.docs, field.docs[start:end]):
            return False
        if not np.array_equal(read.weights, weights[start:end]):
            return False
        if (known.doc_frequency(), known.max_weight()) != (end - start, weights[start:end].max()):
            return False
    return True
