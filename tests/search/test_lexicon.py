"""Words and terms by number, in one piece of memory."""

from bisect import bisect_left
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.material import paper, papers
from tui_reader.papers import Paper
from tui_reader.search.analysis import stem, tokens
from tui_reader.search.inversion import invert
from tui_reader.search.lexicon import Lexicon, sorted_strings

LETTERS = "aAbzé学\uffff\U0001d400+"
some_words = st.sets(st.text(LETTERS, min_size=1, max_size=4), max_size=12)


@given(some_words, st.text(LETTERS, max_size=4))
def test_strings_are_found_as_in_a_sorted_list(words: set[str], asked: str) -> None:
    listed, strings = sorted(words), sorted_strings(words)
    assert [strings[number] for number in range(len(strings))] == listed
    assert strings.place(asked.encode()) == bisect_left(listed, asked)
    assert strings.number(asked) == (listed.index(asked) if asked in words else -1)


@given(some_words, st.integers(0, 12), st.integers(0, 12))
def test_a_range_of_strings_is_a_slice_of_the_list(words: set[str], low: int, high: int) -> None:
    low, high = min(low, len(words)), min(high, len(words))
    assert sorted_strings(words).between(low, high) == sorted(words)[low:high]


@pytest.mark.parametrize("number", [-1, 2])
def test_there_is_no_string_outside(number: int) -> None:
    with pytest.raises(IndexError):
        assert sorted_strings(["a", "b"])[number]


def lexicon_of(known: list[Paper]) -> Lexicon:
    return invert(known)["title"].lexicon


@given(papers(), st.text(LETTERS + "ndr", max_size=3))
def test_the_words_that_begin_with_a_prefix_are_one_range(known: list[Paper], begin: str) -> None:
    lexicon = lexicon_of(known)
    words = lexicon.words(0, len(lexicon))
    low, high = lexicon.beginning(begin)
    assert lexicon.words(low, high) == [word for word in words if word.startswith(begin)]


@given(papers())
def test_every_word_knows_its_term_and_every_term_its_words(known: list[Paper]) -> None:
    lexicon = lexicon_of(known)
    for number in range(len(lexicon)):
        term = lexicon.term_number(stem(lexicon.word(number)))
        assert lexicon.word_terms[number] == term
        assert number in lexicon.words_of_term(term)
    owned = [
        word for term in range(lexicon.term_count) for word in lexicon.words_of_term(term).tolist()
    ]
    assert sorted(owned) == list(range(len(lexicon)))


@given(papers())
def test_words_are_counted_over_all_papers(known: list[Paper]) -> None:
    lexicon, every = lexicon_of(known), [word for each in known for word in tokens(each.title)]
    counted = zip(lexicon.words(0, len(lexicon)), lexicon.word_counts.tolist(), strict=True)
    assert dict(counted) == {word: every.count(word) for word in every}


@pytest.mark.parametrize("unknown", ["", "nowhere", "\ud800", "\U0010ffff"])
def test_what_is_unknown_has_no_number(unknown: str) -> None:
    lexicon = lexicon_of([paper("Rivers run")])
    assert lexicon.word_number(unknown) == lexicon.term_number(unknown) == -1
    assert len(lexicon.words_of_term(-1)) == 0


@given(papers())
def test_the_places_of_the_words_put_the_texts_together_again(known: list[Paper]) -> None:
    part = invert(known)["title"]
    row = {
        place: part.lexicon.word(word)
        for word, (start, end) in enumerate(pairwise(part.runs.tolist()))
        for place in part.places[start:end].tolist()
    }
    assert [row[place] for place in sorted(row)] == [
        word for each in known for word in tokens(each.title)
    ]
