"""A dump that cannot be read costs itself: one line, status 2 if it was named, the others load."""

import os
from pathlib import Path

import pytest

from tests.cli.program import dump, run, zoo
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]


def missing(folder: Path) -> Path:
    return folder / "nowhere.txt"


def binary(folder: Path) -> Path:
    file = folder / "paper.pdf"
    file.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)))
    return file


def fifo(folder: Path) -> Path:
    file = folder / "pipe"
    os.mkfifo(file)
    return file


def device(folder: Path) -> Path:
    return Path("/dev/zero")


def no_dump(folder: Path) -> Path:
    file = folder / "shopping"
    file.write_text("eggs, milk\n")
    return file


BAD = pytest.mark.parametrize("bad", [missing, binary, fifo, device, no_dump])
VERBS = pytest.mark.parametrize("verb", [["search"], ["index"], ["show", "x"], ["doctor"]])


def one_line(capture: Capture) -> str:
    """The one line that was said; nothing was printed."""
    said = capture.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("paperread: ")
    return line


@BAD
@pytest.mark.parametrize("verb", [["search"], ["index"], ["show", "x"], ["add"]])
def test_alone_it_is_one_line_and_status_2(
    tmp_path: Path, capsys: Capture, bad: object, verb: list[str]
) -> None:
    path = bad(tmp_path)  # type: ignore[operator] # one of the makers above
    given = [str(path)] if verb == ["add"] else ["--dumps", str(path)]
    assert main([*verb, *given]) == 2
    assert path.name in one_line(capsys)


@BAD
def test_the_others_are_searched_and_the_status_is_2(
    tmp_path: Path, capsys: Capture, bad: object
) -> None:
    path = bad(tmp_path)  # type: ignore[operator] # one of the makers above
    dumps = ["--dumps", str(path), "--dumps", str(zoo(tmp_path))]
    assert main(["search", "--format", "ids", *dumps]) == 2
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 3
    (line,) = said.err.splitlines()
    assert path.name in line


@BAD
def test_the_others_are_indexed_and_the_account_names_it(
    tmp_path: Path, capsys: Capture, bad: object
) -> None:
    path = bad(tmp_path)  # type: ignore[operator] # one of the makers above
    dumps = ["--dumps", str(path), "--dumps", str(zoo(tmp_path))]
    assert main(["index", *dumps]) == 2
    said = capsys.readouterr()
    assert "3 papers" in said.out
    assert path.name in said.err


def test_in_a_folder_it_is_told_and_the_search_is_fine(tmp_path: Path, capsys: Capture) -> None:
    zoo(tmp_path)
    binary(tmp_path)
    assert main(["search", "--format", "ids", "--dumps", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 3
    assert "paper.pdf" in said.err


def test_what_was_looked_for_is_named(tmp_path: Path, capsys: Capture) -> None:
    assert main(["search", "--dumps", str(no_dump(tmp_path))]) == 2
    assert "JSON Lines" in one_line(capsys)


def test_one_bad_dump_among_those_added_leaves_the_others(tmp_path: Path, capsys: Capture) -> None:
    assert main(["add", str(binary(tmp_path)), str(zoo(tmp_path))]) == 2
    said = capsys.readouterr()
    assert "zoo.jsonl: 3 papers" in said.out
    assert "paper.pdf" in said.err


def test_a_name_with_an_escape_and_a_line_break_is_said_on_one_clean_line(tmp_path: Path) -> None:
    ended = run("search", "--dumps", tmp_path / "evil\x1b[31m\nname")
    assert ended.status == 2
    assert len(ended.said) == 1
    assert "\x1b" not in ended.err


def test_a_name_that_is_no_text_can_be_read_and_told_of(tmp_path: Path) -> None:
    file = dump(tmp_path, os.fsdecode(b"caf\xe9.jsonl"), {"title": "Coffee"})
    assert run("search", "--dumps", file).out.count("Coffee") == 1
    ended = run("doctor", "--dumps", file)
    assert (ended.status, "Traceback" in ended.err) == (0, False)
