"""The rival Whoosh: its own writer, and its own searcher on the index that paperread wrote."""

from itertools import islice
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.qparser import MultifieldParser

from tests.bench.fts5 import TOP
from tests.bench.papers import rows_in
from tui_reader.search.schema import whoosh_schema

FIELDS = ("title", "abstract", "author", "keyword", "venue")


class PlainWhoosh:
    """Searches with `limit=50`, Whoosh's own shortcuts and all."""

    def __init__(self, generation: Path) -> None:
        folder = next(generation.rglob("*.toc")).parent
        index = FileStorage(str(folder)).open_index()
        self._searcher: Any = index.searcher()
        self._parser = MultifieldParser(list(FIELDS), index.schema)

    def ask(self, query: str) -> int:
        """The fifty best, and the number of hits as far as Whoosh tells."""
        return len(self._searcher.search(self._parser.parse(query), limit=TOP))

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()


def whoosh_build(folder: str, dumps: str, most: int) -> None:
    """Index the first papers of a folder one document at a time, as Whoosh's manual has it."""
    index = FileStorage(folder).create().create_index(whoosh_schema())
    writer = index.writer(limitmb=256)
    for number, row in enumerate(islice(rows_in(Path(dumps)), most)):
        writer.add_document(
            id=str(number),
            title=row["title"],
            abstract=row["abstract"],
            author="; ".join(row["authors"]),
            keyword="; ".join(row.get("keywords") or ()),
            venue=row.get("venue") or "",
            heading=row["title"],
        )
    writer.commit()
