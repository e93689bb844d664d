"""A query made narrower by a clause, and wide again without it."""

from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.queries.trees import leaves, tree_of, trees
from tests.queries.vectors import CONSTRUCTS, VECTORS, token_soup
from tui_reader.queries.combining import all_of
from tui_reader.queries.fields import FILTERS, Name
from tui_reader.queries.narrowing import clause_for, has_clause, narrowed, without
from tui_reader.queries.parentheses import DEPTH
from tui_reader.queries.parse import CLAUSES
from tui_reader.queries.query import CHARACTERS, Query
from tui_reader.queries.shown import shown
from tui_reader.queries.tree import (
    FIELDS,
    And,
    Field,
    Label,
    Labelled,
    Named,
    Node,
    Phrase,
    Seen,
    Word,
)
from tui_reader.sorting import Order

FACETS = st.sampled_from(
    ["year:2024", 'venue:"ICLR 2024"', 'keyword:"graph learning"', 'seen:"x y.txt"', "is:starred",
     "author:ada", "-is:read", "(aa OR bb)"]
)  # fmt: skip
OLD = trees.map(shown) | st.lists(trees, max_size=3).map(
    lambda parts: " OR ".join(map(shown, parts))
)


def both(text: str, clause: str) -> Node | None:
    """What a text and a clause mean together."""
    return all_of([Query.parse(text).tree, Query.parse(clause).tree])


def within_limits(text: str) -> bool:
    tree = Query.parse(text).tree
    return len(text) < CHARACTERS and len(leaves(tree)) < CLAUSES and text.count("(") < DEPTH - 1


@given(OLD, FACETS)
@settings(deadline=None, max_examples=200)
def test_a_narrowed_query_asks_for_the_old_one_and_the_clause(text: str, clause: str) -> None:
    assume(within_limits(text + clause) and not has_clause(text, clause))
    query = Query.parse(narrowed(text, clause))
    assert (query.tree, query.problems) == (both(text, clause), ())


@given(token_soup, FACETS)
@settings(deadline=None, max_examples=300)
def test_so_does_one_that_was_not_well_formed(text: str, clause: str) -> None:
    assume(within_limits(text + clause) and not has_clause(text, clause))
    query = Query.parse(narrowed(text, clause))
    assert query.tree == both(text, clause)
    assert query.order == Query.parse(text).order


@given(OLD | token_soup, FACETS)
@settings(deadline=None, max_examples=200)
def test_without_the_clause_a_query_asks_what_it_did(text: str, clause: str) -> None:
    assume(within_limits(text + clause) and not has_clause(text, clause))
    again = Query.parse(without(narrowed(text, clause), clause))
    assert again.tree == Query.parse(text).tree
    assert again.order == Query.parse(text).order


@given(OLD | token_soup, FACETS)
@settings(deadline=None)
def test_a_clause_is_there_after_narrowing_and_not_without_it(text: str, clause: str) -> None:
    assume(within_limits(text + clause))
    narrow = narrowed(text, clause)
    assert has_clause(narrow, clause)
    assert narrowed(narrow, clause) == narrow
    assert not has_clause(without(narrow, clause), clause)


@pytest.mark.parametrize("vector", VECTORS + CONSTRUCTS, ids=lambda text: ascii(text)[:30])
def test_any_text_can_be_narrowed(vector: str) -> None:
    narrow = narrowed(vector, "is:starred")
    assert without(vector, "is:starred") == vector
    assert len(narrow) <= 2 * CHARACTERS + 20
    if within_limits(vector):
        assert has_clause(narrow, "is:starred")


@pytest.mark.parametrize(
    ("text", "clause", "narrow"),
    [
        ("", "year:2024", "year:2024"),
        ("graph  net", "year:2024", "graph net year:2024"),
        ("aa OR bb", "year:2024", "(aa OR bb) year:2024"),
        ("(aa OR bb)", "year:2024", "(aa OR bb) year:2024"),
        ("aa OR bb sort:date", "is:new", "(aa OR bb) sort:date is:new"),
        ('net "graph neur', "is:new", 'net "graph neur" is:new'),
        ("net (aa OR bb", "is:new", "net (aa OR bb ) is:new"),
        ('net (aa OR "bb', "is:new", 'net (aa OR "bb" ) is:new'),
        ("aa) OR bb)", "is:new", "(aa OR bb) is:new"),
        ("aa OR", "is:new", "aa is:new"),
        ("aa NOT", "is:new", "aa is:new"),
        ("title:", "is:new", "is:new"),
        ("NOT ) aa", "is:new", "NOT aa is:new"),
        ("aa AND bb", "is:new", "aa AND bb is:new"),
        ("aa date:last-week", "is:new", "aa date:last-week is:new"),
        ("aa", "bb OR cc", "aa (bb OR cc)"),
        ("aa", "sort:date", "aa sort:date"),
        ("aa OR is:new", "is:new", "(aa OR is:new) is:new"),
    ],
)
def test_a_clause_stands_behind_what_was_typed(text: str, clause: str, narrow: str) -> None:
    assert narrowed(text, clause) == narrow


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("aa  YEAR:2024", "year:2024"),
        ("date:2024 aa", "year:2024"),
        ('aa AND venue:"ICLR  2024"', 'venue:"ICLR 2024"'),
        ("seen:x.txt", 'seen:"x.txt"'),
        ("aa", ""),
        ("aa", "is:nonsense"),
        ("aa sort:date", "sort:date"),
    ],
)
def test_a_clause_that_is_there_or_says_nothing_changes_nothing(text: str, clause: str) -> None:
    assert narrowed(text, clause) == text


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("aa is:new", "aa"),
        ("is:new", ""),
        ("is:new aa IS:NEW", "aa"),
        ("aa AND is:new AND bb", "aa AND bb"),
        ("is:new AND aa", "aa"),
        ("aa AND is:new", "aa"),
        ('"aa"is:new bb', '"aa" bb'),
        ("aa (bb is:new)", "aa (bb is:new)"),
        ("aa OR is:new", "aa OR is:new"),
        ("aa -is:new", "aa -is:new"),
    ],
)
def test_a_clause_is_taken_out_where_it_stands_outside_of_parentheses(text: str, wide: str) -> None:
    assert without(text, "is:new") == wide


