"""The settings file: what it says applies, what it gets wrong is told with its line."""

import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tui_reader.errors import Problem
from tui_reader.settings import DEFAULTS, Settings, load_settings


def loaded(folder: Path, text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """What a settings file of that text says."""
    path = folder / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


@pytest.mark.parametrize("name", ["settings.yaml", "no/such/folder/settings.yaml"])
def test_without_a_file_the_defaults_hold_and_nothing_is_wrong(tmp_path: Path, name: str) -> None:
    assert load_settings(tmp_path / name) == (DEFAULTS, ())


@pytest.mark.parametrize("text", ["", "# theme: nord\n", "{}\n"])
def test_an_empty_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    assert loaded(tmp_path, text) == (DEFAULTS, ())


def test_everything_can_be_set(tmp_path: Path) -> None:
    text = (
        "dumps: [daily, /srv/papers.jsonl]\nannotations: notes.yaml\nkeymap: vim\n"
        "theme: nord\nmouse: no\nascii: true\nread_after: 5\n"
    )
    assert loaded(tmp_path, text) == (
        Settings(
            dumps=(tmp_path / "daily", Path("/srv/papers.jsonl")),
            annotations=tmp_path / "notes.yaml",
            keymap="vim",
            theme="nord",
            mouse=False,
            ascii=True,
            read_after=5.0,
        ),
        (),
    )


def test_one_dump_needs_no_list(tmp_path: Path) -> None:
    assert loaded(tmp_path, "dumps: daily\n")[0].dumps == (tmp_path / "daily",)


def test_a_path_may_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    settings, _ = loaded(tmp_path, "dumps: ~/papers\nannotations: ~/notes.yaml\n")
    assert settings.dumps == (Path("/home/reader/papers"),)
    assert settings.annotations == Path("/home/reader/notes.yaml")


def test_a_keymap_is_a_name_or_a_file_beside_the_settings(tmp_path: Path) -> None:
    assert loaded(tmp_path, "keymap: mine\n")[0].keymap == "mine"
    assert loaded(tmp_path, "keymap: mine.yaml\n")[0].keymap == str(tmp_path / "mine.yaml")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("mouse: true\nthem: nord\n", 2, "did you mean theme?"),
        ("zzzzz: 1\n", 1, "there are dumps, annotations, keymap"),
        ("no: 1\n", 1, "unknown setting 'no'"),
        ("theme: 1\n", 1, "reads '1' as a number, quote it"),
        ("theme:\n", 1, "there is nothing"),
        ("theme: [nord]\n", 1, "a name is expected"),
        ("theme: ' '\n", 1, "this is empty"),
        ("keymap: off\n", 1, "as a truth value, quote it"),
        ("annotations: 2024-01-02\n", 1, "a path is expected"),
        ("annotations: [a, b]\n", 1, "a path is expected"),
        ("annotations: ~nosuchuser/notes.yaml\n", 1, "no home folder"),
        ("dumps:\n  - daily\n  - 7\n", 3, "quote it"),
        ("dumps: {a: b}\n", 1, "a path is expected"),
        ("mouse: maybe\n", 1, "true or false is expected, not 'maybe'"),
        ("mouse: 'yes'\n", 1, "true or false is expected"),
        ("ascii: 1\n", 1, "true or false is expected"),
        ("ascii: []\n", 1, "true or false is expected"),
        ("read_after: soon\n", 1, "from 0.1 to 60"),
        ("read_after: '2'\n", 1, "from 0.1 to 60"),
        ("read_after: 0\n", 1, "not '0'"),
        ("read_after: 60.5\n", 1, "not '60.5'"),
        ("read_after: -1\n", 1, "from 0.1 to 60"),
        ("read_after: .nan\n", 1, "from 0.1 to 60"),
        ("read_after: .inf\n", 1, "from 0.1 to 60"),
        ("read_after: 1:30\n", 1, "not '1:30'"),
        ("theme: nord\ntheme: dracula\n", 2, "is also on line 1"),
        ("theme: &a nord\nkeymap: *a\n", 1, "aliases"),
        ("theme: [nord\n", 1, "not YAML"),
        ("nord\n", 1, "`name: value`"),
        ("a: b\n? [x]\n: y\n", 1, "unknown setting"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_default_holds(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    settings, problems = loaded(tmp_path, text)
    assert problems[0].line == line
    assert said in problems[0].reason
    assert problems[0].reason.isprintable()
    assert replace(settings, mouse=True) == DEFAULTS


def test_a_mistake_costs_only_its_own_entry(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, "read_after: soon\ntheme: nord\nmouse: 3\nascii: on\n")
    assert settings == Settings(theme="nord", ascii=True)
    assert [problem.line for problem in problems] == [1, 3]


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "large"])
def test_what_cannot_be_read_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "settings.yaml"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    else:
        path.write_bytes(b"#" * 1_000_001)
    settings, (problem,) = load_settings(path)
    assert settings == DEFAULTS
    assert problem.line == 0
    assert "settings.yaml" in problem.file


def test_the_file_is_only_read(tmp_path: Path) -> None:
    text = "theme: nord   # mine\nmistake: 1\n"
    loaded(tmp_path, text)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.yaml"]
    assert (tmp_path / "settings.yaml").read_text() == text


def test_every_field_can_be_set_by_its_name(tmp_path: Path) -> None:
    for field in fields(Settings):
        _, problems = loaded(tmp_path, f"{field.name}: {{}}\n")
        assert problems[0].reason.startswith(f"{field.name}: ")
