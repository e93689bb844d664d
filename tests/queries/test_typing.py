"""A query that is still being typed."""

from datetime import date

import pytest
from hypothesis import given, settings

from tests.queries.trees import tree_of, typed
from tests.queries.vectors import token_soup
from tui_reader.queries.query import Query
from tui_reader.queries.tree import (
    EVERYTHING,
    And,
    During,
    Exact,
    Named,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Seen,
    Word,
)
from tui_reader.sorting import Order

DIFF = Word("diff", prefix=True)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("diff", DIFF),
        ("graph diff", And((Word("graph"), DIFF))),
        ("graph OR diff", Or((Word("graph"), DIFF))),
        ("(graph OR diff", Or((Word("graph"), DIFF))),
        ("title:diff", Word("diff", "title", prefix=True)),
        ('"graph neural" diff', And((Phrase(("graph", "neural")), DIFF))),
        ("GPT-4", Word("GPT-4", prefix=True)),
        ("diff*", DIFF),
        ("深度", Word("深度", prefix=True)),
        ('"diff', Phrase(("diff",), prefix=True)),
        ('graph "neural ne', And((Word("graph"), Phrase(("neural", "ne"), prefix=True)))),
        ('title:"neural n', Phrase(("neural",), "title")),
        ('"neural ne*"', Phrase(("neural", "ne"), prefix=True)),
        ("mo*in", Pattern("mo*in*")),
        ("mo*in*", Pattern("mo*in*")),
        ("mo*d*i*n", Pattern("mo*d*i*n")),
        ("~dif", Word("dif", prefix=True)),
        ("~diff", Near("diff")),
        ("=diff", Exact("diff")),
        ("id:2401", Named("2401", prefix=True)),
        ("id:2", Named("2")),
        ("seen:mar", Seen("mar")),
    ],
)
def test_the_last_word_is_the_beginning_of_one(text: str, tree: Node) -> None:
    assert typed(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "diff ",
        "diff\n",
        "(diff)",
        "(diff) (",
        '"diff"',
        '"diff ',
        "year:2024",
        "is:read",
        "d",
        "C++",
    ],
)
def test_nothing_becomes_a_prefix_where_no_word_is_being_typed(text: str) -> None:
    assert typed(text) == Query.parse(text).tree


@pytest.mark.parametrize("beginning", ["AN", "NO"])
def test_the_beginning_of_an_operator_is_no_prefix(beginning: str) -> None:
    assert typed(f"diff {beginning}") == And((Word("diff"), Word(beginning)))


@pytest.mark.parametrize(
    "text", ["graph -diff", "graph NOT diff", "graph -(net diff", "-mo*in", "-id:2401"]
)
def test_a_word_to_leave_out_is_no_prefix(text: str) -> None:
    assert typed(text) == Query.parse(text).tree


def test_only_typing_makes_a_prefix() -> None:
    assert tree_of("diff") == Word("diff")


@pytest.mark.parametrize(
    "text",
    [
        "aa title:", "aa title: ", "aa OR", "aa OR ", "aa AND NOT", "aa -", "aa NOT (", "aa (",
        'aa "', "aa is:", "aa is:st", "aa has:n", "aa year:", "aa year:2", "aa year:>",
        "aa year:..", "aa date:20", "aa -is:star", "aa *", "aa ~", "aa ~wor", "aa =", "aa id:",
        "aa id:*", "aa seen:", "aa seen:*", 'aa seen:"', "aa sort:", "aa sort:da", "aa is:n",
        "aa has:p", "aa date:t", "aa date:this-", "aa date:Yest", "aa date:..las",
        "aa date:>last-w", "aa note:", "aa year:last", 'aa date:"', 'aa is:"st',
    ],
)  # fmt: skip
def test_nothing_is_said_of_what_the_next_key_may_complete(text: str) -> None:
    query = Query.parse(text, typing=True)
    assert query.problems == ()
    assert query.tree in {Word("aa"), And((Word("aa"), Word("wor", prefix=True)))}
    assert Query.parse(text).problems != ()


@pytest.mark.parametrize("text", ['"aa bb"~', '"aa bb"~3', "sort:date", "date:this-week"])
def test_what_is_being_typed_already_holds(text: str) -> None:
    assert typed(text) == Query.parse(text).tree
    assert Query.parse(text, typing=True).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "OR aa",
        "aa OR OR bb",
        "title: aa",
        "aa)",
        "is:maybe",
        "a*",
        "a*b",
        "~ab cd",
        '"aa bb"~x',
        "-sort:da",
        "(sort:da",
        "sort:x",
        "=aa*",
        "date:this-x",
    ],
)
def test_what_no_key_can_mend_is_said_at_once(text: str) -> None:
    assert len(Query.parse(text, typing=True).problems) == 1


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("date:2023..2", None),
        ("date:2023..las", None),
        ("date:2023..202", None),
        ("date:2023.", date(2023, 12, 31)),
        ("date:2023..2024-", date(2024, 12, 31)),
        ("date:2023..2024-1", date(2024, 12, 31)),
        ("date:2023..2024-11-", date(2024, 11, 30)),
        ("date:2023..2024-11-0", date(2024, 11, 30)),
    ],
)
def test_the_finished_part_of_a_range_already_holds(text: str, last: date | None) -> None:
    query = Query.parse(text, typing=True)
    assert (query.tree, query.problems) == (During(date(2023, 1, 1), last), ())


@pytest.mark.parametrize(
    "text", ["date:2020-13", "year:abc", "year:2023..20244", "date:2023-02-29"]
)
def test_a_value_that_cannot_become_good_is_named_while_typing(text: str) -> None:
    query = Query.parse(text, typing=True)
    assert query.tree == EVERYTHING
    assert len(query.problems) == 1


def test_a_negated_range_is_understood_as_it_is_typed() -> None:
    assert typed("-year:2023..20") == Not(During(date(2023, 1, 1), None))


@pytest.mark.parametrize("text", ["sort:date-", "sort:date-rev"])
def test_an_order_already_holds_while_it_is_turned_round(text: str) -> None:
    query = Query.parse(text, typing=True)
    assert (query.order, query.problems) == (Order("date"), ())


@given(token_soup)
@settings(deadline=None)
def test_typing_adds_no_problem(text: str) -> None:
    assert set(Query.parse(text, typing=True).problems) <= set(Query.parse(text).problems)


@given(token_soup)
@settings(deadline=None)
def test_after_a_space_typing_changes_no_words(text: str) -> None:
    assert typed(text + " ") == Query.parse(text + " ").tree
