"""The canonical text of a tree."""

import pytest
from hypothesis import assume, given, settings

from tests.queries.trees import leaves, tree_of, trees
from tui_reader.queries.parse import CLAUSES
from tui_reader.queries.query import CHARACTERS
from tui_reader.queries.shown import shown
from tui_reader.queries.tree import EVERYTHING, Node


@given(trees)
@settings(deadline=None, max_examples=400)
def test_a_tree_written_and_parsed_is_the_same_tree(tree: Node) -> None:
    text = shown(tree)
    assume(len(text) <= CHARACTERS and len(leaves(tree)) <= CLAUSES)
    assert tree_of(text) == tree


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("aa AND bb", "aa bb"),
        ("aa bb OR cc", "(aa bb) OR cc"),
        ("aa AND (bb OR cc)", "aa (bb OR cc)"),
        ("NOT (aa bb) NOT cc", "-(aa bb) -cc"),
        ('TI:(aa OR au:"bb cc")', 'title:aa OR author:"bb cc"'),
        ("Is:Starred has:NOTE", "is:starred has:note"),
        ("diffus** year:>=2023", "diffus* year:2023.."),
        ("-OR title:NOT", "-OR title:NOT"),
        ("--OR aa", "--OR aa"),
        (
            'ti:("aa bb"~03 ~Difusion =aa mo**ing)',
            'title:"aa bb"~3 title:~Difusion title:=aa title:mo*ing',
        ),
        ("Has:PDF is:NEW", "has:pdf is:new"),
        ('id:("2401.01234" 24*)', "id:2401.01234 id:24*"),
        ('seen:"a.txt" seen:"a b.txt" seen:*a(b)*', 'seen:a.txt seen:"a b.txt" seen:a(b)'),
        ('id:"10.1/a(b" -id:10.1/(a)b', 'id:"10.1/a(b" -id:10.1/(a)b'),
        ("aa sort:date", "aa"),
    ],
)
def test_a_tree_is_written_in_one_way(text: str, canonical: str) -> None:
    assert shown(tree_of(text)) == canonical


def test_everything_is_written_as_nothing() -> None:
    assert shown(EVERYTHING) == ""
