"""`star`, `status`, `tag` and `note` write what the keys write, each as one step."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import zoo
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]
BATS, OWLS = "2401.00001", "10.1234/owls"


def ids(tmp_path: Path, capture: Capture, query: str) -> list[str]:
    assert main(["search", query, "--format", "ids", "--dumps", str(zoo(tmp_path))]) == 0
    return capture.readouterr().out.split()


def row(tmp_path: Path, capture: Capture, name: str) -> dict[str, Any]:
    assert main(["show", name, "--format", "json", "--dumps", str(zoo(tmp_path))]) == 0
    found: dict[str, Any] = json.loads(capture.readouterr().out)
    return found


def test_papers_are_starred_by_any_of_their_names(tmp_path: Path, capsys: Capture) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    assert main(["star", BATS, OWLS, *dumps]) == 0
    assert capsys.readouterr().out == "starred · 2 papers\n"
    assert len(ids(tmp_path, capsys, "is:starred")) == 2
    assert main(["unstar", BATS, *dumps]) == 0
    assert main(["unstar", BATS, *dumps]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "star taken away · Bats and Sound", "nothing changed; 1 was so already",
    ]  # fmt: skip
    assert len(ids(tmp_path, capsys, "is:starred")) == 1


def test_a_paper_named_twice_counts_once(tmp_path: Path, capsys: Capture) -> None:
    assert main(["star", BATS, f"arxiv:{BATS}", "--dumps", str(zoo(tmp_path))]) == 0
    assert capsys.readouterr().out == "starred · Bats and Sound\n"


def test_what_a_search_found_is_starred_through_a_pipe(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ids(tmp_path, capsys, "owls")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(found) + "\n"))
    assert main(["star", "-", "--dumps", str(zoo(tmp_path))]) == 0
    capsys.readouterr()
    assert sorted(ids(tmp_path, capsys, "is:starred")) == sorted(found)


@pytest.mark.parametrize("verb", [["star"], ["unstar"], ["status", "done"], ["tag", "+x"]])
def test_with_an_unknown_paper_nothing_is_changed(
    tmp_path: Path, capsys: Capture, verb: list[str]
) -> None:
    before = row(tmp_path, capsys, BATS)
    assert main([*verb, BATS, "nobody", "--dumps", str(zoo(tmp_path))]) == 2
    assert "nobody" in capsys.readouterr().err
    assert row(tmp_path, capsys, BATS) == before


@pytest.mark.parametrize("verb", [["star"], ["status", "done"], ["tag", "+x"]])
def test_no_papers_from_a_pipe_are_fine(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, verb: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main([*verb, "-", "--dumps", str(zoo(tmp_path))]) == 0
    assert capsys.readouterr().out == "nothing changed\n"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("to-read", "to read"), ("to read", "to read"), ("Reading", "reading"), ("done", "done"),
        ("skipped", "skipped"), ("read", "read"),
    ],
)  # fmt: skip
def test_a_status_is_set(tmp_path: Path, capsys: Capture, said: str, status: str) -> None:
    assert main(["status", said, BATS, "--dumps", str(zoo(tmp_path))]) == 0
    capsys.readouterr()
    assert row(tmp_path, capsys, BATS)["status"] == status
    assert main(["status", "unread", BATS, "--dumps", str(zoo(tmp_path))]) == 0
    capsys.readouterr()
    assert row(tmp_path, capsys, BATS)["status"] == "unread"


def test_tags_are_put_on_and_taken_away_in_one_step(tmp_path: Path, capsys: Capture) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    assert main(["tag", BATS, "+sound", "+To cite", *dumps]) == 0
    assert main(["tag", *dumps, OWLS, BATS, "-sound", "+night"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        'tagged sound, tagged "To cite" · Bats and Sound',
        "tagged night, no longer tagged sound · 2 papers",
    ]
    assert row(tmp_path, capsys, BATS)["tags"] == ["night", "To cite"]
    assert main(["undo"]) == 0
    capsys.readouterr()
    assert row(tmp_path, capsys, BATS)["tags"] == ["sound", "To cite"]


def test_a_tag_in_use_keeps_its_spelling(tmp_path: Path, capsys: Capture) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    assert main(["tag", BATS, "+RAG", *dumps]) == 0
    assert main(["tag", OWLS, "+rag", *dumps]) == 0
    capsys.readouterr()
    assert row(tmp_path, capsys, OWLS)["tags"] == ["RAG"]


def test_tags_in_use_are_listed_the_most_used_first(tmp_path: Path, capsys: Capture) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    assert main(["tag", BATS, OWLS, "+both", *dumps]) == 0
    assert main(["tag", BATS, "+a one", *dumps]) == 0
    capsys.readouterr()
    assert main(["tag"]) == 0
    assert capsys.readouterr().out == "     2  both\n     1  a one\n"


def test_the_tags_of_papers_are_listed(tmp_path: Path, capsys: Capture) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    assert main(["tag", BATS, OWLS, "+both", *dumps]) == 0
    assert main(["tag", BATS, "+a one", *dumps]) == 0
    capsys.readouterr()
    assert main(["tag", BATS, OWLS, *dumps]) == 0
    assert capsys.readouterr().out == "a one\nboth\n"


@pytest.mark.parametrize(("words", "named"), [(["+x"], "no papers"), ([BATS, "+"], "names no tag")])
def test_tags_without_papers_and_tags_without_names_are_a_mistake(
    tmp_path: Path, capsys: Capture, words: list[str], named: str
) -> None:
    assert main(["tag", *words, "--dumps", str(zoo(tmp_path))]) == 2
    assert named in capsys.readouterr().err


def test_a_note_is_written_printed_and_removed(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    monkeypatch.setattr("sys.stdin", io.StringIO("two\nlines\n"))
    assert main(["note", BATS, "-", *dumps]) == 0
    assert main(["note", BATS, *dumps]) == 0
    assert capsys.readouterr().out == "note kept\ntwo\nlines\n"
    assert main(["note", BATS, "", *dumps]) == 0
    assert main(["note", BATS, *dumps]) == 0
    assert capsys.readouterr().out == "note removed\n"


def test_a_paper_that_no_dump_has_any_more_loses_its_star(tmp_path: Path, capsys: Capture) -> None:
    assert main(["star", BATS, "--dumps", str(zoo(tmp_path))]) == 0
    assert main(["unstar", f"arxiv:{BATS}"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "star taken away · Bats and Sound"


def test_a_star_has_its_day_and_a_row_every_mark(tmp_path: Path, capsys: Capture) -> None:
    assert main(["star", BATS, "--dumps", str(zoo(tmp_path))]) == 0
    assert main(["list", "add", "train", BATS, "--dumps", str(zoo(tmp_path))]) == 0
    capsys.readouterr()
    found = row(tmp_path, capsys, BATS)
    assert (found["starred"], len(found["starred_on"]), found["lists"]) == (True, 10, {"train": 1})
