"""Filters by id and by dump, orders, and what is offered to somebody who types."""

import pytest

from tests.queries.trees import tree_of
from tui_reader.queries.fields import COMPLETIONS, DAY_WORDS, NAMES, VALUES, named
from tui_reader.queries.query import Query
from tui_reader.queries.tree import EVERYTHING, And, Named, Node, Not, Or, Seen, Word
from tui_reader.sorting import SORT_KEYS, Order, SortKey

KEYS = "relevance, dump, date, title, upvotes"
MISPLACED = "sort: holds for the whole query, so it cannot be negated or in parentheses"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("id:2401.01234", Named("2401.01234")),
        ("id:arxiv:2401.01234", Named("arxiv:2401.01234")),
        ("id:10.1000/xyz", Named("10.1000/xyz")),
        ("id:title:0a1b2c", Named("title:0a1b2c")),
        ("id:https://doi.org/10.1/x?y=1#z", Named("https://doi.org/10.1/x?y=1#z")),
        ("id:10.1016/0370-2693(96)00001-2", Named("10.1016/0370-2693(96)00001-2")),
        ("(id:10.1/a(b) OR id:10.1/c)", Or((Named("10.1/a(b)"), Named("10.1/c")))),
        ("id:2401*", Named("2401", prefix=True)),
        ('id:"2401*"', Named("2401", prefix=True)),
        ('id:" 10.1/a (b "', Named("10.1/a (b")),
        ("-id:2401*", Not(Named("2401", prefix=True))),
        ("id:-x~=y", Named("-x~=y")),
        ("id:(2401.1 OR 24*)", Or((Named("2401.1"), Named("24", prefix=True)))),
        ("ID:x", Named("x")),
    ],
)
def test_an_id_is_all_that_stands_behind_the_colon(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("seen:march.txt", Seen("march.txt")),
        ("seen:2025-03-11", Seen("2025-03-11")),
        ('seen:"my dump.txt"', Seen("my dump.txt")),
        ("seen:My(1).txt", Seen("My(1).txt")),
        ("seen:~a=b:c", Seen("~a=b:c")),
        ("seen:*march*", Seen("march")),
        ('seen:"a*b *"', Seen("a*b")),
        ("-seen:march", Not(Seen("march"))),
        ("seen:(march OR april)", Or((Seen("march"), Seen("april")))),
    ],
)
def test_a_dump_is_asked_for_by_part_of_its_name(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize(
    ("clause", "problem"),
    [
        ("id:***", "id: takes an arXiv id or a DOI, or how it begins, not '***'"),
        ("seen:*", "seen: takes a part of a dump's name, or a day, not '*'"),
        ('seen:"..."', "seen: takes a part of a dump's name, or a day, not '...'"),
        ("id:", "id: has nothing right after it"),
        ("sort:", "sort: has nothing right after it"),
        ("sort:-date", f"sort: takes {KEYS}, or these with -reversed, not '-date'"),
    ],
)
def test_a_value_with_nothing_in_it_is_left_out(clause: str, problem: str) -> None:
    query = Query.parse(f"aa {clause}")
    assert (query.tree, query.order, query.problems) == (Word("aa"), None, (problem,))


@pytest.mark.parametrize("key", SORT_KEYS)
def test_a_query_can_say_how_to_sort(key: SortKey) -> None:
    query = Query.parse(f"aa sort:{key}")
    assert (query.tree, query.order, query.problems) == (Word("aa"), Order(key), ())
    assert Query.parse(f"sort:{key}-reversed").order == Order(key, reverse=True)


@pytest.mark.parametrize(
    "text", ["Sort:Date", 'sort:"date"', "sort:title sort:date", "--sort:date"]
)
def test_the_last_order_holds_in_any_spelling(text: str) -> None:
    query = Query.parse(text)
    assert (query.tree, query.order, query.problems) == (EVERYTHING, Order("date"), ())


def test_a_query_without_an_order_asks_for_none() -> None:
    assert Query.parse("aa date:2024").order is None


def test_an_order_joins_nothing() -> None:
    assert tree_of("aa OR bb sort:date") == Or((Word("aa"), Word("bb")))
    assert tree_of("aa AND sort:date AND bb") == And((Word("aa"), Word("bb")))


@pytest.mark.parametrize(
    "clause", ["-sort:date", "NOT sort:date", "(sort:date)", "sort:(date)", "-sort:x", "(sort:x)"]
)
def test_an_order_is_neither_negated_nor_in_parentheses(clause: str) -> None:
    query = Query.parse(f"aa {clause}")
    assert (query.tree, query.order, query.problems) == (Word("aa"), None, (MISPLACED,))


def test_every_field_is_offered_once_and_no_other_spelling_of_it() -> None:
    offered = [completion.spelling for completion in COMPLETIONS]
    assert offered == [f"{name}:" for name in dict.fromkeys(NAMES.values())]


def test_every_field_is_explained_in_a_few_words() -> None:
    assert all(0 < len(completion.explanation) <= 55 for completion in COMPLETIONS)


@pytest.mark.parametrize(
    ("name", "value"), [(n, v) for n, values in VALUES.items() for v in values]
)
def test_every_value_offered_is_understood(name: str, value: str) -> None:
    query = Query.parse(f"{name}:{value}")
    assert query.problems == ()
    assert not query.is_everything or query.order


def test_words_for_days_are_offered() -> None:
    assert VALUES["date"] == DAY_WORDS


def test_another_spelling_means_the_field_in_any_capitals() -> None:
    assert (named("AU"), named("nothing")) == ("author", None)
