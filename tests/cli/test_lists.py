"""`paperread list`: reading lists in their own order, each change one step."""

import csv
from pathlib import Path

import pytest

from tests.cli.program import dump, run, shell
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]
PAPERS = [{"id": f"2401.0000{number}", "title": f"Paper {number}"} for number in range(1, 6)]


@pytest.fixture
def dumps(tmp_path: Path) -> list[str]:
    return ["--dumps", str(dump(tmp_path, "five.jsonl", *PAPERS))]


def names(*numbers: int) -> list[str]:
    return [f"arxiv:2401.0000{number}" for number in numbers]


def add(dumps: list[str], name: str, *numbers: int) -> None:
    assert main(["list", "add", name, *names(*numbers), *dumps]) == 0


def order(capture: Capture, dumps: list[str], name: str) -> list[int]:
    capture.readouterr()
    assert main(["list", "show", name, "--format", "ids", *dumps]) == 0
    return [int(each[-1]) for each in capture.readouterr().out.split()]


def test_a_list_keeps_the_order_in_which_papers_came(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "train", 3, 1)
    add(dumps, "train", 2, 1)
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "added to train · Paper 2; 1 was so already"
    assert order(capsys, dumps, "train") == [3, 1, 2]


@pytest.mark.parametrize(
    ("where", "then"),
    [
        ("up", [1, 3, 2, 4]), ("down", [1, 2, 4, 3]), ("top", [3, 1, 2, 4]),
        ("bottom", [1, 2, 4, 3]), ("1", [3, 1, 2, 4]), ("2", [1, 3, 2, 4]), ("99", [1, 2, 4, 3]),
    ],
)  # fmt: skip
def test_a_paper_is_moved(capsys: Capture, dumps: list[str], where: str, then: list[int]) -> None:
    add(dumps, "train", 1, 2, 3, 4)
    assert main(["list", "move", "train", *names(3), where, *dumps]) == 0
    assert order(capsys, dumps, "train") == then
    assert main(["undo"]) == 0
    assert order(capsys, dumps, "train") == [1, 2, 3, 4]


def test_papers_are_moved_together_in_the_order_they_have(
    capsys: Capture, dumps: list[str]
) -> None:
    add(dumps, "train", 1, 2, 3, 4)
    assert main(["list", "move", "train", *names(4, 2), "top", *dumps]) == 0
    assert order(capsys, dumps, "train") == [2, 4, 1, 3]


