"""Shells complete verbs, options, files and names, and never run what a name says."""

import shutil
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from tests.cli.program import PATIENCE, Ended, run, shell, zoo
from tui_reader.cli import main
from tui_reader.cli.completing.grammar import shapes
from tui_reader.cli.parsers import PARSERS

Capture = pytest.CaptureFixture[str]
HOSTILE = ("$(touch pwned)", "`touch pwned`", "; touch pwned", "it's a:b", "*", "-x", "ü α")
SHELLS = ("bash", "zsh", "fish")

# Completes the words that are given, as readline would, and evaluates each reply as a word.
COMPLETE = r"""
eval "$(paperread completion bash)"
COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
_paperread paperread
for reply in "${COMPREPLY[@]}"; do eval "printf '%s\n' $reply"; done
"""


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    dumps = ["--dumps", str(zoo(tmp_path))]
    for name in ("to read", "train", *HOSTILE):
        assert main(["list", "add", *dumps, "--", name, "2401.00001"]) == 0
    assert main(["tag", "2401.00001", "+to cite", "+rag", "+$(touch pwned)", *dumps]) == 0
    assert main(["saved", "save", "birds and such", "owls"]) == 0


def in_bash(line: str, *words: str) -> list[str]:
    """What bash offers for a line that it parted into these words."""
    ended = shell(f"set -- {' '.join(map(quote, (line, *words)))}\n{COMPLETE}")
    assert ended.err == ""
    return ended.out.splitlines()


def in_fish(line: str, folder: Path) -> list[str]:
    """What fish offers for a line."""
    if not shutil.which("fish"):
        pytest.skip("no fish here")
    (folder / "c.fish").write_text(run("completion", "fish").out, encoding="utf-8")
    program = folder / "bin" / "paperread"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {quote(shell_python())} -m tui_reader "$@"\n')
    program.chmod(0o755)
    given = f"set -x PATH {quote(str(program.parent))} $PATH; source c.fish; complete -C $argv[1]"
    done = subprocess.run(
        ["fish", "--no-config", "-c", given, line],
        cwd=folder,
        capture_output=True,
        timeout=PATIENCE,
        check=True,
        text=True,
    )
    return [each.split("\t")[0] for each in done.stdout.splitlines()]


def shell_python() -> str:
    return sys.executable


@pytest.mark.parametrize("name", SHELLS)
def test_the_script_is_one_that_its_shell_understands(tmp_path: Path, name: str) -> None:
    if not shutil.which(name):
        pytest.skip(f"no {name} here")
    script = tmp_path / "script"
    script.write_text(run("completion", name).out, encoding="utf-8")
    told = subprocess.run([name, "-n", str(script)], capture_output=True, check=False)
    assert (told.returncode, told.stderr) == (0, b"")


@pytest.mark.parametrize("name", SHELLS)
def test_the_script_knows_every_verb_and_option(name: str) -> None:
    script = run("completion", name).out
    for shape in shapes():
        assert " ".join(shape.words) in script
        for option in shape.options:
            for each in option.names:
                assert (each if name != "fish" else f" {each.lstrip('-')} ") in script


def test_every_verb_of_the_parsers_has_its_shape() -> None:
    named = {" ".join(shape.words) for shape in shapes()}
    assert named == {"", *PARSERS} - {"completion names"}


def test_words_to_choose_from_are_single_words() -> None:
    words = [
        word
        for shape in shapes()
        for taken in (*shape.places, *(option.taken for option in shape.options))
        for word in (*taken.words, taken.kind)
    ]
    assert len(words) > 50
    assert all(word.replace("-", "").isalnum() for word in words)


