"""Any text whatever is a query: it gives a tree and sentences fit for one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.trees import leaves
from tests.queries.vectors import VECTORS, token_soup
from tui_reader.queries.clauses import PHRASE_WORDS
from tui_reader.queries.parse import CLAUSES
from tui_reader.queries.query import CHARACTERS, Query
from tui_reader.queries.shown import shown
from tui_reader.queries.tokens import has_letters, scan
from tui_reader.queries.tree import Node, Phrase, Word

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
        assert len(problem) < 120
        assert not problem.endswith(".")
    assert len(set(query.problems)) == len(query.problems)
    return query


def searchable(part: Node) -> bool:
    match part:
        case Word(text, _, prefix):
            enough = sum(map(str.isalnum, text)) >= 1 + prefix
            return enough and "*" not in text and not any(sign.isspace() for sign in text)
        case Phrase(words):
            return 0 < len(words) <= PHRASE_WORDS and all(map(has_letters, words))
    return True


def test_there_are_126_vectors() -> None:
    assert len(VECTORS) == 126


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize("vector", VECTORS, ids=lambda text: ascii(text)[:30])
def test_a_vector_gives_a_tree(vector: str, typing: bool) -> None:
    query = understood(vector, typing=typing)
    assert query.is_everything is (not leaves(query.tree))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda text: ascii(text)[:30])
def test_a_vector_that_asks_nothing_says_why(vector: str) -> None:
    query = Query.parse(vector)
    if query.is_everything and vector.strip(' ()"'):
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
