"""The queries that were asked are kept in a file; whatever lies there, it does no harm."""

import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.query_history import LARGEST, LONGEST, MOST, QueryHistory


def remembered(file: Path, *queries: str) -> QueryHistory:
    """A history that was asked these and saved them."""
    history = QueryHistory(file)
    for query in queries:
        history.add(query)
    history.save()
    return history


def test_queries_are_there_in_the_next_run_the_newest_last(tmp_path: Path) -> None:
    file = tmp_path / "state" / "queries.txt"
    remembered(file, "diffusion", 'author:"Ada Glider"')

    assert QueryHistory(file).entries == ("diffusion", 'author:"Ada Glider"')
    assert file.read_text() == 'diffusion\nauthor:"Ada Glider"\n'


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    remembered(tmp_path / "queries.txt", "diffusion")

    assert stat.S_IMODE((tmp_path / "queries.txt").stat().st_mode) == 0o600


def test_a_query_is_kept_once_where_it_was_asked_last(tmp_path: Path) -> None:
    history = remembered(tmp_path / "queries.txt", "a1", "a1", " a1 ", "b2", "a1")

    assert history.entries == ("b2", "a1")


def test_blank_and_huge_queries_are_not_kept(tmp_path: Path) -> None:
    history = QueryHistory(tmp_path / "queries.txt")

    assert not any(history.add(query) for query in ("", "  ", "\n", "\u200b", "x" * (LONGEST + 1)))
    assert history.entries == ()


def test_the_oldest_are_forgotten(tmp_path: Path) -> None:
    numbered = [f"query {number}" for number in range(MOST + 20)]
    remembered(tmp_path / "queries.txt", *numbered)

    assert list(QueryHistory(tmp_path / "queries.txt").entries) == numbered[20:]


def test_what_another_copy_wrote_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    first = remembered(file, "before")
    second = remembered(file, "theirs")
    first.add("ours")
    first.save()
    second.save()

    assert QueryHistory(file).entries == ("before", "theirs", "ours")


def test_nothing_is_written_where_nothing_was_asked(tmp_path: Path) -> None:
    remembered(tmp_path / "queries.txt")

    assert not (tmp_path / "queries.txt").exists()


@settings(max_examples=50)
@given(content=st.binary(max_size=3000))
def test_a_file_of_anything_gives_clean_queries(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("history") / "queries.txt"
    file.write_bytes(content)
    entries = remembered(file, "diffusion").entries

    assert entries[-1] == "diffusion"
    assert all(each.isprintable() and 0 < len(each) <= LONGEST for each in entries)
    assert QueryHistory(file).entries == entries


def test_no_control_character_comes_back(tmp_path: Path) -> None:
    (tmp_path / "queries.txt").write_bytes(b"a\x1b]52;c;ZXZpbA==\x07b\n\x1b[2J\nc\xff\x00d\n")

    assert QueryHistory(tmp_path / "queries.txt").entries == ("ab", "cd")


def test_of_a_huge_file_the_end_is_read(tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_bytes(b"old\n" * LARGEST + b"new\n")

    assert QueryHistory(file).entries == ("old", "new")


@pytest.mark.parametrize("kind", ["folder", "pipe", "circle", "folder is a file"])
def test_what_cannot_be_read_or_written_only_costs_the_memory(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "queries.txt"
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "circle":
        file.symlink_to(tmp_path / "queries.txt")
    else:
        file.write_text("x")
        file = file / "queries.txt"
    history = remembered(file, "diffusion")

    assert history.entries == ("diffusion",)


def test_copies_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"

    def save(copy: int) -> None:
        for number in range(10):
            history = QueryHistory(file)
            history.add(f"query {copy} {number}")
            history.save()

    copies = [threading.Thread(target=save, args=(copy,)) for copy in range(6)]
    for copy in copies:
        copy.start()
    for copy in copies:
        copy.join()
    assert len(QueryHistory(file).entries) == 60