def test_a_hyphen_that_joined_takes_nothing_out_afterwards() -> None:
    assert without('"self"-attention', '"self"') == "attention"


def test_an_order_can_be_taken_out() -> None:
    assert without("aa sort:date", "sort:date") == "aa"
    assert without("aa sort:date", "sort:title") == "aa sort:date"


@pytest.mark.parametrize(
    ("name", "value", "clause"),
    [
        ("venue", "ICLR 2024", 'venue:"ICLR 2024"'),
        ("venue", "NeurIPS", "venue:NeurIPS"),
        ("keyword", "self-supervised", "keyword:self-supervised"),
        ("keyword", "C++", "keyword:C++"),
        ("keyword", 'so-called "graph" nets', 'keyword:"so-called graph nets"'),
        ("keyword", "C*-algebra", 'keyword:"C -algebra"'),
        ("keyword", "a: (b) OR", 'keyword:"a: (b) OR"'),
        ("keyword", "...", ""),
        ("year", "2024", "year:2024"),
        ("year", "2023..", "year:2023.."),
        ("year", "<2023", 'year:"<2023"'),
        ("is", "starred", "is:starred"),
        ("sort", "date-reversed", "sort:date-reversed"),
        ("seen", "x.txt", "seen:x.txt"),
        ("seen", "my dump.txt", 'seen:"my dump.txt"'),
        ("seen", 'my "best" dump.txt', "seen:dump.txt"),
        ("seen", "", ""),
        ("id", "10.1/a(b)c", "id:10.1/a(b)c"),
        ("tag", "rag", "tag:rag"),
        ("tag", "★", "tag:★"),
        ("list", "to read", 'list:"to read"'),
        ("list", 'my "best" ones', "list:my*"),
        ("list", '"best" ones', ""),
        ("tag", "c*", "tag:c*"),
        ("tag", "*", ""),
    ],
)
def test_a_clause_is_written_with_quotation_marks_where_it_needs_them(
    name: Name, value: str, clause: str
) -> None:
    assert clause_for(name, value) == clause


@given(st.sampled_from(FIELDS), st.text() | token_soup)
@settings(deadline=None)
def test_a_written_clause_is_one_about_its_field(name: Field, value: str) -> None:
    clause = clause_for(name, value)
    assume(clause and len(clause) <= CHARACTERS)
    tree = tree_of(clause)
    assert isinstance(tree, Word | Phrase)
    assert tree.field == name
    assert not tree.prefix


@given(st.sampled_from(["seen", "id"]), st.text() | token_soup)
@settings(deadline=None)
def test_a_written_name_is_part_of_the_name(name: Name, value: str) -> None:
    clause = clause_for(name, value)
    assume(clause and len(clause) <= CHARACTERS)
    tree = tree_of(clause)
    assert isinstance(tree, Seen | Named)
    assert (tree.dump if isinstance(tree, Seen) else tree.text) in value


@given(st.sampled_from(get_args(Label)), st.text() | token_soup)
@settings(deadline=None)
def test_a_written_label_is_its_name_or_how_it_begins(kind: Label, value: str) -> None:
    clause = clause_for(kind, value)
    assume(clause and len(clause) <= CHARACTERS)
    tree = tree_of(clause)
    assert isinstance(tree, Labelled)
    assert tree.kind == kind
    assert value.strip().startswith(tree.text)
    assert tree.prefix or value.strip() == tree.text


@given(st.sampled_from(get_args(Field) + tuple(FILTERS)), st.text(), OLD)
@settings(deadline=None)
def test_any_value_whatever_narrows_or_does_nothing(name: Name, value: str, text: str) -> None:
    clause = clause_for(name, value)
    assume(within_limits(text + clause))
    narrow = Query.parse(narrowed(text, clause))
    assert narrow.text == text or has_clause(narrow.text, clause)


def test_what_cannot_be_searched_is_left_out_of_a_narrowed_query() -> None:
    narrow = narrowed("graph " + "x" * 600, "is:new")
    assert narrow == "graph is:new"


def test_a_facet_of_a_query_with_an_order_keeps_the_order() -> None:
    query = Query.parse(narrowed("aa OR bb sort:title", "year:2024"))
    assert query.order == Order("title")
    assert isinstance(query.tree, And)
