"""Fields before a word, a phrase or a group; states; and names that are no field."""

import pytest

from tests.queries.trees import tree_of
from tui_reader.queries.query import Query
from tui_reader.queries.tree import (
    EVERYTHING,
    And,
    Field,
    Marked,
    Node,
    Not,
    Or,
    Phrase,
    State,
    Word,
)

UNKNOWN = (
    "is no field; use title, author, abstract, venue, keyword, note, year, date, seen, is, has, "
    "tag, list, starred, id, sort"
)
STATES = "new, starred, unread, read, to-read, reading, done or skipped"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("title", "title"), ("ti", "title"), ("TITLE", "title"), ("author", "author"),
        ("authors", "author"), ("au", "author"), ("Abstract", "abstract"), ("abs", "abstract"),
        ("venue", "venue"), ("keyword", "keyword"), ("keywords", "keyword"),
        ("note", "note"),
    ],
)  # fmt: skip
def test_a_field_holds_for_a_word(name: str, field: Field) -> None:
    assert tree_of(f"{name}:graph net") == And((Word("graph", field), Word("net")))


def test_a_field_holds_for_a_phrase() -> None:
    assert tree_of('title:"graph neural"') == Phrase(("graph", "neural"), "title")


def test_the_readers_note_is_a_field() -> None:
    assert tree_of('note:"read this" note:(aa OR bb)') == And(
        (Phrase(("read", "this"), "note"), Or((Word("aa", "note"), Word("bb", "note"))))
    )


def test_a_field_holds_for_all_in_a_group_that_has_none() -> None:
    assert tree_of('title:(aa OR author:bb -"cc dd")') == Or(
        (
            Word("aa", "title"),
            And((Word("bb", "author"), Not(Phrase(("cc", "dd"), "title")))),
        )
    )


def test_a_group_with_a_field_ends_its_field() -> None:
    assert tree_of("title:(aa) bb") == And((Word("aa", "title"), Word("bb")))


@pytest.mark.parametrize("text", ["-title:aa", "title:-aa", "NOT title:aa"])
def test_a_field_can_be_taken_out(text: str) -> None:
    assert tree_of(text) == Not(Word("aa", "title"))


def test_the_last_of_several_fields_holds() -> None:
    assert tree_of("title:abstract:aa") == Word("aa", "abstract")


def test_a_field_makes_a_plain_word_of_an_operator() -> None:
    assert tree_of("title:OR") == Word("OR", "title")


def test_a_field_holds_for_a_word_with_a_colon() -> None:
    assert tree_of("title:10:30") == Word("10:30", "title")


@pytest.mark.parametrize("text", ["aa title:", "aa title: ", "title: aa", "(title:) aa"])
def test_a_field_with_nothing_right_after_it_is_left_out(text: str) -> None:
    query = Query.parse(text)
    assert query.tree == Word("aa")
    assert query.problems == ("title: has nothing right after it",)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("foo:bar", Word("bar")),
        ("-foo:bar", Not(Word("bar"))),
        ('foo:"bar baz"', Phrase(("bar", "baz"))),
        ("foo:(bar OR baz)", Or((Word("bar"), Word("baz")))),
        ("title:foo:bar", Word("bar", "title")),
        ("foo:year:2*", EVERYTHING),
    ],
)
def test_an_unknown_field_is_searched_as_words_and_named(text: str, tree: Node) -> None:
    query = Query.parse(text)
    assert query.tree == tree
    assert f"'foo' {UNKNOWN}" in query.problems


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("is:starred", "starred"), ("is:read", "read"), ("is:unread", "unread"),
        ("has:note", "note"), ("is:new", "new"), ("has:code", "code"), ("has:pdf", "pdf"),
        ("IS:Starred", "starred"), ('is:"read"', "read"), ("is:to-read", "to-read"),
        ("is:reading", "reading"), ("is:done", "done"), ("is:skipped", "skipped"),
        ("has:tag", "tag"), ("has:list", "list"),
    ],
)  # fmt: skip
def test_the_readers_marks_are_asked_for(text: str, state: State) -> None:
    assert tree_of(text) == Marked(state)


def test_marks_combine_in_a_group() -> None:
    assert tree_of("is:(starred OR unread)") == Or((Marked("starred"), Marked("unread")))


def test_marks_stand_in_a_group_with_another_field() -> None:
    assert tree_of("title:(aa -is:read)") == And((Word("aa", "title"), Not(Marked("read"))))


@pytest.mark.parametrize(
    ("clause", "problem"),
    [
        ("is:maybe", f"is: takes {STATES}, not 'maybe'"),
        ("has:wings", "has: takes note, tag, list, code or pdf, not 'wings'"),
        ("is:note", f"is: takes {STATES}, not 'note'"),
        ("is:*", f"is: takes {STATES}, not '*'"),
        ('is:"to read"', "is: does not take 'to read'; did you mean to-read?"),
        ("is:Stared", "is: does not take 'Stared'; did you mean starred?"),
        ("has:notes", "has: does not take 'notes'; did you mean note?"),
    ],
)
def test_a_state_that_is_none_is_left_out(clause: str, problem: str) -> None:
    query = Query.parse(f"aa {clause}")
    assert (query.tree, query.problems) == (Word("aa"), (problem,))
    assert Query.parse(clause).tree == EVERYTHING


def test_a_misspelt_field_is_asked_about() -> None:
    assert Query.parse("autor:bengio").problems == ("'autor' is no field; did you mean author?",)
