"""The machine of sequences and counts: a pure step from what is pending and one key."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.commands import PLACES, Place
from tui_reader.key_sequences import MOST, NOTHING, KeySequences, Match, Miss, Pending, Prefix
from tui_reader.keymaps.keymap import DEFAULT

KEYS = KeySequences({"j": "down", "g g": "top", "G": "bottom", "ctrl+x ctrl+s": "save"})
Step = Match | Prefix | Miss


def fed(sequences: KeySequences, *keys: str) -> Step:
    pending, step = NOTHING, None
    for key in keys:
        step = sequences.feed(pending, key)
        pending = step.pending if isinstance(step, Prefix) else NOTHING
    assert step is not None
    return step


def test_a_bound_key_is_its_command() -> None:
    assert fed(KEYS, "j") == Match("down")


def test_a_sequence_waits_for_its_last_key() -> None:
    assert fed(KEYS, "g") == Prefix(Pending(keys=("g",)))
    assert fed(KEYS, "g", "g") == Match("top")
    assert fed(KEYS, "ctrl+x", "ctrl+s") == Match("save")


def test_an_unbound_key_was_never_ours() -> None:
    assert fed(KEYS, "x") == Miss(fresh=True)


def test_a_key_that_ends_a_sequence_in_nothing_is_used_up() -> None:
    assert fed(KEYS, "g", "x") == Miss(fresh=False)
    assert fed(KEYS, "5", "escape") == Miss(fresh=False)


def test_a_missed_sequence_does_not_call_what_its_last_key_means() -> None:
    assert fed(KEYS, "g", "j") == Miss(fresh=False)


def test_digits_before_a_command_are_its_count() -> None:
    assert fed(KEYS, "5", "j") == Match("down", 5)
    assert fed(KEYS, "1", "0", "g", "g") == Match("top", 10)


def test_without_digits_there_is_no_count() -> None:
    assert fed(KEYS, "G") == Match("bottom", None)


def test_a_leading_zero_is_no_count() -> None:
    assert fed(KEYS, "0") == Miss(fresh=True)


def test_a_bound_zero_is_its_command_and_still_a_digit_of_a_count() -> None:
    keys = KeySequences({"0": "start", "j": "down"})
    assert fed(keys, "0") == Match("start")
    assert fed(keys, "1", "0", "j") == Match("down", 10)


def test_a_bound_digit_begins_no_count() -> None:
    assert fed(KeySequences({"1": "first"}), "1") == Match("first")
    assert fed(KeySequences({"1 x": "first"}), "1") == Prefix(Pending(keys=("1",)))


def test_a_digit_within_a_sequence_is_a_key() -> None:
    assert fed(KeySequences({"g 1": "first"}), "g", "1") == Match("first")
    assert fed(KEYS, "g", "1") == Miss(fresh=False)


def test_where_text_is_typed_digits_are_text() -> None:
    assert fed(KeySequences({"j": "down"}, counts=False), "5") == Miss(fresh=True)


def test_a_count_grows_no_further_than_its_bound() -> None:
    assert fed(KEYS, *("9" * 5000), "j") == Match("down", MOST)


def test_ctrl_space_fires_under_both_its_names() -> None:
    keys = KeySequences({"ctrl+space": "mark"})
    assert fed(keys, "ctrl+space") == fed(keys, "ctrl+@") == Match("mark")


def test_what_is_pending_can_be_shown() -> None:
    assert str(Pending("12", ("right_square_bracket",))) == "12]"
    assert not NOTHING


def test_key_sequences_are_equal_by_what_they_bind() -> None:
    assert KeySequences({"j": "down"}) == KeySequences({"j": "down"})


@pytest.mark.parametrize(
    ("place", "key", "command"),
    [
        ("list", "q", "view.back"),
        ("search", "escape", "view.back"),
        ("search", "enter", "search.to-list"),
        ("list", "enter", "paper.open-detail"),
        ("detail", "j", "move.down"),
        ("page", "j", "move.down"),
        ("note", "ctrl+s", "note.save"),
        ("note", "escape", "note.cancel"),
        ("search", "f1", "app.help"),
    ],
)
def test_a_place_has_the_commands_of_its_scopes(place: Place, key: str, command: str) -> None:
    assert DEFAULT.sequences(place).feed(NOTHING, key) == Match(command)


@pytest.mark.parametrize("key", ["q", "question_mark", "space", "5", "z", "left", "backspace"])
@pytest.mark.parametrize("place", ["search", "note"])
def test_where_text_is_typed_keys_that_write_are_never_taken(place: Place, key: str) -> None:
    assert DEFAULT.sequences(place).feed(NOTHING, key) == Miss(fresh=True)


bound = st.dictionaries(
    st.lists(st.sampled_from("ab01"), min_size=1, max_size=3).map(" ".join),
    st.sampled_from(["one", "two"]),
    max_size=6,
)
pressed = st.lists(st.sampled_from("ab01") | st.text(max_size=3), max_size=12)


@given(bound, pressed, st.booleans())
@settings(deadline=None)
def test_any_keys_end_in_a_state(commands: dict[str, str], keys: list[str], counts: bool) -> None:
    sequences = KeySequences(commands, counts)
    pending = NOTHING
    for key in keys:
        step = sequences.feed(pending, key)
        if isinstance(step, Miss):
            assert step.fresh is not bool(pending)
        if isinstance(step, Match):
            assert step.command in commands.values()
            assert step.count is None or counts
        pending = step.pending if isinstance(step, Prefix) else NOTHING
        assert isinstance(step, Miss | Match) or pending


@given(st.lists(st.sampled_from(sorted({key for keys in DEFAULT.keys.values() for sequence in keys
                                        for key in sequence.split()} | set("0123456789")))),
       st.sampled_from(sorted(PLACES["everywhere"] | PLACES["note"])))  # fmt: skip
@settings(deadline=None)
def test_after_any_default_keys_at_most_two_more_are_waited_for(
    keys: list[str], place: Place
) -> None:
    pending = NOTHING
    for key in keys:
        step = DEFAULT.sequences(place).feed(pending, key)
        pending = step.pending if isinstance(step, Prefix) else NOTHING
        assert len(pending.keys) <= 1