@pytest.mark.parametrize(
    ("line", "words", "offered"),
    [
        ("paperread lis", ["paperread", "lis"], ["list"]),
        ("paperread list mo", ["paperread", "list", "mo"], ["move"]),
        ("paperread search --so", ["paperread", "search", "--so"], ["--sort"]),
        ("paperread search --format js", ["paperread", "search", "--format", "js"],
         ["json", "jsonl"]),
        ("paperread status to", ["paperread", "status", "to"], ["to-read"]),
        ("paperread import --list tra", ["paperread", "import", "--list", "tra"], ["train"]),
        ("paperread saved show b", ["paperread", "saved", "show", "b"], ["birds and such"]),
        ("paperread list add to", ["paperread", "list", "add", "to"], ["to read"]),
        ("paperread list add to\\ r", ["paperread", "list", "add", "to\\ r"], ["to read"]),
        ("paperread tag arxiv:1 ", ["paperread", "tag", "arxiv", ":", "1", ""],
         ["+$(touch pwned)", "+rag", "+to cite"]),
        ("paperread tag arxiv:1 +to", ["paperread", "tag", "arxiv", ":", "1", "+to"],
         ["+to cite"]),
        ("paperread tag arxiv:1 -r", ["paperread", "tag", "arxiv", ":", "1", "-r"], ["-rag"]),
        ("paperread list move train arxiv:1 b",
         ["paperread", "list", "move", "train", "arxiv", ":", "1", "b"], ["bottom"]),
        ("paperread list show it\\'s\\ a:", ["paperread", "list", "show", "it\\'s\\ a", ":"],
         ["b"]),
        ("paperread completion z", ["paperread", "completion", "z"], ["zsh"]),
        ("paperread star x", ["paperread", "star", "x"], []),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("names")
def test_bash_offers_what_fits(line: str, words: list[str], offered: list[str]) -> None:
    assert sorted(in_bash(line, *words)) == offered


@pytest.mark.usefixtures("names")
def test_in_bash_a_name_is_a_word_and_is_never_run(tmp_path: Path) -> None:
    offered = in_bash("paperread list show ", "paperread", "list", "show", "")
    assert sorted(offered) == sorted(["to read", "train", *HOSTILE])
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(("start", "sign"), [('"', '"'), ("'", "'")])
@pytest.mark.usefixtures("names")
def test_in_bash_within_quotes_only_what_means_itself_there_is_offered(
    start: str, sign: str
) -> None:
    script = COMPLETE.replace("eval \"printf '%s\\n' $reply\"", "printf '%s\\n' \"$reply\"")
    line = f"paperread list show {start}"
    given = " ".join(map(quote, (line, "paperread", "list", "show", start)))
    offered = shell(f"set -- {given}\n{script}").out.splitlines()
    assert "to read" in offered
    assert not any(sign in name or (sign == '"' and "$" in name) for name in offered)


@pytest.mark.usefixtures("names")
def test_fish_offers_what_fits(tmp_path: Path) -> None:
    assert in_fish("paperread lis", tmp_path) == ["list"]
    assert in_fish("paperread list add t", tmp_path) == ["to read", "train"]
    assert in_fish("paperread tag x +r", tmp_path) == ["+rag"]
    assert in_fish("paperread tag x -r", tmp_path) == ["-rag"]
    assert in_fish("paperread search --format js", tmp_path) == ["json", "jsonl"]
    assert "$(touch pwned)" in in_fish("paperread list show ", tmp_path)
    assert not (tmp_path / "pwned").exists()


def test_where_nothing_is_kept_no_name_is_offered(capsys: Capture) -> None:
    for kind in ("tags", "lists", "searches"):
        assert main(["completion", "names", kind]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("content", ["papers: [", "\0", "- 1\n"])
def test_a_damaged_file_offers_nothing_and_says_nothing(tmp_path: Path, content: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(content, encoding="utf-8")
    assert run("completion", "names", "lists", "--annotations", file) == Ended(0, "", "")


@pytest.mark.parametrize("words", [[], ["powershell"], ["names"], ["names", "papers"]])
def test_another_shell_or_kind_is_a_mistake(capsys: Capture, words: list[str]) -> None:
    assert main(["completion", *words]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
