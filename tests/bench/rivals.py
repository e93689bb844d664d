"""The rivals: SQLite's FTS5 with porter stems and bm25, and plain Whoosh on our own index."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.qparser import MultifieldParser

from tui_reader.papers import Paper
from tui_reader.search.schema import whoosh_schema

TOP = 50


class Fts5:
    """Titles and abstracts in an FTS5 table on disk."""

    def __init__(self, file: Path) -> None:
        self._base = sqlite3.connect(file)
        self._base.execute(
            "create virtual table papers using fts5(title, abstract, authors, tokenize='porter')"
        )

    def build(self, papers: Sequence[Paper]) -> None:
        """Put the papers in."""
        rows = ((paper.title, paper.abstract, "; ".join(paper.authors)) for paper in papers)
        with self._base:
            self._base.executemany("insert into papers values (?, ?, ?)", rows)

    def ask(self, query: str) -> int:
        """The fifty best and the number of hits, as paperread gives both."""
        top = "select rowid from papers where papers match ? order by bm25(papers, 3) limit ?"
        self._base.execute(top, (query, TOP)).fetchall()
        count = "select count(*) from papers where papers match ?"
        return int(self._base.execute(count, (query,)).fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


class PlainWhoosh:
    """Whoosh's own searcher on the index that paperread wrote."""

    def __init__(self, folder: Path) -> None:
        index = FileStorage(str(folder)).open_index()
        self._searcher: Any = index.searcher()
        fields = ["title", "abstract", "author", "keyword", "venue"]
        self._parser = MultifieldParser(fields, index.schema)

    def ask(self, query: str) -> int:
        """The fifty best, by Whoosh's shortcuts."""
        return len(self._searcher.search(self._parser.parse(query), limit=TOP))

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()


def whoosh_build(folder: Path, papers: Sequence[Paper]) -> None:
    """Write an index one document at a time, as Whoosh's manual has it."""
    index = FileStorage(str(folder)).create().create_index(whoosh_schema())
    writer = index.writer(limitmb=256)
    for paper in papers:
        writer.add_document(
            id=str(paper.id),
            title=paper.title,
            abstract=paper.abstract,
            author="; ".join(paper.authors),
            year=paper.year,
            heading=paper.title,
        )
    writer.commit()
