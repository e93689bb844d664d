"""The passage of a text that shows why it answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.highlight import hits
from tui_reader.search.snippets import MORE, snippet

TALE = (
    "A cat slept. " * 20 + "Robots walk and robots run. " + "A dog barked. " * 20
    + "Robots walk over hills to glide. " + "A bird sang. " * 20
)  # fmt: skip


def marked(text: str, terms: set[str], room: int) -> list[str]:
    """The words of the passage that are marked."""
    found = snippet(text, terms, room)
    return [found.text[start:end] for start, end in found.hits]


def test_the_passage_with_the_most_distinct_words_is_taken() -> None:
    assert marked(TALE, {"robot", "walk", "glide"}, 60) == ["Robots", "walk", "glide"]


def test_of_equally_many_words_the_passage_with_the_most_hits_is_taken() -> None:
    assert marked(TALE, {"robot", "walk"}, 60) == ["Robots", "walk", "robots"]


def test_of_equal_passages_the_earliest_is_taken() -> None:
    assert snippet("Wings up. Two hills. A wing.", {"wing"}, 14).text == "Wings up.…"


def test_forms_of_a_word_count_once() -> None:
    text = f"Run runs running. {'A cat slept. ' * 9}Run and walk."
    assert marked(text, {"run", "walk"}, 40) == ["Run", "walk"]


def test_cut_ends_say_so_and_fall_between_words() -> None:
    found = snippet(TALE, {"glide"}, 50).text
    inside = found.removeprefix(MORE).removesuffix(MORE)

    assert found == MORE + inside + MORE
    assert f" {inside} " in TALE


def test_a_text_that_fits_is_shown_whole_on_one_line() -> None:
    assert snippet("Robots\nwalk.", {"walk"}, 40).text == "Robots walk."


def test_text_without_gaps_is_cut_anywhere() -> None:
    found = snippet("模" * 100 + "学" + "型" * 100, {"学"}, 30)

    assert len(found.text) == 30
    assert [found.text[start:end] for start, end in found.hits] == ["学"]


@pytest.mark.parametrize("terms", [set(), {"zebra"}])
def test_where_nothing_answers_there_is_no_passage(terms: set[str]) -> None:
    assert snippet(TALE, terms, 60).text == ""


@given(
    st.lists(st.sampled_from(["run", "Runs,", "walking", "模学", "é\n", "a" * 40]), max_size=60),
    st.integers(0, 90),
)
def test_a_passage_keeps_to_its_room_and_marks_what_the_text_has(
    words: list[str], room: int
) -> None:
    text, terms = " ".join(words), {"run", "walk", "学"}
    found = snippet(text, terms, room)
    known = {text[start:end] for start, end in hits(text, terms)}

    assert len(found.text) <= max(room, 0)
    assert "\n" not in found.text
    assert {found.text[start:end] for start, end in found.hits} <= known
    assert not known or room < 50 or found.hits
