"""Small dumps of our own invention, and libraries of them."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui_reader import locations
from tui_reader.annotations.store import AnnotationStore
from tui_reader.library.index_build import build
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing, Question, View
from tui_reader.library.sources import Sources
from tui_reader.queries.query import Query

SHARED = Path(
    os.environ.get("PAPERREAD_SHARED", str(Path(__file__).resolve().parents[3] / "shared"))
)
needs_dumps = pytest.mark.skipif(
    not (SHARED / "dumps").exists(), reason="the real dumps are not on this machine"
)
needs_corpus = pytest.mark.skipif(
    not (SHARED / "corpora").exists(), reason="the large corpus is not on this machine"
)

RECORDS: tuple[Mapping[str, object], ...] = (
    {"title": "Rivers run", "abstract": "Slowly to the sea.", "date": "2024-03-11"},
    {"title": "Clouds over rivers", "abstract": "They rain.", "arxiv_id": "2401.00002"},
    {"title": "Stones", "abstract": "They stay.", "upvotes": 3},
)


def write_dump(path: Path, *records: Mapping[str, object]) -> Path:
    """A dump of these records."""
    lines = [json.dumps(record) + "\n" for record in records or RECORDS]
    path.write_text("".join(lines), encoding="utf-8")
    return path


@contextmanager
def library_of(*paths: Path) -> Iterator[Library]:
    """A library of these dumps, with the annotations of this test's home; not opened yet."""
    store = AnnotationStore(locations.annotations_file(), locations.state_dir())
    library = Library(Sources(paths, "named"), store)
    try:
        yield library
    finally:
        library.close()


def build_here(*paths: Path, anew: bool = False) -> None:
    """Build the index in this process."""
    build(paths, lambda line: None, anew=anew)


def asked(library: Library, query: str, view: View = "all") -> Listing:
    return library.search(Question(Query.parse(query), view))


def titles(library: Library, query: str = "", view: View = "all") -> list[str]:
    """Titles of what answers a query."""
    return [library.snapshot.paper(number).title for number in asked(library, query, view).numbers]
