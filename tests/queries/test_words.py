"""Words and phrases: what one is, and what is dropped."""

import pytest

from tests.queries.trees import tree_of
from tui_reader.queries.query import Query
from tui_reader.queries.tree import EVERYTHING, And, Phrase, Word


def test_words_side_by_side_must_all_match() -> None:
    assert tree_of("graph  neural\tnet") == And((Word("graph"), Word("neural"), Word("net")))


@pytest.mark.parametrize(
    "text",
    [
        "C++", "GPT-4", "o1", "H2O", "10.1000/xyz123", "2401.01234v2", "arXiv:2401.01234",
        "doi:10.1000/xyz123", "https://arxiv.org/abs/1706.03762", "10:30", "std::vector", "BERT:",
        "don't", "ｇｒａｐｈ", "gra\x00ph", "深度学习", "or", "And", "e" + "\u0301" * 400,
    ],
)  # fmt: skip
def test_a_word_keeps_its_text_as_typed(text: str) -> None:
    assert tree_of(text) == Word(text)


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u3000"])
def test_nothing_typed_asks_for_everything(text: str) -> None:
    query = Query.parse(text)
    assert (query.tree, query.problems, query.is_everything) == (EVERYTHING, (), True)


def test_a_word_asks_for_something() -> None:
    assert not Query.parse("graph").is_everything


def test_a_word_without_a_letter_or_digit_is_dropped_and_named() -> None:
    query = Query.parse("graph *** & 😀")
    assert query.tree == Word("graph")
    assert query.problems == (
        "'***' has nothing to search for",
        "'&' has nothing to search for",
        "'😀' has nothing to search for",
    )


def test_a_problem_is_said_once() -> None:
    assert len(Query.parse("& & & &").problems) == 1


def test_a_problem_repeats_no_sign_that_cannot_be_seen() -> None:
    (problem,) = Query.parse("is:\x1b]52;\u202e\ud800").problems
    assert problem.isprintable()


def test_a_problem_repeats_only_the_beginning_of_a_long_text() -> None:
    (problem,) = Query.parse("year:" + "x" * 400).problems
    assert len(problem) < 100


def test_a_query_keeps_what_was_typed() -> None:
    text = "  (graph " + "x" * 2000
    assert Query.parse(text).text == text


def test_a_star_at_the_end_makes_a_prefix() -> None:
    assert tree_of("diffus*") == Word("diffus", prefix=True)


def test_several_stars_at_the_end_are_one() -> None:
    assert tree_of("diffus***") == Word("diffus", prefix=True)


def test_a_prefix_has_at_least_two_letters() -> None:
    query = Query.parse("A* search")
    assert query.tree == And((Word("A"), Word("search")))
    assert query.problems == ("'A*' needs at least 2 letters before its *",)


@pytest.mark.parametrize("text", ['"graph* neural"', '"*graph neural"', '"gr*aph neural"'])
def test_a_star_in_a_phrase_stands_only_behind_its_last_word(text: str) -> None:
    query = Query.parse(text)
    assert query.tree == Phrase(("graph", "neural"))
    assert query.problems == ("In a phrase a * is understood only after the last word",)


@pytest.mark.parametrize("text", ['"graph neur*"', '"graph neur**"', '"graph neur* "'])
def test_a_star_behind_a_phrases_last_word_makes_it_a_prefix(text: str) -> None:
    assert tree_of(text) == Phrase(("graph", "neur"), prefix=True)


def test_quotation_marks_make_a_phrase() -> None:
    assert tree_of('"graph neural" net') == And((Phrase(("graph", "neural")), Word("net")))


def test_curved_quotation_marks_make_a_phrase_too() -> None:
    assert tree_of("“graph neural”") == Phrase(("graph", "neural"))


def test_operators_and_parentheses_in_a_phrase_are_text() -> None:
    assert tree_of('"this OR (that)"') == Phrase(("this", "OR", "(that)"))


def test_punctuation_alone_is_no_word_of_a_phrase() -> None:
    assert tree_of('"graph – neural"') == Phrase(("graph", "neural"))


@pytest.mark.parametrize(
    "text", ['""', '" "', '-""', 'title:""', "()", "( () )", "-()", "title:()"]
)
def test_an_empty_phrase_or_group_is_ignored(text: str) -> None:
    assert tree_of(text) == EVERYTHING
    assert tree_of(f"graph {text}") == Word("graph")


def test_a_phrase_of_punctuation_has_nothing_to_search_for() -> None:
    query = Query.parse('"..." graph')
    assert query.tree == Word("graph")
    assert query.problems == ("'...' has nothing to search for",)


def test_an_open_quotation_mark_is_closed_at_the_end() -> None:
    query = Query.parse('net "graph neural')
    assert query.tree == And((Word("net"), Phrase(("graph", "neural"))))
    assert query.problems == ("A quotation mark is not closed",)


def test_a_quotation_mark_ends_a_word() -> None:
    assert tree_of('graph"neural net"') == And((Word("graph"), Phrase(("neural", "net"))))


def test_a_hyphen_after_a_quotation_mark_joins() -> None:
    assert tree_of('"self"-attention') == And((Phrase(("self",)), Word("attention")))
