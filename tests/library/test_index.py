"""The library takes an index it can trust, makes do without one, and heals a bad one."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.library.material import RECORDS, asked, build_here, library_of, titles, write_dump
from tui_reader import locations
from tui_reader.library import shelves
from tui_reader.library.index_place import generations_of
from tui_reader.queries.tree import Node
from tui_reader.search.evaluate import Evaluation, Matches
from tui_reader.search.paper_file import PAPERS

ALL = ["Rivers run", "Clouds over rivers", "Stones"]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "dump.jsonl")


def generation_of(*paths: Path) -> Path:
    current = generations_of(paths).current()
    assert current is not None
    return current.folder


def test_without_an_index_papers_come_from_the_dumps(dump: Path) -> None:
    with library_of(dump) as library:
        assert library.open()
        assert (library.snapshot.origin, titles(library)) == ("memory", ALL)


def test_nothing_is_found_before_it_is_opened(dump: Path) -> None:
    with library_of(dump) as library:
        assert library.snapshot.count == 0
        assert list(asked(library, "rivers").numbers) == []


def test_an_empty_folder_has_no_papers_and_still_answers(tmp_path: Path) -> None:
    with library_of(tmp_path) as library:
        library.open()
        assert titles(library, "any words") == titles(library) == []


def test_an_index_built_in_its_own_process_is_taken(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        assert library.build()
        assert (library.snapshot.origin, library.index_problem) == ("index", "")
        assert titles(library) == ALL


def test_an_index_is_kept_for_the_next_time(dump: Path) -> None:
    build_here(dump)
    with library_of(dump) as library:
        assert not library.open()
        assert (library.snapshot.origin, titles(library)) == ("index", ALL)


def test_an_index_that_fits_is_not_built_again(dump: Path) -> None:
    build_here(dump)
    before = generation_of(dump)
    build_here(dump)
    assert generation_of(dump) == before
    build_here(dump, anew=True)
    assert generation_of(dump) != before


@pytest.mark.parametrize("change", ["changed", "added", "removed", "touched", "emptied"])
def test_an_index_of_other_dumps_is_stale(tmp_path: Path, change: str) -> None:
    folder = tmp_path / "dumps"
    folder.mkdir()
    one = write_dump(folder / "one.jsonl", *RECORDS[:2])
    two = write_dump(folder / "two.jsonl", RECORDS[2])
    build_here(folder)
    if change == "changed":
        write_dump(two, {"title": "Sand"})
    elif change == "added":
        write_dump(folder / "zwei.jsonl", {"title": "Sand"})
    elif change == "removed":
        one.unlink()
    elif change == "touched":
        os.utime(one, (1, 1))
    else:
        two.write_bytes(b"")
    with library_of(folder) as library:
        assert library.open()
        expected = titles(library)
        build_here(folder)
        assert not library.reload()
        assert (library.snapshot.origin, titles(library)) == ("index", expected)


def test_a_snapshot_that_is_replaced_keeps_answering(dump: Path) -> None:
    build_here(dump)
    with library_of(dump) as library:
        library.open()
        old = library.snapshot
        write_dump(dump, {"title": "Sand"})
        build_here(dump)
        library.reload()
        build_here(dump, anew=True)
        assert titles(library) == ["Sand"]
        assert [old.paper(number).title for number in range(old.count)] == ALL


def test_generations_of_a_run_are_numbered(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        first = library.snapshot.generation
        library.reload()
        assert (first, library.snapshot.generation) == (1, 2)
        assert asked(library, "").snapshot is library.snapshot


@pytest.mark.parametrize("kind", ["flipped", "shortened", "removed", "made a folder"])
def test_a_damaged_index_is_passed_over_and_built_again(dump: Path, kind: str) -> None:
    build_here(dump)
    count = len([path for path in generation_of(dump).rglob("*") if path.is_file()])
    for number in range(count):
        every = [path for path in generation_of(dump).rglob("*") if path.is_file()]
        path = sorted(every)[number]
        content = path.read_bytes()
        if not content or (path.name == PAPERS and kind == "flipped"):
            continue
        if kind == "flipped":
            path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        elif kind == "shortened":
            path.write_bytes(content[:-1])
        else:
            path.unlink()
        if kind == "made a folder":
            path.mkdir()
        with library_of(dump) as library:
            assert library.open(), path
            assert (library.snapshot.origin, titles(library)) == ("memory", ALL), path
            build_here(dump)
            assert not library.reload(), path
            assert titles(library, "rivers") == ALL[:2], path


def test_an_index_that_fails_to_open_is_not_tried_twice(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_here(dump)

    def fail(folder: Path) -> None:
        raise RuntimeError(str(folder))

    monkeypatch.setattr("tui_reader.search.stored.open_generation", fail)
    with library_of(dump) as library:
        assert library.open()
        assert titles(library) == ALL
        assert generations_of([dump]).current() is None


def test_an_index_that_fails_while_it_is_searched_gives_way_to_memory(dump: Path) -> None:
    build_here(dump)
    with library_of(dump) as library:
        library.open()
        for path in generation_of(dump).glob("*.npz"):
            path.unlink()
        assert titles(library, "rivers") == ALL[:2]
        assert library.snapshot.origin == "memory"
        assert library.index_problem.startswith("the index failed")
        assert generations_of([dump]).current() is None


def test_any_exception_of_the_index_is_survived(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_here(dump)
    with library_of(dump) as library:
        library.open()
        real, failures = Evaluation.of, [RuntimeError()]

        def fail_once(self: Evaluation, node: Node) -> Matches:
            if failures:
                raise failures.pop()
            return real(self, node)

        monkeypatch.setattr(Evaluation, "of", fail_once)
        assert titles(library, "rivers") == ALL[:2]
        assert library.index_problem == "the index failed (RuntimeError)"


def test_a_lack_of_memory_is_no_fault_of_the_index(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_here(dump)
    with library_of(dump) as library:
        library.open()

        def fail(self: Evaluation, node: Node) -> Matches:
            raise MemoryError

        with monkeypatch.context() as patch:
            patch.setattr(Evaluation, "of", fail)
            with pytest.raises(MemoryError):
                titles(library, "rivers")
        assert (library.snapshot.origin, titles(library, "rivers")) == ("index", ALL[:2])


def test_an_index_in_a_place_that_cannot_be_written_to_is_read(dump: Path) -> None:
    build_here(dump)
    folder = generation_of(dump)
    folder.chmod(0o500)
    try:
        with library_of(dump) as library:
            assert not library.open()
            assert (library.snapshot.origin, titles(library, "rivers")) == ("index", ALL[:2])
            assert not list(folder.glob("*.lock"))
    finally:
        folder.chmod(0o700)


def test_an_index_that_was_replaced_while_it_was_given_up_stays(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_here(dump)
    with library_of(dump) as library:
        library.open()
        failed, from_dumps = library.snapshot, shelves.from_dumps

        def meanwhile(paths: Sequence[Path]) -> shelves.Filled:
            build_here(dump)
            assert library.open_index()
            return from_dumps(paths)

        monkeypatch.setattr(shelves, "from_dumps", meanwhile)
        library.give_up(failed, "for a test")
        assert (library.snapshot.origin, library.index_problem) == ("index", "")


def test_a_damaged_paper_costs_that_paper_until_the_dumps_are_read_again(dump: Path) -> None:
    build_here(dump)
    file = generation_of(dump) / PAPERS
    content = file.read_bytes()
    file.write_bytes(content.replace(b"Rivers", b"Livers", 1))
    with library_of(dump) as library:
        assert not library.open()
        with pytest.raises(ValueError, match="not as it was written"):
            library.snapshot.paper(0)
        assert library.snapshot.paper(1).title == ALL[1]
        assert library.reload()
        assert (library.snapshot.origin, titles(library)) == ("memory", ALL)
        build_here(dump)
        assert not library.reload()
        assert titles(library) == ALL


@pytest.mark.parametrize("fault", ["written to by others", "a link", "a file"])
def test_a_cache_that_is_not_ours_is_not_used_and_that_is_said(
    dump: Path, tmp_path: Path, fault: str
) -> None:
    cache = locations.cache_dir()
    cache.parent.mkdir(parents=True, exist_ok=True)
    if fault == "a link":
        (tmp_path / "elsewhere").mkdir()
        cache.symlink_to(tmp_path / "elsewhere")
    elif fault == "a file":
        cache.write_text("mine")
    else:
        cache.mkdir()
        cache.chmod(0o777)
    with library_of(dump) as library:
        assert library.open()
        assert not library.build()
        assert str(cache) in library.index_problem
        assert (library.snapshot.origin, titles(library)) == ("memory", ALL)


def test_a_cache_that_cannot_be_written_to_is_told(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OSError, match="Read-only"):
        build_here(dump)


def test_a_library_without_a_cache_works_from_memory(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    with library_of(dump) as library:
        assert library.open()
        assert not library.build()
        assert library.index_problem
        assert titles(library, "rivers") == ALL[:2]


KILLED = """
import os, sys
from pathlib import Path
from tui_reader.library import index_build
def die(folder, papers, progress):
    (folder / "half").write_bytes(b"x")
    os.kill(os.getpid(), 9)
