"""The registry: every row is whole, and no two commands want one key."""

import pytest

from tui_reader.commands import COMMANDS, HEADINGS, PLACES, Command, command, known
from tui_reader.key_sequences import NOTHING, Match
from tui_reader.keymaps.clashes import clashes
from tui_reader.keymaps.keymap import DEFAULT
from tui_reader.keys import parse_sequence

SAME_AS_ANOTHER = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+left_square_bracket"}
UNSENT = {"shift+enter", "ctrl+enter", "shift+space", "ctrl+space", "alt+b", "alt+f"}

each_command = pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.id)


def test_ids_are_unique() -> None:
    assert len({row.id for row in COMMANDS}) == len(COMMANDS)


def test_a_command_is_found_by_its_id() -> None:
    assert all(command(row.id) is row for row in COMMANDS)


def test_an_unknown_id_is_not_known() -> None:
    assert known("paper.star")
    assert not known("paper.unstar")
    with pytest.raises(KeyError):
        command("paper.unstar")


@each_command
def test_an_id_is_a_family_and_a_deed(row: Command) -> None:
    family, dot, deed = row.id.partition(".")
    assert dot
    assert deed
    assert family == row.family
    assert family in HEADINGS
    assert row.action.isidentifier()


@each_command
def test_titles_are_short_and_helps_are_sentences_without_a_full_stop(row: Command) -> None:
    assert 0 < len(row.title) <= 24
    assert 0 < len(row.help) <= 76
    for text in (row.title, row.help):
        assert text[0].isupper()
        assert not text.endswith((".", " "))
        assert text.isprintable()


@each_command
def test_default_keys_are_keys_and_none_is_there_twice(row: Command) -> None:
    sequences = [parse_sequence(key) for key in row.keys]
    assert len(set(sequences)) == len(sequences)


@each_command
def test_default_keys_reach_the_program_in_every_terminal(row: Command) -> None:
    pressed = {key for written in row.keys for key in parse_sequence(written).split()}
    assert pressed.isdisjoint(SAME_AS_ANOTHER | UNSENT)


@each_command
def test_what_the_footer_shows_has_a_key(row: Command) -> None:
    assert row.keys or not row.shown


def test_families_stand_together_in_the_order_of_the_headings() -> None:
    families = list(dict.fromkeys(row.family for row in COMMANDS))
    runs = [row.family for row, last in zip(COMMANDS, (None, *COMMANDS), strict=False)
            if last is None or row.family != last.family]  # fmt: skip
    assert runs == families
    assert families == list(HEADINGS)


def test_no_two_defaults_share_a_key_and_none_begins_another() -> None:
    assert list(clashes(DEFAULT.keys)) == []


def test_no_default_key_is_a_digit_since_digits_are_counts() -> None:
    firsts = {key[0] for row in COMMANDS for key in row.keys if row.scope != "note"}
    assert firsts.isdisjoint("0123456789")


@each_command
def test_what_goes_ahead_of_a_command_may_be_called_where_that_may(row: Command) -> None:
    other = command(row.ahead_of) if row.ahead_of else row

    assert PLACES[row.scope] <= PLACES[other.scope]
    assert not other.ahead_of or other is row


def test_the_key_calls_the_command_that_goes_ahead_where_both_may_be_called() -> None:
    assert DEFAULT.sequences("search").feed(NOTHING, "tab") == Match("search.complete")
    assert DEFAULT.sequences("list").feed(NOTHING, "tab") == Match("pane.next")


def test_a_third_command_may_not_share_a_key_that_two_share() -> None:
    assert list(clashes({**DEFAULT.keys, "search.older": ("tab",)}))
