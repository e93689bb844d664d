"""What is damaged, foreign or planted in the index folder is noticed, and never runs."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.search.material import asked
from tests.search.on_disk import PAPERS_KNOWN, built, in_force
from tui_reader.search.generations import CURRENT, MANIFEST, Generations
from tui_reader.search.paper_file import PAPERS, PaperFile
from tui_reader.search.stored import open_generation


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x01
    path.write_bytes(content)


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
    for name in ("columns.npz",):
        folder = built(generations)
        (folder / name).write_bytes(song)
        with pytest.raises(ValueError, match="allow_pickle"):
            open_generation(folder)
    assert not canary.exists()
