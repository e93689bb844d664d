"""`paperread keymap check` lists mistakes; `paperread doctor` tells what helpers need to know."""

import os
import re
from pathlib import Path

import pytest

from tests.cli.program import dump, zoo
from tui_reader import __version__, locations
from tui_reader.cli import doctor, main
from tui_reader.keymaps.loading import SHIPPED

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_keymaps_are_fine(capsys: Capture, name: str) -> None:
    file = locations.shipped("keymaps") / f"{name}.yaml"
    assert main(["keymap", "check", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: fine\n"


def test_every_mistake_is_a_line_with_its_place(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("paper.str: [x]\nnote.edit: ['nokey']\nmove.down: [1]\n")
    assert main(["keymap", "check", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[-2 if "mine.yaml" not in line else 1] for line in lines] == [
        "1",
        "2",
        "3",
    ]
    assert "paper.star" in lines[0]


def test_a_keymap_that_is_not_there_is_status_2(capsys: Capture) -> None:
    assert main(["keymap", "check", "/nowhere/mine.yaml"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_keymap_that_is_a_pipe_is_a_problem_and_no_hang(tmp_path: Path, capsys: Capture) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert main(["keymap", "check", str(tmp_path / "pipe.yaml")]) == 1
    assert "pipe.yaml" in capsys.readouterr().out


def test_doctor_tells_versions_paths_index_and_terminal(tmp_path: Path, capsys: Capture) -> None:
    assert main(["doctor", "--dumps", str(zoo(tmp_path))]) == 0
    out = capsys.readouterr().out
    for part in (
        f"paperread  {__version__}", "textual ", "whoosh", "rapidfuzz ",
        str(locations.settings_file()), str(locations.annotations_file()), "zoo.jsonl (named)",
        "papers     3", "to be built", "TERM=", "problems   none",
    ):  # fmt: skip
        assert part in out


def test_doctor_sees_the_index(tmp_path: Path, capsys: Capture) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    assert main(["index", *dumps]) == 0
    assert main(["doctor", *dumps]) == 0
    assert "up to date" in capsys.readouterr().out


def test_doctor_names_what_is_installed_in_the_place_of_whoosh(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    installed = {"whoosh": ["whoosh3", "whoosh3"], "yaml": ["PyYAML"]}
    monkeypatch.setattr(doctor, "packages_distributions", lambda: installed)
    monkeypatch.setattr(doctor, "version", {"whoosh3": "3.54.0", "PyYAML": "6"}.__getitem__)
    main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:7] == [
        "textual    of no known version",
        "whoosh3    3.54.0",
        "numpy      of no known version",
        "rapidfuzz  of no known version",
        "pyyaml     6",
    ]


def test_doctor_tells_how_the_last_run_that_searched_kept_posting_lists(
    tmp_path: Path, capsys: Capture
) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    assert main(["doctor", *dumps]) == 0
    assert "cache      nothing searched yet" in capsys.readouterr().out
    assert main(["search", *dumps, "owls"]) == 0
    assert main(["doctor", *dumps]) == 0
    assert main(["doctor", *dumps]) == 0
    out = capsys.readouterr().out
    said = re.findall(r"cache      0\.0 of 32\.0 MB, \d+ % of \d+ posting lists were there", out)
    assert len(said) == 2


def test_doctor_counts_problems_and_ends_with_1(tmp_path: Path, capsys: Capture) -> None:
    file = dump(tmp_path, "some.jsonl", "{broken", {"title": "Owls"})
    locations.config_dir().mkdir(parents=True)
    locations.settings_file().write_text("colour: red\n")
    assert main(["doctor", "--dumps", str(file)]) == 1
    out = capsys.readouterr().out
    assert "problems   2" in out
    assert "some.jsonl:1:" in out
    assert "settings.yaml:1:" in out


def test_doctor_prints_no_control_characters_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("TERM", "x\x1b]0;owned\x07")
    assert main(["doctor"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_doctor_names_what_was_noted_of_crashes(tmp_path: Path, capsys: Capture) -> None:
    folder = locations.state_dir()
    folder.mkdir(parents=True)
    (folder / "crash-20260102T030405.log").write_text("ValueError", encoding="utf-8")
    main(["doctor", "--dumps", str(zoo(tmp_path))])
    assert "crash-20260102T030405.log" in capsys.readouterr().out
