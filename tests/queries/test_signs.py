"""Signs before a word, stars inside one, and words between those of a phrase."""

import pytest

from tests.queries.trees import tree_of
from tui_reader.queries.query import Query
from tui_reader.queries.tree import And, Exact, Near, Node, Not, Or, Pattern, Phrase, Word


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("~difusion", Near("difusion")),
        ("-~difusion", Not(Near("difusion"))),
        ("title:~difusion", Near("difusion", "title")),
        ("-title:~difusion", Not(Near("difusion", "title"))),
        ("~абвг", Near("абвг")),
        ("=models", Exact("models")),
        ("-=models", Not(Exact("models"))),
        ("title:=models", Exact("models", "title")),
        ("=pre-trained", Exact("pre-trained")),
        ("=a", Exact("a")),
        ("=OR", Exact("OR")),
        ("title:(~difusion OR =models)", Or((Near("difusion", "title"), Exact("models", "title")))),
    ],
)
def test_a_sign_before_a_word_says_how_it_is_looked_for(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize("text", ["graph~", "graph~2", "a=b", "p~q", "x=", "don~t"])
def test_a_sign_elsewhere_is_part_of_the_word(text: str) -> None:
    assert tree_of(text) == Word(text)


def test_what_stands_behind_a_sign_is_one_word() -> None:
    assert tree_of("~title:difusion") == Near("title:difusion")
    assert tree_of("=-a") == Exact("-a")


@pytest.mark.parametrize("text", ["~", "=", "~~", "aa ="])
def test_a_sign_alone_has_nothing_to_search_for(text: str) -> None:
    (problem,) = Query.parse(text).problems
    assert problem == f"'{text.removeprefix('aa ')}' has nothing to search for"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("~net", Word("net")),
        ("-~net", Not(Word("net"))),
        ("title:~net", Word("net", "title")),
        ("~ti:x", Word("x", "title")),
        ("~é-é-é", Word("é-é-é")),
    ],
)
def test_a_word_with_a_typo_has_at_least_four_letters(text: str, tree: Node) -> None:
    query = Query.parse(text)
    assert query.tree == tree
    (problem,) = query.problems
    assert problem.endswith("needs at least 4 letters after its ~")


@pytest.mark.parametrize(
    ("text", "tree"),
    [("=mod*", Exact("mod")), ("~diff*ion", Near("diffion")), ("=C*-algebra", Exact("C-algebra"))],
)
def test_a_sign_and_a_star_do_not_go_together(text: str, tree: Node) -> None:
    query = Query.parse(text)
    assert query.tree == tree
    assert query.problems == (f"'{text}' cannot have both {text[0]} and *",)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("mod*ing", Pattern("mod*ing")),
        ("mod**ing", Pattern("mod*ing")),
        ("title:mod*ing", Pattern("mod*ing", "title")),
        ("-mod*ing", Not(Pattern("mod*ing"))),
        ("mo*l*ng*", Pattern("mo*l*ng*")),
        ("self-sup*ed", Pattern("self-sup*ed")),
        ("4D*x", Pattern("4D*x")),
        ("ti*tle:x", Pattern("ti*tle:x")),
    ],
)
def test_a_star_inside_a_word_stands_for_any_letters(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize("text", ["graph*,", "graph,*", "graph*,*"])
def test_a_star_with_only_punctuation_behind_it_ends_the_word(text: str) -> None:
    assert tree_of(text) == Word("graph,", prefix=True)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("*graph", Word("graph")),
        ("*graph*", Word("graph", prefix=True)),
        ("g*raph", Word("graph")),
        ("g*ra*ph*", Word("graph", prefix=True)),
        ("title:*graph", Word("graph", "title")),
        ("t*itle:graph", Word("graph", "title")),
        ("-*graph", Not(Word("graph"))),
        ("*-graph", Not(Word("graph"))),
        ("*OR", Word("OR")),
    ],
)
def test_a_star_needs_two_letters_before_it(text: str, tree: Node) -> None:
    query = Query.parse(text)
    assert query.tree == tree
    (problem,) = query.problems
    assert problem.endswith("needs at least 2 letters before its *")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ('"aa bb"~3', Phrase(("aa", "bb"), gap=3)),
        ('"aa bb"~0', Phrase(("aa", "bb"))),
        ('"aa bb*"~2', Phrase(("aa", "bb"), prefix=True, gap=2)),
        ('title:"aa bb"~2', Phrase(("aa", "bb"), "title", gap=2)),
        ('-"aa bb"~2', Not(Phrase(("aa", "bb"), gap=2))),
        ('"aa bb"~2 cc', And((Phrase(("aa", "bb"), gap=2), Word("cc")))),
        ('("aa bb"~2)', Phrase(("aa", "bb"), gap=2)),
        ("“aa bb”~2", Phrase(("aa", "bb"), gap=2)),
        ('"aa bb" ~2000', And((Phrase(("aa", "bb")), Near("2000")))),
    ],
)
def test_a_number_behind_a_phrase_lets_other_words_in(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize("gap", ["~", "~x", "~-1", "~3.5", "~٣", "~~3", "~3rd"])
def test_what_is_no_number_behind_a_phrase_is_left_out(gap: str) -> None:
    query = Query.parse(f'"aa bb"{gap} cc')
    assert query.tree == And((Phrase(("aa", "bb")), Word("cc")))
    assert query.problems == (f"'{gap}' after a phrase is no number of words, as ~3 is",)


def test_a_number_behind_a_filter_is_left_out() -> None:
    query = Query.parse('year:"2024"~3')
    assert query.tree == tree_of("year:2024")
    assert query.problems == ("'~3' is understood only after a phrase",)
