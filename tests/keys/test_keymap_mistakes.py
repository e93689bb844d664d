"""Mistakes in keymap files: each is told with its line and costs no more than its entry."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.commands import COMMANDS
from tui_reader.errors import Problem
from tui_reader.keymaps.clashes import clashes, overlay
from tui_reader.keymaps.keymap import DEFAULT, Keymap
from tui_reader.keymaps.loading import check_keymap, load_keymap
from tui_reader.keymaps.overrides import Override


def written(folder: Path, text: str) -> Keymap:
    """The keymap in a file of that text."""
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return load_keymap(str(path), personal_dir=folder)


def only_problem(keymap: Keymap) -> Problem:
    """The one problem there is."""
    (problem,) = keymap.problems
    assert problem.file.endswith("mine.yaml")
    assert problem.reason.isprintable()
    assert not problem.reason.endswith(".")
    return problem


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# one\npaper.str: x\n", 2, "did you mean paper.star?"),
        ("pane.next: tab\n\nzzz: x\n", 3, "unknown command 'zzz'"),
        ("paper.star: shift+n\n", 1, "write N"),
        ("paper.star: pagedwn\n", 1, "did you mean pagedown"),
        ("paper.star: C-s\n", 1, "write ctrl+s"),
        ("paper.star: ''\n", 1, "write [] for no key"),
        ("paper.star: g notakey\n", 1, "unknown key 'notakey'"),
        ("paper.star: 1\n", 1, "reads '1' as a number, quote it: '1'"),
        ("paper.star: 1:30\n", 1, "as a number"),
        ("paper.star: f6\npaper.browse: yes\n", 2, "reads 'yes' as a truth value, quote it"),
        ("paper.star: 2024-01-02\n", 1, "as a date"),
        ("paper.star: ~\n", 1, "reads '~' as nothing, quote it"),
        ("paper.star: #\n", 1, "reads nothing here"),
        ("paper.star:\n", 1, "reads nothing here"),
        ("paper.star: !\n", 1, "reads '!' as a tag"),
        ("paper.star: >\n", 1, "reads '>' as nothing"),
        ("paper.star: [f6, 7]\n", 1, "reads '7' as a number"),
        ("paper.star:\n  - f6\n  - no\n", 3, "as a truth value"),
        ("paper.star: {key: x}\n", 1, "a key or a list of keys is expected"),
        ("paper.star: [?]\n", 1, "a key is expected; quote"),
        ("paper.star: [[x]]\n", 1, "a key is expected"),
        (f"paper.star: {['v'] * 21}\n", 1, "more than 20 keys"),
        ("paper.star: v\n\npaper.star: C\n", 3, "is also on line 1"),
        ("[a]: x\n", 1, "a name is expected"),
        ("extends: vi\npaper.star: v\n", 1, "one of default, vim, emacs, newsboat"),
        ("extends: [vim]\n", 1, "one of default"),
        ("note.save: S\n", 1, "'S' writes text there"),
        ("note.cancel: enter\n", 1, "writes text there"),
        ("search.to-list: space\n", 1, "writes text there"),
        ("search.to-list: 'z z'\n", 1, "writes text there"),
        ("view.back: []\n\napp.quit: []\n", 3, "neither app.quit nor view.back"),
        (
            "move.down: v\nmove.up: C\npaper.star: v\n",
            3,
            "'v' is the key of move.down too (line 1)",
        ),
        ("paper.star: n\n", 1, "'n' is the key of hit.next too (its key without this file)"),
        ("paper.star: z\n", 1, "'z' is the beginning of 'z=' of search.correct"),
        ("paper.star: s x\npaper.browse: s\n", 2, "'s' is the beginning of 'sx' of paper.star"),
        ("paper.star: s\npaper.browse: s x\n", 2, "'sx' begins with 's' of paper.star (line 1)"),
        ("paper.star: j x\n", 1, "'jx' begins with 'j' of move.down"),
        ("paper.star: [v, v v]\n", 1, "'v' is also the beginning of 'vv'"),
        ("library.reload: ctrl+s\nsearch.to-list: [ctrl+s]\n", 2, "of library.reload too"),
    ],
)
def test_a_mistake_in_an_entry_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    problem = only_problem(written(tmp_path, text))
    assert problem.line == line
    assert said in problem.reason


@pytest.mark.parametrize(
    "entry",
    [
        "paper.star: 1",
        "paper.star: n",
        "paper.star: shift+n",
        "paper.star: [v, v v]",
        "paper.str: v",
    ],
)
def test_a_wrong_entry_keeps_its_default_and_the_others_apply(tmp_path: Path, entry: str) -> None:
    keymap = written(tmp_path, f"paper.browse: f6\n{entry}\nnote.edit: f7\n")
    assert keymap.keys == {**DEFAULT.keys, "paper.browse": ("f6",), "note.edit": ("f7",)}


def test_of_two_lines_that_clash_the_first_stands(tmp_path: Path) -> None:
    keymap = written(tmp_path, "paper.star: v\npaper.browse: v\n")
    assert keymap.keys["paper.star"] == ("v",)
    assert keymap.keys["paper.browse"] == DEFAULT.keys["paper.browse"]


def test_a_command_named_twice_keeps_its_default(tmp_path: Path) -> None:
    keymap = written(tmp_path, "paper.star: v\npaper.star: C\n")
    assert keymap.keys == DEFAULT.keys


def test_falling_back_may_take_along_what_counted_on_the_freed_key(tmp_path: Path) -> None:
    keymap = written(tmp_path, "paper.star: n\nhit.next: 7\n")
    assert [problem.line for problem in keymap.problems] == [1, 2]
    assert keymap.keys == DEFAULT.keys


def test_quitting_stays_possible_though_its_keys_were_given_away(tmp_path: Path) -> None:
    keymap = written(tmp_path, "app.quit: []\nview.back: []\nnote.edit: q\npaper.star: v\n")
    assert [problem.line for problem in keymap.problems] == [2, 3]
    assert keymap.keys == {**DEFAULT.keys, "paper.star": ("v",)}


def test_one_of_back_and_quit_may_go(tmp_path: Path) -> None:
    assert written(tmp_path, "app.quit: []\n").problems == ()
    assert written(tmp_path, "view.back: []\n").problems == ()


def test_a_wrong_start_leaves_the_default(tmp_path: Path) -> None:
    keymap = written(tmp_path, "extends: nonesuch\npaper.star: v\n")
    assert keymap.keys == {**DEFAULT.keys, "paper.star": ("v",)}


def test_an_entry_falls_back_to_the_keymap_the_file_starts_from(tmp_path: Path) -> None:
    keymap = written(tmp_path, "extends: newsboat\nunread.next: 1\n")
    assert only_problem(keymap).line == 2
    assert keymap.shown_keys("unread.next") == ("n", "]u")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("paper.star: v\napp.help: ?\n", 2, "quotes"),
        ("app.palette: :\n", 1, "quotes"),
        ("paper.star: *\n", 1, "quotes"),
        ("paper.star: @\n", 1, "not YAML"),
        ("paper.star: [\n", 1, "not YAML"),
        ("paper.star: 'v\n", 1, "not YAML"),
        ("paper.star: v\n\tnote.edit: x\n", 2, "not YAML"),
        ("<<<<<<< HEAD\npaper.star: m\n=======\n", 2, "not YAML"),
        ("paper.star: v\n\x07\n", 2, "a control character"),
        ("- paper.star\n", 1, "`name: value`"),
        ("paper.star\n", 1, "`name: value`"),
        ("a: &x m\nb: *x\n", 1, "aliases"),
        ("a: *x\n", 1, "aliases"),
        ("a: m\n---\nb: m\n", 2, "a second document"),
        ("a: " + "[" * 3000, 1, "levels"),
    ],
)
def test_a_file_that_is_no_keymap_is_told_and_changes_nothing(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    keymap = written(tmp_path, text)
    problem = only_problem(keymap)
    assert problem.line == line
    assert said in problem.reason
    assert keymap.keys == DEFAULT.keys


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"paper.star: v\nnote.edit: \xff\n")
    (problem,) = check_keymap(path)
    assert problem.line == 2


@pytest.mark.parametrize("name", ["absent.yaml", "./absent", "folder.yaml", "pipe.yaml", "a\0b/c"])
def test_what_cannot_be_read_is_told_and_the_default_holds(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    keymap = load_keymap(f"{tmp_path}/{name}", personal_dir=tmp_path)
    (problem,) = keymap.problems
    assert problem.line == 0
    assert keymap.keys == DEFAULT.keys


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (problem,) = written(tmp_path, "#" * 1_000_001).problems
    assert "1 MB" in problem.reason


def test_a_file_of_too_many_values_is_not_read_to_its_end(tmp_path: Path) -> None:
    (problem,) = written(tmp_path, "[" + "x," * 60_000 + "]").problems
    assert "50000 values" in problem.reason


@pytest.mark.parametrize(
    ("name", "said"),
    [("vmi", "did you mean vim?"), ("qqqqq", "there are default, emacs, newsboat, vim")],
)
def test_an_unknown_name_is_answered_with_the_nearest(tmp_path: Path, name: str, said: str) -> None:
    keymap = load_keymap(name, personal_dir=tmp_path)
    (problem,) = keymap.problems
    assert said in problem.reason
    assert keymap.keys == DEFAULT.keys


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000, "\x1b[31m", "~nosuchuser/x.yaml", "."])
def test_no_name_is_odd_enough_to_raise(tmp_path: Path, name: str) -> None:
    keymap = load_keymap(name, personal_dir=tmp_path)
    assert len(keymap.problems) == 1
    assert str(keymap.problems[0]).isprintable()
    assert keymap.keys == DEFAULT.keys


def test_check_tells_every_mistake_in_the_order_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("paper.star: n\npaper.str: x\nnote.edit: 1\nmove.up: F99\nmove.up: k\n")
    assert [problem.line for problem in check_keymap(path)] == [1, 2, 3, 5]


sequences = st.lists(
    st.lists(st.sampled_from("abjnqsz"), min_size=1, max_size=2).map(" ".join),
    max_size=3,
).map(tuple)
files = st.dictionaries(st.sampled_from([row.id for row in COMMANDS]), sequences, max_size=8)


@given(files)
@settings(deadline=None)
def test_whatever_a_file_says_no_key_is_wanted_twice_and_one_can_leave(
    file: dict[str, tuple[str, ...]],
) -> None:
    overrides = tuple(
        Override(name, keys, line) for line, (name, keys) in enumerate(file.items(), 1)
    )
    keys, problems = overlay("mine.yaml", DEFAULT.keys, overrides)
    assert list(clashes(keys)) == []
    assert keys["view.back"] or keys["app.quit"]
    fallen = [override for override in overrides if keys[override.command] != override.keys]
    assert len(fallen) <= len(problems) + 1
    assert all(keys[override.command] == DEFAULT.keys[override.command] for override in fallen)


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
@settings(deadline=None)
def test_no_file_raises(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(content)
    keymap = load_keymap(str(path), personal_dir=path.parent)
    assert all(str(problem).isprintable() for problem in keymap.problems)
    assert list(clashes(keymap.keys)) == []
