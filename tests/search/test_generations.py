"""Generations of the index: swapped in whole, and never trusted unless they are ours and whole."""

import multiprocessing
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.search.material import asked, quietly
from tests.search.on_disk import CHANGED, DUMPS, PAPERS_KNOWN, built, in_force, names
from tui_reader.search.generations import CURRENT, Generations, hold, is_ours
from tui_reader.search.stored import open_generation, write_generation

# In force


def test_there_is_none_in_the_beginning(generations: Generations) -> None:
    assert generations.current() is None


def test_what_was_built_is_in_force_and_answers(generations: Generations) -> None:
    folder = built(generations)
    assert in_force(generations).folder == folder
    assert asked(open_generation(folder), "rivers") == [0, 1]


def test_it_knows_the_dumps_it_was_built_from(generations: Generations) -> None:
    built(generations)
    current = in_force(generations)
    others = {Path("/a"): DUMPS[Path("/a")], Path("/b"): DUMPS[Path("/a")]}
    fits = [current.is_of(dumps) for dumps in (DUMPS, CHANGED, others, {})]
    assert fits == [True, False, False, False]


def test_it_keeps_the_report_of_its_build(generations: Generations) -> None:
    built(generations)
    assert in_force(generations).report == {"papers": 2, "dumps": []}


def test_a_new_one_replaces_the_old_one(generations: Generations) -> None:
    first, second = built(generations), built(generations)
    assert first != second
    assert in_force(generations).folder == second


def test_the_next_build_removes_what_nobody_reads(generations: Generations) -> None:
    first, second = built(generations), built(generations)
    third = built(generations)
    assert [folder.exists() for folder in (first, second, third)] == [False, True, True]


def test_one_in_use_is_not_removed(generations: Generations) -> None:
    first = built(generations)
    held = hold(first)
    try:
        built(generations)
        built(generations)
        assert asked(open_generation(first), "rivers") == [0, 1]
    finally:
        os.close(held)
    built(generations)
    assert not first.exists()


def _hold_for_a_while(folder: Path, told: Any, until: Any) -> None:
    hold(folder)
    told.set()
    until.wait(60)


def test_one_that_another_process_uses_is_not_removed(generations: Generations) -> None:
    first = built(generations)
    context = multiprocessing.get_context("spawn")
    told, until = context.Event(), context.Event()
    other = context.Process(target=_hold_for_a_while, args=(first, told, until))
    other.start()
    try:
        assert told.wait(60)
        built(generations)
        built(generations)
        assert first.exists()
    finally:
        until.set()
        other.join(60)
    built(generations)
    assert not first.exists()


def test_sources_have_generations_of_their_own(tmp_path: Path) -> None:
    assert Generations(tmp_path, "one").folder != Generations(tmp_path, "other").folder


# Interrupted


def fail_in(there: Generations) -> None:
    with there.building() as folder:
        (folder / "half").write_bytes(b"x")
        raise OSError("no space")


def test_a_build_that_fails_leaves_nothing(generations: Generations) -> None:
    with pytest.raises(OSError, match="no space"):
        fail_in(generations)
    assert names(generations.folder) == {"build.lock"}


def test_a_build_that_fails_leaves_the_old_one_in_force(generations: Generations) -> None:
    first = built(generations)
    with pytest.raises(OSError, match="no space"):
        fail_in(generations)
    assert in_force(generations).folder == first


@pytest.mark.parametrize("left", ["tmp-abc", "gen-7"])
def test_what_a_killed_build_left_is_not_trusted_and_swept(
    generations: Generations, left: str
) -> None:
    first = built(generations)
    half = generations.folder / left
    half.mkdir(mode=0o700)
    write_generation(half, PAPERS_KNOWN, quietly)
    (generations.folder / f"{CURRENT}.123").write_text(f"{left} 0")
    assert in_force(generations).folder == first
    second = built(generations)
    assert names(generations.folder) == {"build.lock", CURRENT, first.name, second.name}


def test_a_killed_first_build_leaves_nothing_in_force(generations: Generations) -> None:
    half = generations.folder / "gen-1"
    half.mkdir(mode=0o700)
    write_generation(half, PAPERS_KNOWN, quietly)
    assert generations.current() is None


# Whose folder it is


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777, 0o1777])
@pytest.mark.parametrize("up", [0, 1, 2])
def test_a_folder_that_others_may_write_to_is_not_used(
    generations: Generations, mode: int, up: int
) -> None:
    built(generations)
    folder = [generations.folder, *generations.folder.parents][up]
    folder.chmod(mode)
    assert generations.current() is None
    with pytest.raises(PermissionError, match="only you can write to"):
        generations.prepare()


@pytest.mark.parametrize("up", [0, 1, 2])
def test_a_folder_behind_a_link_is_not_used(generations: Generations, up: int) -> None:
    built(generations)
    folder = [generations.folder, *generations.folder.parents][up]
    elsewhere = generations.folder.parents[2] / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    assert generations.current() is None
    with pytest.raises(PermissionError, match="only you can write to"):
        generations.prepare()


def test_a_folder_of_somebody_else_is_not_used(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(generations)
    monkeypatch.setattr(os, "geteuid", lambda: 4321)
    assert generations.current() is None
    with pytest.raises(PermissionError, match="only you can write to"):
        generations.prepare()


@pytest.mark.parametrize("mode", [0o750, 0o701, 0o770, 0o755])
def test_a_generation_that_others_may_look_into_is_not_used(
    generations: Generations, mode: int
) -> None:
    built(generations).chmod(mode)
    assert generations.current() is None


def test_a_generation_behind_a_link_is_not_used(generations: Generations, tmp_path: Path) -> None:
    folder = built(generations)
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert generations.current() is None


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "paperread").write_text("mine")
    there = Generations(tmp_path / "paperread" / "index", "key")
    with pytest.raises(OSError, match="paperread"):
        there.prepare()
    assert there.current() is None


def test_folders_are_made_for_us_alone_whatever_the_umask(tmp_path: Path) -> None:
    previous = os.umask(0)
    try:
        there = Generations(tmp_path / "paperread" / "index", "key")
        there.prepare()
        folder = built(there)
    finally:
        os.umask(previous)
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (folder, *list(folder.parents)[:3])]
    assert modes == [0o700] * 4
    assert all(is_ours(each) for each in (folder, *list(folder.parents)[:3]))
