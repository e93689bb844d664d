"""A Whoosh index written by Whoosh itself, paper by paper: slow, and right for any codec."""

from collections.abc import Callable, Sequence
from pathlib import Path

from whoosh.filedb.filestore import FileStorage

from tui_reader.papers import Paper
from tui_reader.search.analysis import stem
from tui_reader.search.cutting import cut
from tui_reader.search.schema import SEARCHED, SearchedField, field_text, whoosh_schema, year_of


def write_by_whoosh(folder: Path, papers: Sequence[Paper], done: Callable[[int], None]) -> None:
    """Write a Whoosh index of some papers into an empty folder, as `segment.write_index` does.

    `done` is told how many papers were taken in.

    Raises OSError where the folder cannot be written; the folder is then to be thrown away.
    """
    index = FileStorage(str(folder), supports_mmap=False).create_index(whoosh_schema())
    with index.writer() as writer:
        for number, paper in enumerate(papers, start=1):
            writer.add_document(
                id=str(paper.id),
                year=year_of(paper) or None,
                heading=paper.title,
                # Given as terms, so that they are those of the lexicons, whatever analyses them.
                **{field.name: _terms(paper, field) for field in SEARCHED},
            )
            done(number)
    index.close()


def _terms(paper: Paper, field: SearchedField) -> list[str]:
    words = cut(field_text(paper, field.name)).decode().split()
    return [stem(word) for word in words] if field.stemmed else words
