"""What the figures are taken of: papers, built by each once, opened as often as wanted."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from tests.bench.fts5 import Fts5, fts5_build
from tests.bench.papers import Papers
from tests.bench.timing import Apart, apart
from tests.bench.whoosh_rival import whoosh_build
from tui_reader.annotation import Change
from tui_reader.annotations.store import AnnotationStore
from tui_reader.library.index_build import build
from tui_reader.library.index_place import generations_of
from tui_reader.library.library import Library
from tui_reader.library.sources import Sources

WHOOSH_SAMPLE = 1000
"""Papers that plain Whoosh builds from: its rate hardly depends on their number."""
STARRED, READ = 200, 2000
"""Papers marked, where there are as many."""


def ours_build(folder: str) -> None:
    """Build the index in this process, reading of the dump included."""
    build([Path(folder)], lambda told: None)


class Stage:
    """Papers and everything made of them, in one folder that is thrown away."""

    def __init__(self, home: Path, papers: Papers) -> None:
        self.home = home
        self.papers = papers

    @cached_property
    def ours(self) -> Apart:
        """What building our index took."""
        return apart(ours_build, str(self.papers.folder))

    @cached_property
    def theirs(self) -> Apart:
        """What building FTS5's took."""
        return apart(fts5_build, str(self.fts5_file), str(self.papers.folder))

    def build_ours(self) -> None:
        """Build our index, unless it is there."""
        _ = self.ours

    def build_theirs(self) -> None:
        """Build FTS5's, unless it is there."""
        _ = self.theirs

    @cached_property
    def plain(self) -> Apart:
        """What plain Whoosh took for its sample."""
        self.whoosh_folder.mkdir()
        return apart(whoosh_build, str(self.whoosh_folder), str(self.papers.folder), WHOOSH_SAMPLE)

    @property
    def fts5_file(self) -> Path:
        """Where FTS5 keeps everything."""
        return self.home / "fts5.db"

    @property
    def whoosh_folder(self) -> Path:
        """Where plain Whoosh keeps its sample."""
        return self.home / "plain"

    @property
    def generation(self) -> Path:
        """The folder of our index."""
        self.build_ours()
        generation = generations_of([self.papers.folder]).current()
        assert generation is not None, "the index that was built is not trusted"
        assert generation.report["papers"] > self.papers.count * 0.99, "papers are missing"
        return generation.folder

    @property
    def sources(self) -> Sources:
        """The papers as the library's sources."""
        return Sources((self.papers.folder,), "named")

    @contextmanager
    def library(self) -> Iterator[Library]:
        """A library opened afresh on the index."""
        self.build_ours()
        library = self.closed_library()
        library.open()
        try:
            yield library
        finally:
            library.close()

    def closed_library(self) -> Library:
        """A library that is still to be opened."""
        store = AnnotationStore(self.home / "annotations.yaml", self.home / "state")
        return Library(self.sources, store)

    @contextmanager
    def fts5(self) -> Iterator[Fts5]:
        """A connection opened afresh on FTS5's file."""
        self.build_theirs()
        base = Fts5(self.fts5_file)
        try:
            yield base
        finally:
            base.close()

    def mark(self) -> None:
        """Star and read some papers, as many with paperread and FTS5."""
        steps = {"starred": _every(self.papers, STARRED), "read": _every(self.papers, READ)}
        with self.fts5() as base:
            for state, every in steps.items():
                base.mark(state, every)
        store = AnnotationStore(self.home / "annotations.yaml", self.home / "state")
        store.open()
        with self.library() as library:
            count = library.snapshot.count
            starred = map(library.snapshot.paper, range(0, count, steps["starred"]))
            read = map(library.snapshot.paper, range(0, count, steps["read"]))
            store.apply([Change(paper.id, paper.title, "star", "", "true") for paper in starred])
            store.apply([Change(paper.id, paper.title, "status", "", "read") for paper in read])
        store.close()

    @cached_property
    def first_title(self) -> str:
        """What is painted of the first row: the beginning of its title."""
        with self.library() as library:
            return library.snapshot.paper(0).title[:20]


def _every(papers: Papers, wanted: int) -> int:
    return max(2, papers.count // wanted)
