"""An index is read by the Whoosh that wrote it, and by no other."""

from pathlib import Path

import pytest

from tests.library.material import build_here, library_of, titles, write_dump
from tui_reader.library.index_place import generations_of
from tui_reader.search.generations import DamagedError
from tui_reader.search.schema import WHOOSH_VERSION
from tui_reader.search.stored_corpus import StoredCorpus

OTHER = "0.0.1"


@pytest.fixture
def dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dump whose index another Whoosh built."""
    dump = write_dump(tmp_path / "dump.jsonl")
    with monkeypatch.context() as while_building:
        while_building.setattr("tui_reader.library.index_build.WHOOSH_VERSION", OTHER)
        build_here(dump)
    return dump


def written_by(dump: Path) -> object:
    current = generations_of([dump]).current()
    return current.report["whoosh"] if current else None


def test_an_index_that_another_whoosh_wrote_is_built_again(dump: Path) -> None:
    assert written_by(dump) == OTHER
    with library_of(dump) as library:
        assert library.open()
        assert library.snapshot.origin == "memory"
        assert library.build()
        assert (library.snapshot.origin, len(titles(library, "rivers"))) == ("index", 2)
    assert written_by(dump) == WHOOSH_VERSION


def test_its_papers_are_listed_at_once_but_not_searched_in_it(dump: Path) -> None:
    with library_of(dump) as library:
        assert library.look()
        assert len(titles(library)) == 3
        corpus = library.snapshot.corpus
        assert isinstance(corpus, StoredCorpus)
        with pytest.raises(DamagedError, match=OTHER):
            corpus.opened()
