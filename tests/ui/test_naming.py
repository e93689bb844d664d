"""Names as they are typed: what is put on, what is taken away, what is being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.ui.naming import begun, name_in, offered, pieces, tags_in, written

NAMES = st.text("abcdefghXYZ0123456789é深-_:/", min_size=1, max_size=8).filter(
    lambda name: not name.startswith("-")
)


@pytest.mark.parametrize(
    ("text", "add", "remove"),
    [
        ("rag survey", ("rag", "survey"), ()),
        ("rag,survey, vision", ("rag", "survey", "vision"), ()),
        ('"long context" -old', ("long context",), ("old",)),
        ('-"long context"', (), ("long context",)),
        ("#rag +rag", ("rag",), ()),
        ('"no end to it', ("no end to it",), ()),
        (' , - " ', (), ()),
    ],
)
def test_words_are_put_on_and_words_with_a_minus_taken_away(
    text: str, add: tuple[str, ...], remove: tuple[str, ...]
) -> None:
    assert tags_in(text) == (add, remove)


@given(st.lists(NAMES, unique=True, max_size=5))
def test_names_come_out_as_they_were_written(names: list[str]) -> None:
    spaced = [f"{name} {name}" for name in names]
    text = " ".join(written(name, several=True) for name in [*names, *spaced])

    assert tags_in(text) == ((*names, *spaced), ())


@given(st.text(max_size=40))
def test_pieces_stand_where_they_say(text: str) -> None:
    assert all(text[place:].startswith(piece) for place, piece in pieces(text))


@given(st.text(max_size=300))
def test_a_name_is_one_clean_line(text: str) -> None:
    name = name_in(text)

    assert len(name) <= 100
    assert name == name.strip()
    assert name.isprintable()
    assert '"' not in name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, "", False)),
        ("ra", (0, "ra", False)),
        ("rag su", (4, "su", False)),
        ("rag ", (4, "", False)),
        ("-ra", (1, "ra", True)),
        ('"long con', (0, "long con", False)),
    ],
)
def test_the_last_name_is_the_one_that_is_being_typed(
    text: str, expected: tuple[int, str, bool]
) -> None:
    assert begun(text, several=True) == expected


def test_names_that_begin_so_come_before_those_with_a_word_that_does() -> None:
    found = offered({"deep rag": 3, "rag": 1, "maps": 2}, "RA")

    assert [(each.text, each.papers) for each in found] == [("rag", 1), ("deep rag", 3)]
