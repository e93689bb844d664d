"""A library that was searched notes, when it closes, what its cache of posting lists did."""

import os
from pathlib import Path

import pytest

from tests.library.material import asked, build_here, library_of, write_dump
from tui_reader import locations
from tui_reader.library.cache_record import CacheRecord, last_cache
from tui_reader.search.stored_corpus import StoredCorpus


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "dump.jsonl")


def record_file() -> Path:
    return locations.state_dir() / "cache.json"


def search(dump: Path, *queries: str) -> None:
    with library_of(dump) as library:
        library.open()
        for query in queries:
            asked(library, query)


@pytest.mark.parametrize("built", [False, True])
def test_hits_and_misses_of_the_last_run_are_noted(dump: Path, built: bool) -> None:
    if built:
        build_here(dump)
    search(dump, "title:rivers", "title:clouds", "title:rivers")
    last = last_cache()
    assert last is not None
    assert (last.hits, last.misses) == (1, 2)
    assert 0 < last.size <= last.room


def test_the_last_library_to_close_wins(dump: Path) -> None:
    search(dump, "title:rivers", "title:rivers")
    first = last_cache()
    search(dump, "title:clouds")
    last = last_cache()
    assert first is not None
    assert last is not None
    assert (first.asked, last.asked) == (2, 1)


def test_a_library_that_was_not_searched_notes_nothing_and_opens_nothing(dump: Path) -> None:
    build_here(dump)
    with library_of(dump) as library:
        assert library.look()
        corpus = library.snapshot.corpus
        library.close()
        assert isinstance(corpus, StoredCorpus)
        assert corpus.cache is None
    search(dump, "")
    assert not record_file().exists()


def test_a_record_that_cannot_be_written_keeps_nobody_from_closing(dump: Path) -> None:
    record_file().mkdir(parents=True)
    search(dump, "title:rivers")
    assert last_cache() is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"5", b"\xff", b"[" * 900, b"{" + b" " * 5000 + b"}",
        b'{"size": 1, "room": 1, "hits": 1}',
        b'{"size": 1, "room": 1, "hits": 0, "misses": 0}',
        b'{"size": 1, "room": 1, "hits": -1, "misses": 5}',
        b'{"size": 1, "room": 1, "hits": true, "misses": 5}',
        b'{"size": 1, "room": 1, "hits": 1e999, "misses": 5}',
        b'{"size": "1", "room": 1, "hits": 1, "misses": 5}',
    ],
)  # fmt: skip
def test_a_record_that_makes_no_sense_is_none(content: bytes) -> None:
    record_file().parent.mkdir(parents=True)
    record_file().write_bytes(content)
    assert last_cache() is None


def test_a_pipe_in_the_place_of_the_record_is_none() -> None:
    record_file().parent.mkdir(parents=True)
    os.mkfifo(record_file())
    assert last_cache() is None


def test_a_record_of_ours_is_read() -> None:
    record_file().parent.mkdir(parents=True)
    record_file().write_text('{"size": 1, "room": 2, "hits": 3, "misses": 4, "later": null}')
    assert last_cache() == CacheRecord(1, 2, 3, 4)
