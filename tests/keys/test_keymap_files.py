"""Keymap files: overrides that apply, and where a keymap is looked for."""

from pathlib import Path

import pytest

from tui_reader.commands import COMMANDS
from tui_reader.key_sequences import NOTHING, Match
from tui_reader.keymaps.clashes import clashes
from tui_reader.keymaps.keymap import DEFAULT, Keymap
from tui_reader.keymaps.loading import SHIPPED, check_keymap, load_keymap
from tui_reader.locations import shipped
from tui_reader.yaml_lines import Items, Scalar, read_entries

SAME_AS_ANOTHER = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+left_square_bracket"}
UNSENT = {"shift+enter", "ctrl+enter", "shift+space", "ctrl+space", "alt+b", "alt+f"}

each_shipped = pytest.mark.parametrize("name", SHIPPED)


def written(folder: Path, text: str) -> Keymap:
    """The keymap in a file of that text."""
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return load_keymap(str(path), personal_dir=folder)


def test_none_is_the_registry(tmp_path: Path) -> None:
    assert load_keymap(None, personal_dir=tmp_path) is DEFAULT


def test_every_command_is_in_every_keymap(tmp_path: Path) -> None:
    ids = {row.id for row in COMMANDS}
    assert set(DEFAULT.keys) == ids
    assert set(written(tmp_path, "paper.star: '*'").keys) == ids


def test_a_keymap_is_called_by_its_name_or_its_file(tmp_path: Path) -> None:
    assert written(tmp_path, "").name == "mine.yaml"
    assert load_keymap("vim", personal_dir=tmp_path).name == "vim"


def test_one_key_replaces_the_defaults(tmp_path: Path) -> None:
    keymap = written(tmp_path, "paper.star: '*'\n")
    assert keymap.problems == ()
    assert keymap.keys["paper.star"] == ("asterisk",)
    assert keymap.keys["paper.browse"] == DEFAULT.keys["paper.browse"]


def test_several_keys_are_a_list(tmp_path: Path) -> None:
    keymap = written(tmp_path, "paper.star:\n  - '*'\n  - f6\n  - m m\n")
    assert keymap.problems == ()
    assert keymap.shown_keys("paper.star") == ("*", "F6", "mm")


def test_an_empty_list_unbinds(tmp_path: Path) -> None:
    keymap = written(tmp_path, "paper.star: []\n")
    assert keymap.problems == ()
    assert keymap.keys["paper.star"] == ()
    assert keymap.shown("paper.star") == keymap.short("paper.star") == ""


def test_two_commands_may_swap_their_keys(tmp_path: Path) -> None:
    keymap = written(tmp_path, "hit.next: 'N'\nhit.previous: 'n'\n")
    assert keymap.problems == ()
    assert keymap.sequences("list").feed(NOTHING, "N") == Match("hit.next")


def test_a_freed_key_may_be_taken(tmp_path: Path) -> None:
    keymap = written(tmp_path, "paper.star: n\nhit.next: []\n")
    assert keymap.problems == ()
    assert keymap.keys["paper.star"] == ("n",)


def test_a_key_may_serve_two_commands_whose_scopes_never_meet(tmp_path: Path) -> None:
    assert written(tmp_path, "note.save: [ctrl+p, ctrl+s]\n").problems == ()


def test_a_key_that_is_typed_in_the_search_bar_clashes_with_nothing_there(tmp_path: Path) -> None:
    keymap = written(tmp_path, "app.quit: [Y, delete]\nsearch.clear: ctrl+x\n")
    assert keymap.problems == ()
    assert keymap.short("app.quit", "search") == ""
    assert keymap.short("app.quit", "list") == "Y"


def test_a_file_may_start_from_a_shipped_keymap(tmp_path: Path) -> None:
    keymap = written(tmp_path, "extends: newsboat\npaper.star: '*'\n")
    newsboat = load_keymap("newsboat", personal_dir=tmp_path)
    assert keymap.problems == ()
    assert keymap.keys == {**newsboat.keys, "paper.star": ("asterisk",)}


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "---\n", "{}\n", "~\n", "\ufeff# a mark\n"]
)
def test_a_file_that_says_nothing_changes_nothing(tmp_path: Path, text: str) -> None:
    keymap = written(tmp_path, text)
    assert keymap.problems == ()
    assert keymap.keys == DEFAULT.keys


