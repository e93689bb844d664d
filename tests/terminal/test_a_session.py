"""A reader at the keyboard: browse, star, note, leave, and find it all again."""

from datetime import date
from pathlib import Path

import pytest

from tests.terminal.pseudo_terminal import PseudoTerminal, home_of
from tests.terminal.reader import (
    KAN,
    READY,
    SAMPLES,
    kept,
    needs_terminals,
    opened,
    reading,
    starred,
)
from tui_reader.keymaps.loading import SHIPPED

pytestmark = needs_terminals


def test_without_dumps_the_samples_are_shown_and_named_as_such(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.wait_for("KAN: Kolmogorov", "These are the bundled samples")
        terminal.press("q")
        assert terminal.ended() == 0


def test_a_star_and_a_note_are_in_the_file_after_leaving(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.press("j")
        terminal.wait_for("2 / 71")
        starred(terminal)
        terminal.press("e")
        terminal.wait_for("Save", "Cancel")
        terminal.press("scan, not attention")
        terminal.wait_for("scan, not attention")
        terminal.press("\x13")
        terminal.wait_for("✎")
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.is_restored
    annotation = kept(tmp_path)["arxiv:2312.00752"]
    assert (annotation["starred"], annotation["note"].strip()) == (
        date.today(),
        "scan, not attention",
    )


def test_an_acknowledged_star_outlives_kill_9(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        starred(terminal)
        terminal.process.kill()
        terminal.ended()
    with reading(tmp_path) as terminal:
        terminal.wait_for("★ starred")
        terminal.press("Q")
        assert terminal.ended() == 0
    assert kept(tmp_path)[KAN]["starred"] == date.today()


def test_a_search_lists_what_answers_and_escape_lists_all_again(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.press("/")
        terminal.wait_for("To the list")
        terminal.press("protein\r")
        terminal.wait_for("AlphaFold", " of 71")
        terminal.press("\x1b")
        terminal.wait_for(READY.removeprefix("1"), "KAN: Kolmogorov")
        terminal.press("Q")
        assert terminal.ended() == 0


def test_the_place_in_the_list_is_found_again(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.press("5j")
        terminal.wait_for("6 / 71")
        terminal.press("Q")
        assert terminal.ended() == 0
    with opened(tmp_path, SAMPLES) as terminal:
        terminal.wait_for("6 / 71")
        terminal.press("Q")
        assert terminal.ended() == 0


@pytest.mark.parametrize("name", SHIPPED)
def test_each_keymap_starts_and_its_quit_works(tmp_path: Path, name: str) -> None:
    quit_keys = "\x18\x03" if name == "emacs" else "Q"
    with reading(tmp_path, "--keymap", name) as terminal:
        assert "problem" not in terminal.lines[-2]
        terminal.press(quit_keys)
        assert terminal.ended() == 0
        assert terminal.is_restored


def test_a_piped_page_is_read_and_the_keys_come_from_the_terminal(tmp_path: Path) -> None:
    page = SAMPLES / "daily-compact.txt"
    with (
        page.open("rb") as piped,
        PseudoTerminal(["-"], home_of(tmp_path), stdin=piped) as terminal,
    ):
        terminal.wait_for("1 / 10")
        terminal.press("jj")
        terminal.wait_for("3 / 10")
        starred(terminal)
        terminal.press("Q")
        assert terminal.ended() == 0
    assert len(kept(tmp_path)) == 1


def test_without_colour_cursor_and_marks_are_seen(tmp_path: Path) -> None:
    with reading(tmp_path, NO_COLOR="1") as terminal:
        starred(terminal)
        terminal.wait_until(lambda: terminal.lines[1].startswith("▌★"), "bar and star")
        terminal.press("j")
        terminal.wait_until(lambda: terminal.lines[2].startswith("▌"), "the bar below")
        assert terminal.lines[1].startswith(" ★")
        terminal.press("Q")
        assert terminal.ended() == 0


def test_what_could_not_be_read_is_counted_and_listed(tmp_path: Path) -> None:
    good = SAMPLES / "daily-compact.txt"
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4")
    with opened(tmp_path, good, tmp_path / "bad.pdf", tmp_path / "gone.txt") as terminal:
        terminal.wait_for("1 / 10", "2 problems")
        terminal.press("!")
        terminal.wait_for("bad.pdf", "gone.txt")
        terminal.press("Q")
        assert terminal.ended() == 0


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with opened(tmp_path, tmp_path / "none") as terminal:
        terminal.wait_for("There are no papers in these dumps")
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.parametrize(
    ("arguments", "env", "said"),
    [
        (["nosuchfile"], {}, "there is no file or folder 'nosuchfile'"),
        (["/dev/zero"], {}, "is not a regular file"),
        ([], {"TERM": "dumb"}, "this terminal (TERM=dumb) cannot show it"),
        ([], {"TERM": ""}, "cannot show it"),
        (["-"], {}, "that is the terminal"),
    ],
)
def test_what_cannot_be_opened_is_one_line_and_status_2(
    tmp_path: Path, arguments: list[str], env: dict[str, str], said: str
) -> None:
    with opened(tmp_path, *arguments, **env) as terminal:
        assert terminal.ended() == 2
        text = terminal.output.decode().replace("\r\n", "\n")
        assert text.startswith("paperread: ")
        assert said in text
        assert text.count("\n") == 1
        assert "\x1b" not in text


def test_input_that_is_no_terminal_is_one_line_and_status_2(tmp_path: Path) -> None:
    with (
        Path("/dev/null").open("rb") as nothing,
        PseudoTerminal([], home_of(tmp_path), stdin=nothing) as terminal,
    ):
        assert terminal.ended() == 2
        assert b"standard input is not a terminal" in terminal.output


def test_a_locale_without_unicode_still_draws(tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    with reading(tmp_path, **plain) as terminal:
        starred(terminal)
        assert "\\u" not in terminal.text
        assert "─" in terminal.text
        terminal.press("Q")
        assert terminal.ended() == 0
