"""`paperread saved`: searches under a name, counted afresh each time."""

from pathlib import Path

import pytest

from tests.cli.program import BATS, CATS, OWLS, dump
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def dumps(tmp_path: Path) -> list[str]:
    dump(tmp_path, "2026-01-01.jsonl", OWLS, CATS)
    dump(tmp_path, "2026-01-02.jsonl", BATS)
    return ["--dumps", str(tmp_path)]


def save(name: str, *query: str) -> None:
    assert main(["saved", "save", name, *query]) == 0


def test_a_saved_search_counts_its_papers_and_the_new_ones(
    capsys: Capture, dumps: list[str]
) -> None:
    save("birds and such", "owls")
    save("Awake", "-sleep")
    assert capsys.readouterr().out.splitlines()[0] == 'search "birds and such" saved'
    assert main(["saved", *dumps]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "     2      1 new  Awake           -sleep",
        "     2      1 new  birds and such  owls",
    ]


def test_its_papers_are_printed_as_those_of_a_search(capsys: Capture, dumps: list[str]) -> None:
    save("birds", "owls", "sort:title")
    capsys.readouterr()
    assert main(["saved", "show", "Birds", "--format", "ids", "--limit", "1", *dumps]) == 0
    assert capsys.readouterr().out == "arxiv:2401.00001\n"


def test_the_same_name_takes_another_query(capsys: Capture, dumps: list[str]) -> None:
    save("birds", "owls")
    save("birds", "cats")
    capsys.readouterr()
    assert main(["saved", *dumps]) == 0
    assert capsys.readouterr().out.split() == ["1", "0", "new", "birds", "cats"]


def test_a_dropped_search_comes_back(capsys: Capture, dumps: list[str]) -> None:
    save("birds", "owls")
    assert main(["saved", "drop", "birds"]) == 0
    assert main(["saved", "show", "birds", *dumps]) == 2
    assert "there is no saved search 'birds'" in capsys.readouterr().err
    assert main(["undo"]) == 0
    assert main(["saved", "show", "birds", *dumps]) == 0


def test_a_query_that_is_not_understood_is_not_saved(capsys: Capture, dumps: list[str]) -> None:
    assert main(["saved", "save", "x", "is:stared"]) == 2
    assert "did you mean starred?" in capsys.readouterr().err
    assert main(["saved", *dumps]) == 0
    assert capsys.readouterr().out == ""
