"""`paperread merge`: another machine's annotations come in; git merges by it, too."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import run, shell, zoo
from tui_reader import locations
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]
BATS, OWLS = "2401.00001", "10.1234/owls"


@pytest.fixture
def dumps(tmp_path: Path) -> list[str]:
    return ["--dumps", str(zoo(tmp_path))]


def other(folder: Path, dumps: list[str], *deeds: list[str]) -> str:
    """A copy of the annotations that was changed on its own."""
    file = folder / "other.yaml"
    here = locations.annotations_file()
    if here.exists():
        file.write_bytes(here.read_bytes())
    for deed in deeds:
        assert main([*deed, *dumps, "--annotations", str(file)]) == 0
    return str(file)


def test_what_another_copy_says_comes_in_and_can_be_taken_back(
    tmp_path: Path, capsys: Capture, dumps: list[str]
) -> None:
    assert main(["tag", BATS, "+mine", *dumps]) == 0
    file = other(
        tmp_path, dumps, ["tag", BATS, "+theirs"], ["list", "add", "train", OWLS],
        ["saved", "save", "s", "owls"],
    )  # fmt: skip
    capsys.readouterr()
    assert main(["merge", file]) == 0
    assert capsys.readouterr().out == "came in: 2 papers, 1 list, 1 saved search\n"
    assert main(["tag"]) == 0
    assert sorted(capsys.readouterr().out.split()[1::2]) == ["mine", "theirs"]
    assert main(["undo"]) == 0
    capsys.readouterr()
    assert main(["tag"]) == 0
    assert capsys.readouterr().out.split() == ["1", "mine"]


def test_the_same_file_twice_changes_nothing(
    tmp_path: Path, capsys: Capture, dumps: list[str]
) -> None:
    file = other(tmp_path, dumps, ["star", BATS])
    assert main(["merge", file]) == 0
    assert main(["merge", file]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("nothing came in")


@pytest.mark.parametrize("content", [None, "papers: [", "<<<<<<< ours\n"])
def test_a_file_that_cannot_be_read_changes_nothing(
    tmp_path: Path, capsys: Capture, content: str | None
) -> None:
    file = tmp_path / "bad.yaml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    assert main(["merge", str(file)]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert "bad.yaml" in said.err


def test_three_versions_are_merged_without_a_library(
    tmp_path: Path, capsys: Capture, dumps: list[str]
) -> None:
    base = Path(other(tmp_path, dumps, ["tag", BATS, "+base"]))
    ours, theirs = tmp_path / "ours.yaml", tmp_path / "theirs.yaml"
    for file, tag in ((ours, "+ours"), (theirs, "+theirs")):
        file.write_bytes(base.read_bytes())
        assert main(["tag", BATS, tag, *dumps, "--annotations", str(file)]) == 0
    told = run("merge", "--base", base, "--into", ours, theirs)
    assert (told.status, told.out, told.err) == (0, "", "")
    assert "tags: [base, ours, theirs]" in ours.read_text(encoding="utf-8")
    assert not locations.annotations_file().exists()


def test_what_cannot_be_merged_is_a_conflict_to_git(tmp_path: Path, capsys: Capture) -> None:
    for name, content in (("base", ""), ("ours", "papers: ["), ("theirs", "")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    base, ours, theirs = (str(tmp_path / name) for name in ("base", "ours", "theirs"))
    assert main(["merge", "--base", base, "--into", ours, theirs]) == 1
    assert "ours" in capsys.readouterr().err
    assert (tmp_path / "ours").read_text(encoding="utf-8") == "papers: ["


@pytest.mark.parametrize("option", ["--base", "--into"])
def test_a_base_without_a_target_is_a_mistake(capsys: Capture, option: str) -> None:
    assert main(["merge", option, "x.yaml", "y.yaml"]) == 2
    assert "go together" in capsys.readouterr().err


def test_git_merges_two_branches_by_it(tmp_path: Path, dumps: list[str]) -> None:
    if subprocess.run(["git", "--version"], capture_output=True, check=False).returncode:
        pytest.skip("no git here")
    tool = tmp_path / "paperread"
    mark = f"--annotations mine.yaml {BATS} --dumps '{dumps[1]}'"
    told = shell(
        f"""set -e
        {{ echo '#!/bin/sh'; echo 'exec "{shell_python()}" -m tui_reader "$@"'; }} > '{tool}'
        chmod +x '{tool}'
        mkdir '{tmp_path}/repo' && cd '{tmp_path}/repo' && git init -q -b main .
        git config user.email me@example.org && git config user.name me
        git config merge.paperread.driver '"{tool}" merge --base %O --into %A %B'
        echo '*.yaml merge=paperread' >> .gitattributes
        paperread tag {mark} +base && git add . && git commit -qm base
        git checkout -qb side && paperread tag {mark} +side && git commit -qam side
        git checkout -q main && paperread tag {mark} +main && git commit -qam main
        git merge -q side -m merged && cat mine.yaml"""
    )
    assert told.status == 0, told.err
    assert "tags: [base, main, side]" in told.out


def shell_python() -> str:
    return sys.executable


def test_a_status_that_differs_there_is_told(
    tmp_path: Path, capsys: Capture, dumps: list[str]
) -> None:
    file = other(tmp_path, dumps, ["status", "skipped", BATS])
    assert main(["status", "done", BATS, *dumps]) == 0
    capsys.readouterr()
    assert main(["merge", file, *dumps]) == 0
    told = capsys.readouterr()
    assert told.err == "paperread: 1 paper has another status there; the one further on is kept\n"
