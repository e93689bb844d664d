"""Generations of the index: swapped in whole, and never trusted unless they are ours and whole."""

import multiprocessing
import os
import pickle
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.search.material import asked, paper, quietly
from tui_reader.files.fingerprints import Fingerprint
from tui_reader.search.generations import CURRENT, MANIFEST, Generation, Generations, hold, is_ours
from tui_reader.search.paper_file import PAPERS, PaperFile
from tui_reader.search.stored import open_generation, write_generation

PAPERS_KNOWN = [paper("Rivers run", "slowly"), paper("Clouds", "over rivers")]
DUMPS = {Path("/a"): Fingerprint(1, 2, 3, 4, "5")}
CHANGED = {Path("/a"): Fingerprint(1, 2, 3, 5, "5")}


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    there = Generations(tmp_path / "paperread" / "index", "key")
    there.prepare()
    return there


def built(there: Generations) -> Path:
    """A generation, built and in force."""
    with there.building() as folder:
        write_generation(folder, PAPERS_KNOWN, quietly)
        return there.publish(folder, DUMPS, {"papers": 2, "dumps": []})


def in_force(there: Generations) -> Generation:
    found = there.current()
    assert found is not None
    return found


def names(folder: Path) -> set[str]:
    return {found.name for found in folder.iterdir()}


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x01
    path.write_bytes(content)


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


# Damaged


def flipped_first(path: Path) -> None:
    flip(path, 0)


def flipped_middle(path: Path) -> None:
    flip(path, path.stat().st_size // 2)


def flipped_last(path: Path) -> None:
    flip(path, -1)


def shortened(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def removed(path: Path) -> None:
    path.unlink()


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def made_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def made_a_link(path: Path) -> None:
    elsewhere = path.parent.parent.parent / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


FLIPS = (flipped_first, flipped_middle, flipped_last)
DAMAGES = (*FLIPS, shortened, emptied, longer, removed, made_a_folder, made_a_pipe, made_a_link)


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_damaged_file_is_enough_to_trust_nothing(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    there = Generations(tmp_path / "paperread" / "index", "key")
    there.prepare()
    count = len(files_of(built(there)))
    assert count > 15
    for number in range(count):
        path = files_of(in_force(there).folder)[number]
        if not path.stat().st_size or (path.name == PAPERS and damage in FLIPS):
            continue
        damage(path)
        assert there.current() is None, path
        built(there)
        assert asked(open_generation(in_force(there).folder), "rivers") == [0, 1]


@pytest.mark.parametrize("damage", [*FLIPS[:2], shortened, emptied, removed, made_a_folder])
def test_without_a_word_on_what_is_in_force_nothing_is(
    generations: Generations, damage: Callable[[Path], None]
) -> None:
    built(generations)
    damage(generations.folder / CURRENT)
    # The last sign is the end of the line, which means nothing.
    assert generations.current() is None or damage is shortened


@pytest.mark.parametrize(
    "said", ["gen-1", "../gen-1 0", "gen-1/ 0", "gen-² 0", "gen-1 0 0", "/ 0", "\xff", "\0 0"]
)
def test_nonsense_on_what_is_in_force_is_not_followed(generations: Generations, said: str) -> None:
    built(generations)
    (generations.folder / CURRENT).write_text(said, encoding="latin-1")
    assert generations.current() is None


def test_something_else_in_a_generation_is_not_trusted(generations: Generations) -> None:
    for name, make in (
        ("stray", emptied),
        ("whoosh/_MAIN_999999.toc", emptied),
        ("whoosh/_MAIN_9.toc", Path.mkdir),
        ("whoosh/link", lambda path: path.symlink_to("/dev/zero")),
        ("whoosh/pipe", os.mkfifo),
    ):
        make(built(generations) / name)
        assert generations.current() is None, name


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b"[" * 100_000, b'{"files": 5}', b"\xff"])
def test_a_manifest_that_makes_no_sense_is_not_trusted(
    generations: Generations, manifest: bytes
) -> None:
    (built(generations) / MANIFEST).write_bytes(manifest)
    assert generations.current() is None


def test_what_failed_once_is_not_opened_again(generations: Generations) -> None:
    built(generations)
    generations.distrust(in_force(generations))
    assert generations.current() is None


@pytest.mark.parametrize("at", range(0, 98, 7))
def test_a_flipped_byte_in_a_paper_is_noticed_when_it_is_read(
    generations: Generations, at: int
) -> None:
    folder = built(generations)
    flip(folder / PAPERS, at)
    papers = PaperFile(folder)
    with pytest.raises(ValueError, match="not as it was written"):
        assert papers[0]
    assert papers.damaged
    assert papers[1] == PAPERS_KNOWN[1]


def test_papers_cut_short_while_they_are_read_are_noticed(generations: Generations) -> None:
    folder = built(generations)
    papers = PaperFile(folder)
    os.truncate(folder / PAPERS, 10)
    with pytest.raises(ValueError, match="not as it was written"):
        assert papers[1]


@pytest.mark.parametrize("number", [-1, 2, 10**30])
def test_there_are_no_papers_outside_the_file(generations: Generations, number: int) -> None:
    with pytest.raises(IndexError):
        assert PaperFile(built(generations))[number]


# Planted


class _Canary:
    """A pickle that makes a file when it is loaded."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self._path,)


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "canary"


def test_the_canary_sings(canary: Path) -> None:
    pickle.loads(pickle.dumps(_Canary(canary)))
    assert canary.exists()


def test_a_planted_pickle_never_runs(generations: Generations, canary: Path) -> None:
    song = pickle.dumps(_Canary(canary))
    for number in range(len(files_of(built(generations)))):
        path = files_of(built(generations))[number]
        path.write_bytes(song)
        assert generations.current() is None, path
    assert not canary.exists()


def test_a_planted_index_beside_ours_never_runs(generations: Generations, canary: Path) -> None:
    song = pickle.dumps(_Canary(canary))
    folder = built(generations)
    for place in (generations.folder, generations.folder / "gen-99" / "whoosh"):
        place.mkdir(parents=True, exist_ok=True)
        (place / "_MAIN_1.toc").write_bytes(song)
        (place / "MAIN_x.seg").write_bytes(song)
    assert asked(open_generation(in_force(generations).folder), "rivers") == [0, 1]
    assert in_force(generations).folder == folder
    assert not canary.exists()


def test_arrays_are_never_read_as_pickles(generations: Generations, canary: Path) -> None:
    song = pickle.dumps(_Canary(canary))
    for name in ("columns.npz", "offsets.npy", "checks.npy"):
        folder = built(generations)
        (folder / name).write_bytes(song)
        with pytest.raises(ValueError, match="allow_pickle"):
            open_generation(folder)
    assert not canary.exists()


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
