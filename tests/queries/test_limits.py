"""Queries longer, wider or deeper than anyone means: the beginning is searched, the rest named."""

import sys
from types import FrameType

import pytest

from tests.queries.trees import leaves, tree_of
from tests.queries.vectors import CONSTRUCTS, VECTORS
from tui_reader.queries.parentheses import DEPTH
from tui_reader.queries.parse import CLAUSES
from tui_reader.queries.problems import _meant
from tui_reader.queries.query import CHARACTERS, Query
from tui_reader.queries.scanning import scan
from tui_reader.queries.tree import Not, Pattern, Phrase, Word

PIECES = (
    "x", "x ", "(", ")", '"', "-", "a:", "* ", "NOT ", "OR ", "(a ", "😀", "~", "=", "~ab ",
    "-~a* ", "a*b ", "ab*c", "ab*", '"a"~9 ', "id:a(b", "id:a(b)", "id:a ", "sort:x ", "note:(",
    "ti*:", "t*i:", "date:this-", "~ti:",
)  # fmt: skip


def calls_of(text: str) -> int:
    """How many functions are called to understand a text: a measure of work without a clock."""
    _meant.cache_clear()
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        Query.parse(text)
    finally:
        sys.setprofile(before)
    return count


def test_five_hundred_characters_are_searched() -> None:
    query = Query.parse("x" * 10_000)
    assert query.tree == Word("x" * CHARACTERS)
    assert query.problems == ("Only the first 500 characters are searched",)


def test_exactly_five_hundred_characters_are_no_problem() -> None:
    assert tree_of("x" * CHARACTERS) == Word("x" * CHARACTERS)


@pytest.mark.parametrize("filler", [495, 496, 497, 498, 499, 500])
def test_no_half_word_is_searched(filler: int) -> None:
    query = Query.parse("(" + "." * (filler - 2) + " word")
    assert all(leaf == Word("word") for leaf in leaves(query.tree))


def test_white_space_may_be_what_is_cut_off() -> None:
    assert Query.parse("graph" + " " * 600).tree == Word("graph")


def test_a_word_cut_off_is_not_being_typed() -> None:
    assert Query.parse("x" * 501, typing=True).tree == Word("x" * CHARACTERS)


def test_twenty_clauses_are_searched() -> None:
    words = [f"w{n}" for n in range(30)]
    query = Query.parse(" ".join(words))
    assert leaves(query.tree) == [Word(word) for word in words[:CLAUSES]]
    assert query.problems == ("Only the first 20 words and phrases are searched",)
    assert len(leaves(tree_of(" ".join(words[:CLAUSES])))) == CLAUSES


def test_words_of_unknown_fields_count_too() -> None:
    assert len(leaves(Query.parse("f:x " * 30).tree)) == CLAUSES


def test_twelve_words_of_a_phrase_are_searched() -> None:
    query = Query.parse('"' + "ab " * 13 + '"')
    assert query.tree == Phrase(("ab",) * 12)
    assert query.problems == ("Only the first 12 words of a phrase are searched",)
    assert tree_of('"' + "ab " * 12 + '"') == Phrase(("ab",) * 12)


def test_twenty_parentheses_may_stand_inside_one_another() -> None:
    assert tree_of("(" * DEPTH + "graph" + ")" * DEPTH) == Word("graph")


def test_deeper_parentheses_are_read_as_if_they_were_not_there() -> None:
    deep = "(" * 30 + "aa OR bb" + ")" * 30
    query = Query.parse(deep + " cc")
    assert query.tree == Query.parse("(aa OR bb) cc").tree
    assert query.problems == ("Parentheses more than 20 deep are ignored",)


def test_a_field_before_a_parenthesis_too_deep_raises_nothing() -> None:
    assert Query.parse("(" * DEPTH + "title:() -() NOT ()").is_everything


def test_many_negations_are_counted() -> None:
    assert tree_of("NOT " * 101 + "xx") == Not(Word("xx"))
    assert tree_of("-" * 100 + "xx") == Word("xx")


def test_a_phrase_has_a_gap_of_at_most_fifty_words() -> None:
    assert tree_of('"aa bb"~50') == Phrase(("aa", "bb"), gap=50)
    query = Query.parse('"aa bb"~51')
    assert query.tree == Phrase(("aa", "bb"), gap=50)
    assert query.problems == ("At most 50 other words in a phrase are searched",)


def test_three_stars_of_a_word_count() -> None:
    assert tree_of("ab*c*d*") == Pattern("ab*c*d*")
    query = Query.parse("ab*c*d*e*f*")
    assert query.tree == Pattern("ab*c*d*ef")
    assert query.problems == ("Only the first 3 stars of a word are searched",)


def test_orders_are_no_clauses() -> None:
    words = [f"w{n}" for n in range(CLAUSES)]
    assert len(leaves(tree_of("sort:date " * 5 + " ".join(words)))) == CLAUSES


@pytest.mark.parametrize("vector", VECTORS + CONSTRUCTS, ids=lambda text: ascii(text)[:30])
def test_work_is_bounded_by_the_characters_looked_at(vector: str) -> None:
    assert calls_of(vector) <= 1000 + 25 * min(len(vector), CHARACTERS)


@pytest.mark.parametrize("piece", PIECES)
def test_work_does_not_grow_with_what_is_beyond_the_limit(piece: str) -> None:
    assert calls_of(piece * 100_000) <= calls_of(piece * 1_000) + 10


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_has_at_most_as_many_tokens_as_characters(piece: str) -> None:
    text = piece * 200
    assert len(scan(text).tokens) <= len(text)


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    assert calls_of((piece * CHARACTERS)[:CHARACTERS]) <= 1000 + 30 * CHARACTERS
