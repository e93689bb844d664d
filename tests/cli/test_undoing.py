"""`undo`, `redo` and `history`: every step, whoever took it, and never what came after it."""

import re
from pathlib import Path

import pytest

from tests.cli.program import run, zoo
from tui_reader import locations
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]
BATS, OWLS = "2401.00001", "10.1234/owls"


@pytest.fixture
def dumps(tmp_path: Path) -> list[str]:
    return ["--dumps", str(zoo(tmp_path))]


def found(capture: Capture, dumps: list[str], query: str) -> int:
    capture.readouterr()
    assert main(["search", query, "--format", "ids", *dumps]) == 0
    return len(capture.readouterr().out.split())


def test_a_step_of_many_papers_is_undone_by_another_process(
    capsys: Capture, dumps: list[str]
) -> None:
    assert run("status", "done", BATS, OWLS, *dumps).status == 0
    assert run("undo").out == "Undone: marked as done · 2 papers\n"
    assert found(capsys, dumps, "is:done") == 0
    assert run("redo").out == "Done again: marked as done · 2 papers\n"
    assert found(capsys, dumps, "is:done") == 2


def test_several_steps_are_undone_the_last_one_first(capsys: Capture, dumps: list[str]) -> None:
    assert main(["star", BATS, *dumps]) == 0
    assert main(["tag", BATS, "+x", *dumps]) == 0
    capsys.readouterr()
    assert main(["undo", "2"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Undone: tagged x · Bats and Sound", "Undone: starred · Bats and Sound",
    ]  # fmt: skip


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_with_nothing_to_turn_the_status_is_1(capsys: Capture, verb: str) -> None:
    assert main([verb]) == 1
    assert capsys.readouterr() == ("", f"paperread: nothing to {verb}\n")


def test_what_was_changed_elsewhere_since_stays(capsys: Capture, dumps: list[str]) -> None:
    assert main(["tag", BATS, OWLS, "+x", *dumps]) == 0
    file = locations.annotations_file()
    text = file.read_text(encoding="utf-8")
    assert text.count("[x]") == 2
    file.write_text(text.replace("[x]", "[y]", 1), encoding="utf-8")
    capsys.readouterr()
    assert main(["undo"]) == 0
    assert capsys.readouterr().out == (
        "Undone: tagged x · 2 papers; 1 was changed elsewhere since, and stays\n"
    )
    assert found(capsys, dumps, "tag:y") == 1


def test_history_has_the_last_step_first_and_marks_what_was_taken_back(
    capsys: Capture, dumps: list[str]
) -> None:
    assert main(["star", BATS, *dumps]) == 0
    assert main(["list", "add", "train", BATS, OWLS, *dumps]) == 0
    assert main(["undo"]) == 0
    capsys.readouterr()
    assert main(["history"]) == 0
    last, first = capsys.readouterr().out.splitlines()
    at = r"20\d\d-\d\d-\d\d \d\d:\d\d  "
    step = re.escape("list train begun, added to train · 2 papers (taken back)")
    assert re.fullmatch(at + step, last)
    assert re.fullmatch(at + re.escape("starred · Bats and Sound"), first)
    assert main(["history", "--limit", "1"]) == 0
    assert capsys.readouterr().out == f"{last}\n"


def test_times_are_local(capsys: Capture, dumps: list[str]) -> None:
    assert run("star", BATS, *dumps).status == 0
    hours = {int(run("history", env={"TZ": zone}).out[11:13]) for zone in ("UTC", "UTC-5")}
    one, other = sorted(hours)
    assert other - one in (5, 19)


def test_neither_needs_the_dumps(capsys: Capture, dumps: list[str], tmp_path: Path) -> None:
    assert main(["star", BATS, *dumps]) == 0
    (tmp_path / "zoo.jsonl").unlink()
    assert main(["undo"]) == 0
    assert main(["history"]) == 0
