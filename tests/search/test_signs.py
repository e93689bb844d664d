"""Signs that Unicode spells with letters do not stick to the words before them."""

import pytest

from tests.search.material import answer, paper
from tui_reader.search.analysis import tokens
from tui_reader.search.corpus import corpus_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Transformer™ Xeon®", ["transformer", "tm", "xeon"]),
        ("№5", ["no", "5"]),
        ("H⁺ and Ca²⁺", ["h", "and", "ca2"]),
        ("C＋＋ at 5㎏", ["c++", "at", "5", "kg"]),
        ("H₂O in x²", ["h2o", "in", "x2"]),
    ],
)
def test_words_end_before_them(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_a_word_with_one_is_found_and_marked() -> None:
    found = answer(corpus_of([paper("The Transformer™ machine")]), "transformer")
    assert list(found.numbers) == [0]
    assert found.corrections == ()