def test_keys_are_shown_as_one_reads_them() -> None:
    assert DEFAULT.shown("move.top") == "gg, Home"
    assert DEFAULT.shown("unread.next") == "]u"
    assert DEFAULT.short("view.back") == "q"
    assert DEFAULT.short("view.back", "search") == "Esc"
    assert DEFAULT.short("paper.star", "search") == ""


def test_a_name_is_looked_for_in_the_personal_folder_first(tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "vim.yaml").write_text("paper.star: '*'\n")
    keymap = load_keymap("vim", personal_dir=tmp_path)
    assert keymap.name == "vim"
    assert keymap.keys["paper.star"] == ("asterisk",)
    assert keymap.keys["app.quit"] == DEFAULT.keys["app.quit"]


def test_a_path_begins_at_home_where_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mine.yaml").write_text("paper.star: '*'\n")
    keymap = load_keymap("~/mine.yaml", personal_dir=tmp_path / "elsewhere")
    assert keymap.keys["paper.star"] == ("asterisk",)


@each_shipped
def test_a_shipped_keymap_has_no_problems(name: str, tmp_path: Path) -> None:
    keymap = load_keymap(name, personal_dir=tmp_path)
    assert keymap.name == name
    assert keymap.problems == ()
    assert check_keymap(shipped("keymaps") / f"{name}.yaml") == ()


@each_shipped
def test_a_shipped_keymap_reaches_every_command_the_default_reaches(
    name: str, tmp_path: Path
) -> None:
    keymap = load_keymap(name, personal_dir=tmp_path)
    lost = [name for name, keys in keymap.keys.items() if DEFAULT.keys[name] and not keys]
    assert lost == []


@each_shipped
def test_a_shipped_keymap_has_no_clash(name: str, tmp_path: Path) -> None:
    assert list(clashes(load_keymap(name, personal_dir=tmp_path).keys)) == []


@each_shipped
def test_the_keys_of_a_shipped_keymap_reach_the_program_in_every_terminal(
    name: str, tmp_path: Path
) -> None:
    keymap = load_keymap(name, personal_dir=tmp_path)
    pressed = {key for keys in keymap.keys.values() for one in keys for key in one.split()}
    assert pressed.isdisjoint(SAME_AS_ANOTHER | UNSENT)


@each_shipped
def test_in_a_shipped_keymap_one_can_leave_the_search_bar_and_the_program(
    name: str, tmp_path: Path
) -> None:
    keymap = load_keymap(name, personal_dir=tmp_path)
    assert keymap.short("view.back", "search")
    assert keymap.short("app.quit", "search")
    assert keymap.short("note.cancel", "note")


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "default"])
def test_a_shipped_keymap_differs_from_the_default_in_every_line(name: str, tmp_path: Path) -> None:
    keymap = load_keymap(name, personal_dir=tmp_path)
    entries, _ = read_entries(shipped("keymaps") / f"{name}.yaml")
    same = [entry.name for entry in entries if keymap.keys[entry.name] == DEFAULT.keys[entry.name]]
    assert entries
    assert same == []


def test_the_default_file_is_the_registry_row_by_row() -> None:
    entries, _ = read_entries(shipped("keymaps") / "default.yaml")
    rows = [
        (entry.name, tuple(key.text for key in entry.value.values if isinstance(key, Scalar)))
        for entry in entries
        if isinstance(entry.value, Items)
    ]
    assert rows == [(row.id, row.keys) for row in COMMANDS]


def test_the_default_file_says_what_each_command_does() -> None:
    text = (shipped("keymaps") / "default.yaml").read_text(encoding="utf-8")
    assert [row.id for row in COMMANDS if f"# {row.help}" not in text] == []
