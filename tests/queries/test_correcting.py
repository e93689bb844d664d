"""A mistyped word put right in a query's text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.vectors import token_soup
from tui_reader.queries.correcting import with_word
from tui_reader.queries.query import CHARACTERS

any_text = st.text() | token_soup


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("difusion", "diffusion"),
        ("  Difusion\tmodels ", "  diffusion\tmodels "),
        ("-difusion OR difusion", "-diffusion OR diffusion"),
        ("title:difusion", "title:diffusion"),
        ("ti:(aa OR =difusion ~difusion difusion*)", "ti:(aa OR =diffusion ~diffusion diffusion*)"),
        ("difusion: id:(title:difusion)", "diffusion: id:(title:diffusion)"),
        ('"latent difusion models"~3', '"latent diffusion models"~3'),
        ('note:"difusion', 'note:"diffusion'),
        ("self-difusion, difusion.", "self-diffusion, diffusion."),
        ("*difusion", "*diffusion"),
        ("difúsion difu\u0301sion", "diffusion diffusion"),
    ],
)  # fmt: skip
def test_a_word_is_replaced_wherever_it_is_looked_for(text: str, right: str) -> None:
    assert with_word(text, "difusion", "diffusion") == right


@pytest.mark.parametrize(
    "text",
    [
        "difusions", "undifusion", "difus*", "difusion2", "difusion++", "id:difusion",
        "seen:difusion.txt", 'seen:"a difusion"', "seen:(aa OR difusion)", "is:difusion",
        "is: (aa is:difusion)", "difusion:aa",
    ],
)  # fmt: skip
def test_what_is_no_word_of_its_own_stays(text: str) -> None:
    assert with_word(text, "difusion", "diffusion") == text


def test_names_of_fields_and_operators_stay() -> None:
    assert with_word("title:title OR or NOT", "title", "tile") == "title:tile OR or NOT"
    assert with_word("aa OR or NOT", "or", "ore") == "aa OR ore NOT"
    assert with_word("is:read read", "read", "reed") == "is:read reed"
    assert with_word("is:(new) read", "read", "reed") == "is:(new) reed"
    assert with_word("is: read", "read", "reed") == "is: reed"


def test_a_word_with_a_plus_is_one() -> None:
    assert with_word("c c++ c#", "c++", "rust") == "c rust c#"


def test_beyond_what_is_searched_nothing_is_replaced() -> None:
    text = "aa " * CHARACTERS
    assert with_word(text, "aa", "bb").count("bb") <= CHARACTERS // 3 + 1


@given(any_text, st.text(max_size=8), st.text(max_size=8))
@settings(deadline=None)
def test_a_word_that_is_not_there_changes_nothing(text: str, word: str, other: str) -> None:
    changed = with_word(text, word, other)
    if word.casefold() not in text.casefold() and word.isascii() and text.isascii():
        assert changed == text


@given(any_text, st.sampled_from(["graph", "the", "title", "aa"]))
@settings(deadline=None)
def test_a_word_put_right_and_back_is_as_it_was(text: str, word: str) -> None:
    there = with_word(text, word, "xyzzy")
    assert _plain(with_word(there, "xyzzy", word)) == _plain(text)


def _plain(text: str) -> str:
    """The text without capitals and accents, which make no difference."""
    signs = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
