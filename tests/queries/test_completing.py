"""What is unfinished at the cursor, for any text and any cursor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.queries.completing import Completion, Unfinished, offered, taken, unfinished
from tui_reader.queries.fields import COMPLETIONS, VALUES
from tui_reader.queries.query import Query

PIECES = st.sampled_from(
    ["title:", "author:", "is:", "date:", "(", ")", '"', "“", "-", "NOT", "OR", " ", "..", ">", "*"]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join)


def piece(marked: str) -> Unfinished | None:
    """What is unfinished where the bar stands in a text."""
    before, _, after = marked.partition("|")
    return unfinished(before + after, len(before))


def finished(marked: str, completion: str) -> str:
    """The text with a completion put in where the bar stands, and a bar behind it."""
    before, _, after = marked.partition("|")
    found = unfinished(before + after, len(before))
    assert found
    text, cursor = taken(before + after, found, Completion(completion))
    return f"{text[:cursor]}|{text[cursor:]}"


def values(marked: str) -> list[str]:
    """What is offered without any paper."""
    found = piece(marked)
    return [each.text for each in offered(found)] if found else []


@given(TEXTS, st.integers(-3, 120))
def test_any_text_and_any_cursor_have_an_answer(text: str, cursor: int) -> None:
    found = unfinished(text, cursor)

    if found:
        within = max(0, min(cursor, len(text)))
        assert 0 <= found.start <= within <= found.end <= len(text)
        assert text[found.start : within].endswith(found.beginning)
        assert isinstance(offered(found), tuple)


@given(TEXTS, st.integers(0, 120), st.text(max_size=10))
def test_what_stands_around_the_piece_stays(text: str, cursor: int, completion: str) -> None:
    found = unfinished(text, cursor)

    if found:
        after, behind = taken(text, found, Completion(completion))
        assert after.startswith(text[: found.start] + completion)
        assert behind == found.start + len(completion)
        rest = text[found.end :]
        assert after[behind:] in {rest, rest.removeprefix(":")}


@pytest.mark.parametrize(
    ("marked", "field", "beginning"),
    [
        ("tra|", None, "tra"),
        ("deep tra|", None, "tra"),
        ("title:tra|", "title", "tra"),
        ("ti:tra|", "title", "tra"),
        ("title:|", "title", ""),
        ("title:(deep tra|", "title", "tra"),
        ("title:(deep) tra|", None, "tra"),
        ("title:(a (b) tra|", "title", "tra"),
        ("title:(author:hin|", "author", "hin"),
        ("title:deep tra|", None, "tra"),
        ("title: tra|", None, "tra"),
        ("-tra|", None, "tra"),
        ("=tra|", None, "tra"),
        ("-title:tra|", "title", "tra"),
        ("deep |", None, ""),
        ("GPT-4|", None, "GPT-4"),
        ("date:2025..las|", "date", "las"),
        ("date:>this|", "date", "this"),
        ("starred:2025..las|", "starred", "las"),
        ("tag:ra|", "tag", "ra"),
        ("tag:to-re|", "tag", "to-re"),
        ("seen:(2024) 05|", None, "05"),
    ],
)
def test_a_piece_has_its_field_and_what_stands_before_the_cursor(
    marked: str, field: str | None, beginning: str
) -> None:
    found = piece(marked)

    assert found
    assert (found.field, found.beginning, found.quoted) == (field, beginning, False)


@pytest.mark.parametrize("marked", ["|", "  |", "deep)|", "(deep)|", '"deep"|', '"deep"~2|'])
def test_nothing_is_unfinished_in_an_empty_query_or_behind_something_closed(marked: str) -> None:
    assert piece(marked) is None


def test_of_a_phrase_the_last_word_is_unfinished() -> None:
    assert finished('"deep lea|', "learning") == '"deep learning|'
    assert finished('x "deep lea|r" y', "learning") == 'x "deep learning|" y'


def test_a_name_is_completed_whole_with_its_quotation_marks() -> None:
    name = '"Geoffrey Hinton"'
    assert finished("list:to|", '"to read"') == 'list:"to read"|'

    assert finished("author:hin|", name) == f"author:{name}|"
    assert finished('author:"geoffrey h|', name) == f"author:{name}|"
    assert finished('author:"geoffrey h|in" y', name) == f"author:{name}| y"
    assert finished('author:"geo| "deep"', name) == f'author:{name}| "deep"'


def test_the_rest_of_a_word_is_replaced_with_it() -> None:
    assert finished("diff|usion deep", "different") == "different| deep"


def test_a_field_has_one_colon() -> None:
    assert finished("ti|tle:deep", "title:") == "title:|deep"


def test_between_words_every_field_is_offered() -> None:
    assert values("deep |") == [each.spelling for each in COMPLETIONS]


def test_a_field_is_offered_by_its_beginning() -> None:
    assert values("A|") == ["author:", "abstract:"]
    assert values("-ti|") == ["title:"]


def test_no_field_is_offered_within_quotation_marks_or_where_a_word_is_looked_for() -> None:
    assert values('"ti|') == values("=ti|") == values("~ti|") == values("title:ti|") == []


@pytest.mark.parametrize("field", VALUES)
def test_the_values_of_a_filter_are_offered_and_understood(field: str) -> None:
    offers = values(f"{field}:|")

    assert offers
    for value in offers:
        assert Query.parse(f"{field}:{value}").problems == ()


def test_a_value_is_offered_by_its_beginning_until_it_is_there() -> None:
    assert values("is:st|") == ["starred"]
    assert values("is:read|") == ["reading"]
    assert values("is:starred|") == []
    assert values("date:2025-03..to|") == ["today"]
