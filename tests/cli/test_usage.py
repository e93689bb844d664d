"""Help, version and mistakes on the command line: one clear line and status 2."""

import re

import pytest

from tui_reader import __version__
from tui_reader.cli import main
from tui_reader.cli.parsers import PARSERS
from tui_reader.cli.verbs import VERBS

Capture = pytest.CaptureFixture[str]


def test_version_is_printed(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr() == (f"paperread {__version__}\n", "")


def test_help_has_examples_and_every_verb(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "examples:" in said.out
    for verb in VERBS:
        assert re.search(rf"^  {verb}\b", said.out, re.MULTILINE)


def test_every_verb_has_a_parser_and_no_other() -> None:
    assert {name.split()[0] for name in PARSERS} == set(VERBS)


@pytest.mark.parametrize("verb", PARSERS)
def test_every_verb_has_help_and_takes_dumps_and_annotations(capsys: Capture, verb: str) -> None:
    assert main([*verb.split(), "--help"]) == 0
    out = capsys.readouterr().out
    assert f"paperread {verb}" in out
    assert "--dumps PATH" in out
    assert "--annotations FILE" in out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--nonsense"], "--nonsense"),
        (["search", "--nonsense"], "--nonsense"),
        (["search", "--limit", "many"], "many"),
        (["search", "--limit", "-5"], "'-5'"),
        (["search", "--limit"], "--limit"),
        (["search", "--sort", "colour"], "colour"),
        (["search", "--sort", "-date"], "'-date'"),
        (["search", "--format", "xml"], "xml"),
        (["search", "--lim", "3"], "--lim"),
        (["show"], "ID"),
        (["show", "a", "b"], "b"),
        (["add"], "FILE"),
        (["add", "--name", "x", "a", "b"], "--name"),
        (["keymap"], "check"),
        (["keymap", "test", "x.yaml"], "test"),
        (["keymap", "check"], "FILE"),
        (["index", "extra"], "extra"),
        (["doctor", "extra"], "extra"),
        (["star"], "ID"),
        (["status", "fine", "x"], "fine"),
        (["status", "done"], "ID"),
        (["list", "sort"], "sort"),
        (["list", "add", "train"], "ID"),
        (["list", "move", "train", "x", "left"], "left"),
        (["list", "move", "train", "x", "0"], "'0'"),
        (["list", "rename", "train"], "NEW"),
        (["saved", "save", "x"], "QUERY"),
        (["undo", "all"], "all"),
        (["history", "--limit", "-1"], "'-1'"),
        (["import", "x.bib", "--status", "fine"], "fine"),
        (["merge"], "FILE"),
        (["serach", "owls"], "serach"),
        (["--dumps", "nowhere"], "nowhere"),
        (["search", "--bad\x1b[31m\noption"], "option"),
    ],
)
def test_a_mistake_is_named_on_one_line_with_status_2(
    capsys: Capture, arguments: list[str], named: str
) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("paperread: ")
    assert named in line
    assert not {"\x1b", "\0"} & set(line)
    assert "\\x00" not in line
