"""Words with gaps are matched in time that grows with the word, not with its powers."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.search.material import answer, paper
from tui_reader.search.corpus import corpus_of
from tui_reader.search.forms import _fits

some = st.text("ab", max_size=12)


@given(some, st.text("ab", min_size=1, max_size=3), st.lists(st.text("ab", max_size=3)), some)
def test_a_pattern_fits_what_the_same_expression_matches(
    word: str, head: str, middle: list[str], tail: str
) -> None:
    word = head + word
    expected = re.fullmatch(".*".join([head, *middle, tail]), word)
    assert _fits(word, len(head), middle, tail) == bool(expected)


def test_a_word_without_end_is_no_trouble() -> None:
    shelf = corpus_of([paper("Long", "a" * 100_000)])
    assert list(answer(shelf, "aa*a*a*b").numbers) == []
