"""A generation's folder: everything a corpus needs, written in one go and opened for searching."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage

from tui_reader.papers import Paper
from tui_reader.queries.tree import Field
from tui_reader.search.array_file import ArrayFile, write_arrays
from tui_reader.search.by_whoosh import write_by_whoosh
from tui_reader.search.columns import ColumnBuilder, Columns
from tui_reader.search.corpus import Corpus
from tui_reader.search.field_files import FieldFiles, write_field
from tui_reader.search.ids import IdsBuilder, ids_in
from tui_reader.search.index_postings import IndexPostings
from tui_reader.search.inversion import InvertedField, Inverter
from tui_reader.search.known_codec import codec_is_known
from tui_reader.search.label_sets import LabelSetsBuilder, labels_in
from tui_reader.search.names import NameBuilder, names_in
from tui_reader.search.paper_file import PaperFile, write_papers
from tui_reader.search.schema import SEARCHED
from tui_reader.search.segment import write_index
from tui_reader.search.segments import Segment, Segments

Progress = Callable[[str, int, int], None]
"""Told a stage (`indexing`, `writing`), the papers done and all papers."""

WHOOSH = "whoosh"
"""Folder of the Whoosh index inside a generation."""


def write_generation(folder: Path, papers: Sequence[Paper], progress: Progress) -> None:
    """Write everything into an empty folder. Raises OSError where it cannot be written."""
    total = len(papers)
    inverter, columns, names = Inverter(), ColumnBuilder(), NameBuilder()
    labels, ids = LabelSetsBuilder(), IdsBuilder()
    write_papers(folder, papers)
    for number, paper in enumerate(papers, start=1):
        inverter.add(paper)
        columns.add(paper)
        names.add(paper)
        labels.add(paper)
        ids.add(paper)
        if number % 500 == 0:
            progress("indexing", number, total)
    _write_columns(folder, columns.columns())
    names.names().write(folder)
    labels.write(folder)
    ids.write(folder)
    (folder / WHOOSH).mkdir(mode=0o700)
    fields = _written(folder, inverter, total, progress)
    if codec_is_known():
        write_index(folder / WHOOSH, papers, fields)
        return
    for _ in fields:
        pass  # written on the way; Whoosh takes the papers instead
    write_by_whoosh(folder / WHOOSH, papers, lambda done: progress("writing", done, total))


def _written(
    folder: Path, inverter: Inverter, papers: int, progress: Progress
) -> Iterator[tuple[Field, InvertedField]]:
    """The fields one by one; what Whoosh does not keep of each is written on the way."""
    for number, (name, field) in enumerate(inverter.inverted()):
        progress("writing", papers * number // len(SEARCHED), papers)
        write_field(folder, name, field)
        yield name, field


def _write_columns(folder: Path, columns: Columns) -> None:
    write_arrays(
        folder / "columns.npz",
        first_day=columns.first_day,
        last_day=columns.last_day,
        upvotes=columns.upvotes,
        title_rank=columns.title_rank,
        flags=columns.flags,
    )


def open_generation(folder: Path) -> Corpus:
    """Open a folder whose manifest was checked. Raises what a damaged file makes of it."""
    file = ArrayFile(folder / "columns.npz")
    columns = Columns(
        first_day=file.array("first_day", np.int32),
        last_day=file.array("last_day", np.int32),
        upvotes=file.array("upvotes", np.int32),
        title_rank=file.array("title_rank", np.int32),
        flags=file.array("flags", np.uint8),
    )
    papers = PaperFile(folder)
    # Without a memory map a truncated file is an exception, not the end of the process.
    index = FileStorage(str(folder / WHOOSH), supports_mmap=False).open_index()
    segments = Segments([Segment(IndexPostings(index.reader(), FieldFiles(folder)))])
    return Corpus(papers, columns, names_in(folder), segments, labels_in(folder), ids_in(folder))
