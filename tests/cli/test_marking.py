"""`paperread star`, `unstar` and `note` write what the keys write."""

import io
from pathlib import Path

import pytest

from tests.cli.program import zoo
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]


def ids(tmp_path: Path, capture: Capture, query: str) -> list[str]:
    assert main(["search", query, "--format", "ids", "--dumps", str(zoo(tmp_path))]) == 0
    return capture.readouterr().out.split()


def test_papers_are_starred_by_any_of_their_names(tmp_path: Path, capsys: Capture) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    assert main(["star", "2401.00001", "10.1234/owls", *dumps]) == 0
    assert capsys.readouterr().out == "2 starred\n"
    assert len(ids(tmp_path, capsys, "is:starred")) == 2
    assert main(["unstar", "2401.00001", *dumps]) == 0
    assert main(["unstar", "2401.00001", *dumps]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 no longer starred", "0 no longer starred, 1 were so already",
    ]  # fmt: skip
    assert len(ids(tmp_path, capsys, "is:starred")) == 1


def test_what_a_search_found_is_starred_through_a_pipe(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ids(tmp_path, capsys, "owls")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(found) + "\n"))
    assert main(["star", "-", "--dumps", str(zoo(tmp_path))]) == 0
    capsys.readouterr()
    assert sorted(ids(tmp_path, capsys, "is:starred")) == sorted(found)


def test_with_an_unknown_paper_nothing_is_changed(tmp_path: Path, capsys: Capture) -> None:
    assert main(["star", "2401.00001", "nobody", "--dumps", str(zoo(tmp_path))]) == 2
    assert "nobody" in capsys.readouterr().err
    assert ids(tmp_path, capsys, "is:starred") == []


def test_a_note_is_written_printed_and_removed(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    monkeypatch.setattr("sys.stdin", io.StringIO("two\nlines\n"))
    assert main(["note", "2401.00001", "-", *dumps]) == 0
    assert main(["note", "2401.00001", *dumps]) == 0
    assert capsys.readouterr().out == "note kept\ntwo\nlines\n"
    assert main(["note", "2401.00001", "", *dumps]) == 0
    assert main(["note", "2401.00001", *dumps]) == 0
    assert capsys.readouterr().out == "note removed\n"
