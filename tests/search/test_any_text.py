"""Any text whatever is answered, and explained; nothing raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.vectors import CONSTRUCTS, VECTORS, token_soup
from tests.search.material import NOTHING_SAID, paper
from tui_reader.annotation import Annotation
from tui_reader.papers import PaperId, Sighting
from tui_reader.queries.query import Query
from tui_reader.search.corpus import Corpus, corpus_of
from tui_reader.sorting import Order

KNOWN = [
    paper("Diffusion models", "of robots", arxiv="2401.00001", seen=[Sighting("a b.txt", "Mar 1")]),
    paper("C++ and C#", 'Schr\\"odinger $H_2$O', doi="10.1000/x(1)", keywords=["深度学习"]),
    paper("\ud800 half a pair", "GPT-4", authors=["Åke Öst"]),
]
SHELF = corpus_of(KNOWN)
EVERY = (*VECTORS, *CONSTRUCTS)


def answered(text: str, *, typing: bool) -> int:
    said = SHELF.said({PaperId("arxiv:2401.00001"): Annotation(note="robots of mine")})
    tree = Query.parse(text, typing=typing).tree
    found = SHELF.answer(tree, Order(), said)
    SHELF.explain(tree, said, list(found.numbers))
    return len(list(found.numbers))


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_answered(text: str, typing: bool) -> None:
    assert 0 <= answered(text, typing=typing) <= len(KNOWN)


@given(token_soup, st.booleans())
@settings(max_examples=400, deadline=None)
def test_any_string_of_fragments_of_the_language_is_answered(text: str, typing: bool) -> None:
    assert 0 <= answered(text, typing=typing) <= len(KNOWN)


@pytest.mark.parametrize("text", EVERY, ids=range(len(EVERY)))
def test_texts_made_to_hurt_are_answered(text: str) -> None:
    assert 0 <= answered(text, typing=False) <= len(KNOWN)


@given(token_soup)
@settings(max_examples=100, deadline=None)
def test_an_index_without_papers_answers_too(text: str) -> None:
    empty: Corpus = corpus_of([])
    found = empty.answer(Query.parse(text).tree, Order(), empty.said(NOTHING_SAID))

    assert list(found.numbers) == []
