"""Any text whatever is a query: it gives a tree and sentences fit for one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.trees import leaves
from tests.queries.vectors import CONSTRUCTS, VECTORS, token_soup
from tui_reader.queries.parse import CLAUSES
from tui_reader.queries.query import CHARACTERS, Query
from tui_reader.queries.runs import NEAR_LETTERS
from tui_reader.queries.scanning import scan
from tui_reader.queries.shown import shown
from tui_reader.queries.stars import STARS
from tui_reader.queries.tokens import QUOTES, has_letters, letters
from tui_reader.queries.tree import (
    During,
    Exact,
    Labelled,
    Named,
    Near,
    Node,
    Pattern,
    Phrase,
    Seen,
    StarredOn,
    Word,
)
from tui_reader.queries.words import GAP, PHRASE_WORDS

any_text = st.text(alphabet=st.characters(exclude_categories=()), max_size=80)


def understood(text: str, *, typing: bool) -> Query:
    """The query of a text, with all that holds for every query checked."""
    query = Query.parse(text, typing=typing)
    assert query.text == text
    parts = leaves(query.tree)
    assert len(parts) <= CLAUSES
    assert all(searchable(part) for part in parts)
    for problem in query.problems:
        assert problem.isprintable()
        assert len(problem) < 150
        assert not problem.endswith(".")
    assert len(set(query.problems)) == len(query.problems)
    return query


def searchable(part: Node) -> bool:
    match part:
        case Word(text, _, prefix):
            return letters(text) >= 1 + prefix and "*" not in text and is_run(text)
        case Exact(text):
            return has_letters(text) and "*" not in text and is_run(text)
        case Near(text):
            return letters(text) >= NEAR_LETTERS and "*" not in text and is_run(text)
        case Pattern(text):
            before, *others = text.split("*")
            inside = any(map(has_letters, others))
            return letters(before) >= 2 and inside and text.count("*") <= STARS and "**" not in text
        case Phrase(words, _, _, gap):
            return 0 < len(words) <= PHRASE_WORDS and all(map(has_letters, words)) and gap <= GAP
        case Seen(text) | Named(text):
            return has_letters(text) and text == text.strip() and not set(text) & set(QUOTES)
        case Labelled(_, text, prefix):
            return bool(text or prefix) and text == text.strip() and not set(text) & set(QUOTES)
    return part not in {During(None, None), StarredOn(None, None)}


def is_run(text: str) -> bool:
    return not any(sign.isspace() or sign in QUOTES + "()" for sign in text)


def test_there_are_126_vectors() -> None:
    assert len(VECTORS) == 126


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize("vector", VECTORS + CONSTRUCTS, ids=lambda text: ascii(text)[:30])
def test_a_vector_gives_a_tree(vector: str, typing: bool) -> None:
    query = understood(vector, typing=typing)
    assert query.is_everything is (not leaves(query.tree))


@pytest.mark.parametrize("vector", VECTORS + CONSTRUCTS, ids=lambda text: ascii(text)[:30])
def test_a_vector_that_asks_nothing_says_why(vector: str) -> None:
    query = Query.parse(vector)
    if query.is_everything and not query.order and vector.strip(' ()"'):
        assert query.problems != ()


@given(any_text, st.booleans())
@settings(deadline=None)
def test_any_text_gives_a_tree(text: str, typing: bool) -> None:
    understood(text, typing=typing)


@given(token_soup, st.booleans())
@settings(deadline=None, max_examples=500)
def test_any_mixture_of_tokens_gives_a_tree(text: str, typing: bool) -> None:
    understood(text, typing=typing)


@given(any_text | token_soup, st.booleans())
@settings(deadline=None, max_examples=500)
def test_what_was_understood_can_be_written_down(text: str, typing: bool) -> None:
    query = Query.parse(text, typing=typing)
    canonical = shown(query.tree)
    if len(canonical) <= CHARACTERS:
        again = Query.parse(canonical)
        assert (again.tree, again.problems) == (query.tree, ())


@given(any_text | token_soup)
@settings(deadline=None)
def test_tokens_lie_in_the_text_one_after_the_other(text: str) -> None:
    place = 0
    for token in scan(text).tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.end >= place
        place = token.end
