import os
from pathlib import Path

import pytest

from tui_reader.dumps import sources
from tui_reader.dumps.sources import find_dumps


def names(*paths: Path) -> list[str]:
    return [path.name for path in find_dumps(paths)[0]]


def reasons(*paths: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.reason) for problem in find_dumps(paths)[1]]


def files(folder: Path, *found: str) -> Path:
    for name in found:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_a_folder_is_walked_in_name_order_with_numbers_by_value(tmp_path: Path) -> None:
    files(tmp_path, "day 10.txt", "day 9.txt", "b/2.txt", "b/1.txt", "A.txt", "c.txt")
    assert names(tmp_path) == ["A.txt", "1.txt", "2.txt", "c.txt", "day 9.txt", "day 10.txt"]


def test_named_files_keep_the_order_they_are_named_in(tmp_path: Path) -> None:
    files(tmp_path, "a.txt", "b.txt")
    assert names(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_hidden_files_are_left_out_unless_named(tmp_path: Path) -> None:
    files(tmp_path, ".hidden", ".folder/a.txt", "shown")
    assert names(tmp_path) == ["shown"]
    assert names(tmp_path / ".hidden") == [".hidden"]


def test_a_file_reached_twice_is_taken_once(tmp_path: Path) -> None:
    files(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert names(tmp_path / "a.txt", tmp_path, tmp_path / "b.txt") == ["a.txt"]


def test_a_folder_that_holds_itself_is_walked_once(tmp_path: Path) -> None:
    files(tmp_path, "deep/a.txt")
    (tmp_path / "deep" / "again").symlink_to(tmp_path)
    (tmp_path / "deep" / "self").symlink_to(".")
    assert names(tmp_path) == ["a.txt"]
    assert reasons(tmp_path) == []


def test_folders_beyond_the_depth_are_named(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (sources.MAX_DEPTH + 2))
    files(deep, "a.txt")
    assert names(tmp_path) == []
    assert reasons(tmp_path) == [("d", "lies more than 20 folders deep and is not read")]


def test_files_beyond_the_count_are_named_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_FILES", 3)
    files(tmp_path, *(f"{number}.txt" for number in range(9)))
    assert names(tmp_path) == ["0.txt", "1.txt", "2.txt"]
    assert reasons(tmp_path) == [("3.txt", "is one too many: only the first 3 files are read")]


def test_what_is_not_there_is_a_problem_and_the_rest_is_found(tmp_path: Path) -> None:
    files(tmp_path, "a.txt")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert names(tmp_path / "missing", tmp_path) == ["a.txt"]
    assert [name for name, _ in reasons(tmp_path / "missing", tmp_path)] == [
        *("missing", "dangling", "loop")
    ]


def test_a_fifo_in_a_folder_is_a_problem_and_a_named_one_is_left_to_the_reader(
    tmp_path: Path,
) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert reasons(tmp_path) == [("fifo", "is not a regular file")]
    assert names(tmp_path / "fifo") == ["fifo"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_may_not_be_listed_is_a_problem(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert [name for name, _ in reasons(tmp_path)] == ["closed"]


def test_names_that_are_no_text_are_found_and_shown_safely(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xff\x1b[31m\n")
    odd.touch()
    assert [path.name for path in find_dumps([tmp_path])[0]] == [odd.name]
    assert reasons(tmp_path / os.fsdecode(b"gone\xff\n"))[0][0] == "gone?"
