"""`paperread import`: adds files, and marks what they brought as one step."""

import json
from pathlib import Path

import pytest

from tests.cli.program import CATS, dump, zoo
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]
ENTRY = "@article{owls,\n title = {Owls at Night},\n doi = {10.1234/OWLS},\n year = 2021\n}\n"


def bib(folder: Path) -> str:
    file = folder / "refs.bib"
    file.write_text(ENTRY, encoding="utf-8")
    return str(file)


def ids(capture: Capture, query: str) -> list[str]:
    capture.readouterr()
    assert main(["search", query, "--format", "ids"]) == 0
    return capture.readouterr().out.split()


def test_what_a_bibliography_brought_is_marked_and_taken_back_at_once(
    tmp_path: Path, capsys: Capture
) -> None:
    given = ["--star", "--list", "thesis", "--tag", "owls", "--tag", "ch 1", "--status", "to-read"]
    assert main(["import", bib(tmp_path), *given]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "refs.bib: 1 papers, 0 skipped"
    assert second.endswith("· Owls at Night")
    assert len(ids(capsys, 'is:starred list:thesis tag:owls tag:"ch 1" is:to-read')) == 1
    assert main(["undo"]) == 0
    assert ids(capsys, "is:starred OR list:thesis OR tag:owls OR is:to-read") == []


def test_several_files_are_one_step_in_their_order(tmp_path: Path, capsys: Capture) -> None:
    assert main(["import", str(zoo(tmp_path)), bib(tmp_path), "--list", "all"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[2] == "list all begun, added to all · 3 papers"
    assert ids(capsys, "list:all")[:2] == ["doi:10.1234/owls", "arxiv:2401.00001"]


def test_what_is_in_the_list_already_is_counted(tmp_path: Path, capsys: Capture) -> None:
    assert main(["import", bib(tmp_path), "--star"]) == 0
    capsys.readouterr()
    assert main(["import", str(zoo(tmp_path)), "--star"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "starred · 2 papers; 1 was so already"


def test_without_marks_it_is_add(tmp_path: Path, capsys: Capture) -> None:
    assert main(["import", bib(tmp_path)]) == 0
    assert capsys.readouterr().out == "refs.bib: 1 papers, 0 skipped\n"


def test_a_file_without_papers_leaves_the_others(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "empty.bib").touch()
    assert main(["import", str(tmp_path / "empty.bib"), bib(tmp_path), "--star"]) == 2
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == "starred · Owls at Night"
    assert "empty.bib" in said.err


def test_a_bad_name_is_refused_before_anything_is_added(tmp_path: Path, capsys: Capture) -> None:
    assert main(["import", bib(tmp_path), "--list", ""]) == 2
    assert capsys.readouterr().out == ""


def test_a_skipped_record_is_status_1(tmp_path: Path, capsys: Capture) -> None:
    file = dump(tmp_path, "some.jsonl", "{broken", CATS)
    assert main(["import", str(file), "--tag", "pets"]) == 1
    capsys.readouterr()
    assert main(["search", "tag:pets", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["tags"] == ["pets"]
