"""Tags, reading lists and the days of stars in a query."""

from datetime import date

import pytest

from tests.queries.trees import tree_of, typed
from tui_reader.papers import PaperId
from tui_reader.queries.query import Query
from tui_reader.queries.shown import shown
from tui_reader.queries.tree import (
    EVERYTHING,
    And,
    Labelled,
    Marked,
    Named,
    Node,
    Not,
    Or,
    StarredOn,
    These,
    Word,
)

DAYS = "2025, 2025-03, 2025-03-31, last-week or a range such as 2025-03..today"
TAGS = "tag: takes a tag, or how it begins, such as ra*"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("tag:rag", Labelled("tag", "rag")),
        ("TAGS:RAG", Labelled("tag", "RAG")),
        ('list:"to read"', Labelled("list", "to read")),
        ("list:my(1)list", Labelled("list", "my(1)list")),
        ("tag:~a=b:c", Labelled("tag", "~a=b:c")),
        ("tag:★", Labelled("tag", "★")),
        ("tag:a*b", Labelled("tag", "a*b")),
        ("-tag:rag", Not(Labelled("tag", "rag"))),
        ("tag:(rag OR nlp)", Or((Labelled("tag", "rag"), Labelled("tag", "nlp")))),
    ],
)
def test_a_tag_or_a_list_is_asked_for_by_its_whole_name(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("tag:ra*", Labelled("tag", "ra", prefix=True)),
        ("tag:r*", Labelled("tag", "r", prefix=True)),
        ('list:"to r*"', Labelled("list", "to r", prefix=True)),
        ("list:to**", Labelled("list", "to", prefix=True)),
    ],
)
def test_a_star_behind_a_name_makes_it_a_beginning(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize("text", ["-list:*", "NOT list:*", '-list:"*"'])
def test_a_star_alone_stands_for_any_name(text: str) -> None:
    assert tree_of(text) == Not(Labelled("list", "", prefix=True))


@pytest.mark.parametrize("text", ["tag:r", "aa tag:ra", 'tag:"to re', "(tag:rag"])
def test_a_name_being_typed_is_a_beginning(text: str) -> None:
    tree = typed(text)
    last = tree.parts[-1] if isinstance(tree, And) else tree
    assert isinstance(last, Labelled)
    assert (last.prefix, last.typed) == (True, True)


@pytest.mark.parametrize("text", ["tag:rag ", "-tag:rag", 'tag:"rag"', "tag:ra*", "tag:*"])
def test_a_name_that_is_written_or_left_out_is_meant_as_it_stands(text: str) -> None:
    assert typed(text) == tree_of(text)


@pytest.mark.parametrize(
    ("clause", "problem"),
    [
        ('tag:" "', f"{TAGS}, not ''"),
        (
            'list:""',
            "list: takes the name of a reading list, or how it begins, such as to*, not ''",
        ),
        ("tag:", "tag: has nothing right after it"),
    ],
)
def test_a_name_with_nothing_in_it_is_left_out(clause: str, problem: str) -> None:
    query = Query.parse(f"aa {clause}")
    assert (query.tree, query.problems) == (Word("aa"), (problem,))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("starred:2026-10..", date(2026, 10, 1), None),
        ("starred:..2026", None, date(2026, 12, 31)),
        ("starred:2026-10-05", date(2026, 10, 5), date(2026, 10, 5)),
        ("starred:>2025", date(2026, 1, 1), None),
        ("starred:yesterday", date(2026, 10, 4), date(2026, 10, 4)),
        ('starred:"2026"', date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_stars_are_asked_for_by_days_as_papers_are(
    text: str, first: date | None, last: date | None
) -> None:
    query = Query.parse(text, today=date(2026, 10, 5))
    assert (query.tree, query.problems) == (StarredOn(first, last), ())


@pytest.mark.parametrize("value", ["true", "*", "2026-13"])
def test_stars_are_asked_for_by_nothing_but_days(value: str) -> None:
    query = Query.parse(f"starred:{value}")
    assert (query.tree, query.problems) == (
        EVERYTHING,
        (f"starred: takes {DAYS}, not '{value}'",),
    )


@pytest.mark.parametrize("text", ["starred:", "starred:20", "starred:2026-", "starred:las"])
def test_nothing_is_said_of_a_day_being_typed(text: str) -> None:
    assert Query.parse(text, typing=True).problems == ()


def test_papers_of_a_question_are_shown_by_their_ids() -> None:
    these = These(frozenset({PaperId("arxiv:2401.00002"), PaperId("arxiv:2401.00001")}))
    text = shown(And((these, Or((Marked("unread"), these)))))
    ids = "(id:arxiv:2401.00001 OR id:arxiv:2401.00002)"
    assert text == f"{ids} (is:unread OR {ids})"
    assert shown(These(frozenset({PaperId("arxiv:2401.00001")}))) == "id:arxiv:2401.00001"
    assert isinstance(tree_of("id:arxiv:2401.00001"), Named)