index_build.write_generation = die
index_build.build([Path(sys.argv[1])], print)
"""


def test_a_build_that_is_killed_is_swept_by_the_next(dump: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(dump)], check=False)
    folder = generations_of([dump]).folder
    assert killed.returncode == -9
    assert [path.name for path in folder.glob("tmp-*/*")] == ["half"]
    assert generations_of([dump]).current() is None
    build_here(dump)
    assert list(folder.glob("tmp-*")) == []
    assert generation_of(dump).exists()


def test_two_builds_at_once_end_with_one_whole_generation(dump: Path) -> None:
    command = [sys.executable, "-m", "tui_reader.library.index_build", "--anew", "--", str(dump)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert all(line.rstrip().endswith(b'{"finished": true}') for line in said)
    folder = generation_of(dump).parent
    assert not list(folder.glob("tmp-*"))
    with library_of(dump) as library:
        assert not library.open()
        assert titles(library, "rivers") == ALL[:2]


def test_a_build_tells_how_far_it_is_and_that_it_is_done(dump: Path) -> None:
    command = [sys.executable, "-m", "tui_reader.library.index_build", "--", str(dump)]
    said = subprocess.run(command, capture_output=True, check=True)
    assert said.stdout.splitlines()[-1] == b'{"finished": true}'
    assert said.stderr == b""