def test_the_table_has_the_places_that_move_takes(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "train", 4, 2)
    capsys.readouterr()
    assert main(["list", "show", "train", *dumps]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert (first.split()[:2], second.split()[:2]) == (["1", *names(4)], ["2", *names(2)])
    assert main(["search", "list:train", "--format", "tsv", *dumps]) == 0
    table = list(csv.DictReader(capsys.readouterr().out.splitlines(), delimiter="\t"))
    assert [row["lists"] for row in table] == ["train 1", "train 2"]


def test_papers_leave_a_list_and_it_stays(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "train", 1, 2)
    assert main(["list", "remove", "train", *names(2, 1), *dumps]) == 0
    assert order(capsys, dumps, "train") == []
    assert main(["list"]) == 0
    assert capsys.readouterr().out == "     0  train\n"


def test_lists_are_printed_with_counts_and_descriptions(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "to read", 1, 2)
    assert main(["list", "describe", "Train", "for the long ride"]) == 0
    capsys.readouterr()
    assert main(["list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "     2  to read", "     0  Train    for the long ride",
    ]  # fmt: skip


def test_a_list_is_known_by_its_name_in_any_capitals(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "Train", 1)
    add(dumps, "train", 2)
    assert order(capsys, dumps, "TRAIN") == [1, 2]


def test_a_renamed_list_keeps_its_papers_in_order(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "train", 3, 1)
    assert main(["list", "rename", "train", "to read"]) == 0
    assert order(capsys, dumps, "to read") == [3, 1]
    assert main(["list", "show", "train", *dumps]) == 2


def test_a_name_that_is_taken_is_refused(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "one", 1)
    add(dumps, "two", 2)
    assert main(["list", "rename", "one", "Two"]) == 2
    assert "already" in capsys.readouterr().err
    assert order(capsys, dumps, "one") == [1]


def test_a_dropped_list_comes_back_whole(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "train", 3, 1)
    assert main(["list", "drop", "train"]) == 0
    assert main(["list", "show", "train", *dumps]) == 2
    assert main(["undo"]) == 0
    assert order(capsys, dumps, "train") == [3, 1]


@pytest.mark.parametrize(
    "deed",
    [["show"], ["remove", "ID"], ["move", "ID", "up"], ["rename", "x"], ["drop"]],
)
def test_a_list_that_is_not_there_is_named(
    capsys: Capture, dumps: list[str], deed: list[str]
) -> None:
    words = [names(1)[0] if word == "ID" else word for word in deed[1:]]
    assert main(["list", deed[0], "nowhere", *words, *dumps]) == 2
    assert "there is no list 'nowhere'" in capsys.readouterr().err
    assert main(["list"]) == 0
    assert capsys.readouterr().out == ""


def test_a_paper_that_is_not_in_the_list_cannot_be_moved(capsys: Capture, dumps: list[str]) -> None:
    add(dumps, "train", 1, 2)
    assert main(["list", "move", "train", *names(2, 3), "top", *dumps]) == 2
    assert "arxiv:2401.00003 is not in 'train'" in capsys.readouterr().err
    assert order(capsys, dumps, "train") == [1, 2]


@pytest.mark.parametrize("name", ["", '"', "\x1b"])
def test_a_list_needs_a_name(capsys: Capture, dumps: list[str], name: str) -> None:
    assert main(["list", "add", name, *names(1), *dumps]) == 2
    assert "is no name" in capsys.readouterr().err


def test_what_a_search_found_becomes_a_list_through_a_pipe(dumps: list[str]) -> None:
    given = f"--dumps '{dumps[1]}'"
    told = shell(
        f"paperread search paper --sort title --reverse --format ids {given}"
        f" | paperread list add 'to read' - {given}\n"
        f"paperread export 'list:\"to read\"' --format bibtex {given}"
    )
    assert told.err == ""
    assert told.out.startswith('list "to read" begun, added to "to read" · 5 papers\n')
    titles = [line for line in told.out.splitlines() if "title =" in line]
    assert titles == [f"  title = {{Paper {number}}}," for number in (5, 4, 3, 2, 1)]


def test_no_list_is_begun_for_a_search_that_found_nothing(dumps: list[str]) -> None:
    assert run("list", "add", "empty", "-", *dumps, stdin=b"\n").out == "nothing changed\n"
    assert run("list").out == ""


def test_papers_of_no_dump_are_counted_and_can_be_taken_out(
    capsys: Capture, dumps: list[str]
) -> None:
    add(dumps, "train", 1, 2)
    capsys.readouterr()
    assert main(["list", "show", "train"]) == 0
    assert "2 more of it are in no dump" in capsys.readouterr().err
    assert main(["list", "remove", "train", *names(1)]) == 0
    assert order(capsys, dumps, "train") == [2]


def test_a_deed_behind_the_options_is_a_clear_mistake(capsys: Capture, dumps: list[str]) -> None:
    assert main(["list", *dumps, "drop"]) == 2
    assert "paperread list drop" in capsys.readouterr().err


def test_a_query_with_a_list_or_tag_that_there_is_not_says_so(dumps: list[str]) -> None:
    for verb in (["search"], ["export", "--format", "bibtex"]):
        told = run(*verb, "list:nosuch OR -tag:none", *dumps)
        assert told.status == 0
        assert "there is no list 'nosuch'" in told.err
        assert "there is no tag 'none'" in told.err
    assert run("search", "list:no* OR paper", *dumps).err == ""
