"""Completions one goes round through, as a plain value."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.queries.completing import Completion, unfinished
from tui_reader.ui.choices import Choices

TEXT = "deep tra x"


def choices(*words: str) -> Choices:
    """Words offered behind `tra`."""
    piece = unfinished(TEXT, 8)
    assert piece
    return Choices(TEXT, 8, piece, tuple(Completion(word) for word in words))


def test_a_choice_stands_in_the_text_with_the_cursor_behind_it() -> None:
    chosen = choices("training", "trade").step(1)

    assert (chosen.text, chosen.behind) == ("deep training x", 13)


def test_one_goes_round_by_way_of_what_was_typed() -> None:
    there = choices("training", "trade")
    texts = [there.step(step).text for step in (0, 1, 2, 3, -1)]

    assert texts == [TEXT, "deep training x", "deep trade x", TEXT, "deep trade x"]


@given(st.lists(st.text(max_size=4), max_size=5), st.lists(st.integers(-3, 3), max_size=9))
def test_any_steps_back_again_lead_to_what_was_typed(words: list[str], steps: list[int]) -> None:
    there = begun = choices(*words)
    for step in (*steps, *(-step for step in reversed(steps))):
        there = there.step(step)

    assert there == begun
    assert (there.text, there.behind) == (TEXT, 8)
