"""AND, OR, NOT, the hyphen and parentheses."""

import pytest

from tests.queries.trees import tree_of
from tui_reader.queries.query import Query
from tui_reader.queries.tree import EVERYTHING, And, Node, Not, Or, Phrase, Word

A, B, C = Word("aa"), Word("bb"), Word("cc")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("aa AND bb", And((A, B))),
        ("aa OR bb", Or((A, B))),
        ("aa OR bb OR cc", Or((A, B, C))),
        ("NOT aa", Not(A)),
        ("-aa", Not(A)),
        ("aa -bb", And((A, Not(B)))),
        ("aa AND NOT bb", And((A, Not(B)))),
        ("aa OR -bb", Or((A, Not(B)))),
        ('-"aa bb"', Not(Phrase(("aa", "bb")))),
        ("-(aa bb)", Not(And((A, B)))),
        ("-aa -bb", And((Not(A), Not(B)))),
    ],
)
def test_operators_combine(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize("text", ["aa bb OR cc", "aa AND bb OR cc", "(aa bb) OR cc"])
def test_or_binds_more_weakly_than_words_side_by_side(text: str) -> None:
    assert tree_of(text) == Or((And((A, B)), C))


def test_not_holds_for_one_thing() -> None:
    assert tree_of("NOT aa bb") == And((Not(A), B))


def test_parentheses_come_first() -> None:
    assert tree_of("aa (bb OR cc)") == And((A, Or((B, C))))


def test_needless_parentheses_leave_no_trace() -> None:
    assert tree_of("((aa) (bb cc))") == And((A, B, C))
    assert tree_of("(aa OR (bb OR cc))") == Or((A, B, C))


@pytest.mark.parametrize("text", ["--aa", "NOT NOT aa", "NOT -aa", "-(-aa)", "NOT (NOT aa)"])
def test_a_double_negation_is_none(text: str) -> None:
    assert tree_of(text) == A


def test_a_hyphen_inside_a_word_takes_nothing_out() -> None:
    assert tree_of("self-supervised") == Word("self-supervised")


@pytest.mark.parametrize("text", ["aa or bb", "aa Or bb"])
def test_operators_are_written_in_capitals(text: str) -> None:
    tree = tree_of(text)
    assert isinstance(tree, And)
    assert len(tree.parts) == 3


@pytest.mark.parametrize(
    ("text", "tree", "problems"),
    [
        ("aa OR", A, ("OR has nothing to join",)),
        ("OR aa", A, ("OR has nothing to join",)),
        ("aa AND OR bb", And((A, B)), ("OR has nothing to join",)),
        ("aa OR AND bb", Or((A, B)), ("AND has nothing to join",)),
        ("(aa OR) bb", And((A, B)), ("OR has nothing to join",)),
        ("aa NOT", A, ("NOT has nothing to leave out",)),
        ("(aa NOT) bb", And((A, B)), ("NOT has nothing to leave out",)),
        ("AND", EVERYTHING, ("AND has nothing to join",)),
    ],
)
def test_a_dangling_operator_is_ignored(text: str, tree: Node, problems: tuple[str, ...]) -> None:
    query = Query.parse(text)
    assert (query.tree, query.problems) == (tree, problems)


def test_an_operator_beside_a_clause_left_out_is_not_blamed() -> None:
    query = Query.parse("aa OR ***")
    assert (query.tree, query.problems) == (A, ("'***' has nothing to search for",))


def test_an_open_parenthesis_is_closed_at_the_end() -> None:
    query = Query.parse("aa (bb OR (cc")
    assert query.tree == And((A, Or((B, C))))
    assert query.problems == ("A parenthesis is not closed",)


def test_a_closing_parenthesis_too_many_is_ignored() -> None:
    query = Query.parse("aa) bb")
    assert query.tree == And((A, B))
    assert query.problems == ("A closing parenthesis has no opening one",)


def test_an_operator_may_touch_parentheses() -> None:
    assert tree_of("(aa)OR(bb)") == Or((A, B))


def test_behind_a_hyphen_the_name_of_an_operator_is_a_word() -> None:
    assert tree_of("aa -OR") == And((A, Not(Word("OR"))))
