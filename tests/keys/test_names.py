"""Names of keys: those the screen reports, however they are written."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import keys as textual_keys
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual.keys import Keys

from tui_reader.keys import (
    KeyNameError,
    character_name,
    key_character,
    parse_key,
    parse_sequence,
    shown_key,
    shown_sequence,
)

MARKS = [mark for mark in string.punctuation if not mark.isalnum()]
NAMED = sorted({key.value for key in Keys} - {"<any>", "<scroll-up>", "<scroll-down>", "<ignore>"})
# What no key sends: `return` is enter, ctrl-at and ctrl+@ are Ctrl+Space.
OTHERWISE = {"return": "enter", "ctrl-at": "", "ctrl+@": "ctrl+space"}

printable = st.characters(exclude_categories=("C", "Z"), codec="utf-8")


@given(printable)
@settings(deadline=None)
def test_a_character_has_the_name_textual_gives_it(character: str) -> None:
    assert character_name(character) == textual_keys._character_to_key(character)


@pytest.mark.parametrize("name", [name for name in NAMED if name not in OTHERWISE])
def test_every_key_name_of_textual_is_written_as_it_is(name: str) -> None:
    assert parse_key(name) == name


@pytest.mark.parametrize(("name", "meant"), [pair for pair in OTHERWISE.items() if pair[1]])
def test_names_nothing_sends_mean_the_key_that_is_sent(name: str, meant: str) -> None:
    assert parse_key(name) == meant


def test_keys_of_the_newer_protocol_are_written_as_they_are() -> None:
    named = {"menu", "pause", "print_screen", *(f"f{number}" for number in range(1, 36))}
    assert named <= set(FUNCTIONAL_KEYS.values())
    assert {parse_key(name) for name in named} == named


def test_every_key_a_terminal_can_send_by_a_known_sequence_can_be_written() -> None:
    sent = {
        str(key.value)
        for keys in ANSI_SEQUENCES_KEYS.values()
        if isinstance(keys, tuple)
        for key in keys
    }
    written = {name for name in sent if not name.startswith("<")}
    assert {parse_key(name) for name in written} == written - {"ctrl+@"} | {"ctrl+space"}


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_may_be_written_itself_or_by_its_name(mark: str) -> None:
    name = parse_key(mark)
    assert name == textual_keys._character_to_key(mark)
    assert parse_key(name) == name
    assert parse_key(f"alt+{mark}") == f"alt+{name}"
    assert key_character(name) == mark
    assert shown_key(name) == mark


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("G", "G"),
        ("é", "é"),
        ("space", "space"),
        ("ESC", "escape"),
        ("return", "enter"),
        ("PgDn", "pagedown"),
        ("page_up", "pageup"),
        ("F5", "f5"),
        ("Ctrl+s", "ctrl+s"),
        ("control+s", "ctrl+s"),
        ("shift+ctrl+s", "ctrl+shift+s"),
        ("ctrl+alt+x", "alt+ctrl+x"),
        ("alt+shift+v", "alt+shift+v"),
        ("backtab", "shift+tab"),
        ("ctrl+@", "ctrl+space"),
    ],
)
def test_common_spellings_are_understood(written: str, canonical: str) -> None:
    assert parse_key(written) == canonical


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("shift+n", "write N"),
        ("shift+é", "write É"),
        ("shift+1", "write the character it types"),
        ("Ctrl+S", "write ctrl+s"),
        ("alt+V", "write alt+shift+v"),
        ("ctrl+shift+S", "write ctrl+shift+s"),
        ("C-x", "write ctrl+x"),
        ("M-v", "write alt+v"),
        ("^S", "write ctrl+s"),
        ("<C-x>", "write ctrl+x"),
        ("pagedwn", "did you mean pagedown"),
        ("questionmark", "did you mean question_mark"),
        ("ctrl+slsh", "did you mean ctrl+slash"),
        ("crtl+x", "did you mean ctrl+"),
        ("", "[]"),
        ("  ", "[]"),
        ("notakey", "unknown key 'notakey'"),
        ("ctrl+", "unknown key"),
        ("ctrl+banana", "unknown key"),
        ("g " * 60, "longer than"),
        ("\x1b", "unknown key '\\x1b'"),
    ],
)
def test_what_no_keyboard_sends_is_refused_with_advice(written: str, advice: str) -> None:
    with pytest.raises(KeyNameError) as refusal:
        parse_sequence(written)
    assert advice in str(refusal.value)


@pytest.mark.parametrize(
    ("written", "canonical", "shown"),
    [
        ("g g", "g g", "gg"),
        ("gg", "g g", "gg"),
        ("y t", "y t", "yt"),
        ("]u", "right_square_bracket u", "]u"),
        ("z *", "z asterisk", "z*"),
        ("ctrl+x ctrl+s", "ctrl+x ctrl+s", "ctrl+x ctrl+s"),
        ("ctrl+x o", "ctrl+x o", "ctrl+x o"),
        ("question_mark", "question_mark", "?"),
        ("pagedown", "pagedown", "PgDn"),
        ("escape", "escape", "Esc"),
        ("enter", "enter", "Enter"),
        ("space space", "space space", "Space Space"),
        ("shift+tab", "shift+tab", "shift+Tab"),
        ("f12", "f12", "F12"),
        ("up", "up", "Up"),
    ],
)
def test_sequences_are_read_and_shown(written: str, canonical: str, shown: str) -> None:
    assert parse_sequence(written) == canonical
    assert shown_sequence(canonical) == shown


@given(st.text(max_size=20))
@settings(deadline=None)
def test_any_text_is_a_sequence_or_is_refused(written: str) -> None:
    refusal, sequence = "", ""
    try:
        sequence = parse_sequence(written)
    except KeyNameError as error:
        refusal = str(error)
    assert bool(refusal) is not bool(shown_sequence(sequence))
    assert refusal.isprintable()


@given(st.lists(st.sampled_from([*NAMED, *MARKS, *string.ascii_letters]), min_size=1, max_size=4))
@settings(deadline=None)
def test_a_canonical_sequence_and_what_is_shown_of_it_read_back_as_the_same(
    written: list[str],
) -> None:
    sequence = " ".join(parse_key(key) for key in written if OTHERWISE.get(key) != "")
    if sequence:
        assert parse_sequence(sequence) == sequence
        shown = " ".join(shown_key(key) for key in sequence.split())
        assert parse_sequence(shown) == sequence
