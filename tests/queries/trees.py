"""Trees as a query is understood, drawn at random; and what the tests ask of one."""

from calendar import monthrange
from datetime import date
from typing import get_args

from hypothesis import strategies as st

from tui_reader.queries.combining import all_of, any_of, none_of
from tui_reader.queries.query import Query
from tui_reader.queries.tree import (
    FIELDS,
    And,
    During,
    Exact,
    Label,
    Labelled,
    Marked,
    Named,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Seen,
    StarredOn,
    State,
    Word,
)  # fmt: skip

REAL_WORDS = (
    "diffusion", "C++", "GPT-4", "o1", "H2O", "10.1000/xyz123", "2401.01234v2", "arXiv:2401.01234",
    "https://arxiv.org/abs/1706.03762", "10:30", "BERT:", "or", "and", "AN", "OR", "AND", "NOT",
    "title", "is", "std::vector", "don't", "ｇｒａｐｈ", "深度学习", "Schrödinger",
    "a\x00b", "b\ud800", "\u202ex", "[TO]", "graph~2", "x^2", "+graph", "2023..2024",
)  # fmt: skip


def tree_of(text: str) -> Node:
    """The tree of a query that must be understood without a problem."""
    query = Query.parse(text)
    assert query.problems == (), query.problems
    return query.tree


def typed(text: str) -> Node:
    """The tree while the text is being typed."""
    return Query.parse(text, typing=True).tree


def leaves(tree: Node) -> list[Node]:
    """The words, phrases and filters of a tree, from left to right."""
    match tree:
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in leaves(part)]
        case Not(part):
            return leaves(part)
    return [tree]


def _phrase_of(words: list[str]) -> tuple[str, ...]:
    return tuple(words)


fields = st.none() | st.sampled_from(FIELDS)
plain = st.sampled_from(REAL_WORDS) | st.from_regex(r"[a-z][a-z0-9'/.]{0,8}", fullmatch=True)
_two = st.from_regex(r"[a-zé0-9][a-z0-9]{1,4}", fullmatch=True)
_four = st.from_regex(r"[a-zé][a-z0-9-]{0,4}[a-z0-9]{3,5}", fullmatch=True)
words = st.builds(Word, plain, fields)
prefixes = st.builds(
    Word, plain.filter(lambda text: sum(map(str.isalnum, text)) > 1), fields, st.just(True)
)
exact = st.builds(Exact, plain, fields)
near = st.builds(Near, _four, fields)
patterns = st.builds(
    Pattern,
    st.builds("{}*{}{}".format, _two, _two, st.sampled_from(["", "*", "*s", "*ing*"])),
    fields,
)
phrases = st.builds(
    Phrase,
    st.lists(plain, min_size=1, max_size=6).map(_phrase_of),
    fields,
    gap=st.sampled_from([0, 0, 1, 7, 50]),
)
states: st.SearchStrategy[State] = st.sampled_from(get_args(State))
dumps = st.builds(
    Seen, st.sampled_from(["2025-03-11", "papers (1).txt", "(x", "Mar 11", "é深*x", "a:b", "-x"])
)
kinds: st.SearchStrategy[Label] = st.sampled_from(get_args(Label))
labels = st.builds(
    Labelled,
    kinds,
    st.sampled_from(
        ["rag", "To Read", "OR", "(x", "a(b)", "*a", "-x", "~=:", "★", "tag:x", "a\x00"]
    ),
    st.booleans(),
) | st.builds(Labelled, kinds, st.just(""), st.just(True))
ids = st.builds(
    Named,
    st.sampled_from(["2401.01234", "arxiv:2401", "title:0a1b", "10.1016/s0370(96)1", "10.1/a(b"]),
    st.booleans(),
)


@st.composite
def ranges(draw: st.DrawFn) -> During:
    """Ranges of days, whole years and months often among them."""
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    whole = draw(st.sampled_from(["days", "years", "month"]))
    if whole == "years":
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
    if whole == "month":
        first = first.replace(day=1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
    open_end = draw(st.sampled_from(["none", "first", "last"]))
    return During(
        None if open_end == "first" else first,
        None if open_end == "last" else last,
    )


def _starred(days: During) -> StarredOn:
    return StarredOn(days.first, days.last)


def _joined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts, min_size=1, max_size=4)
    return (
        several.map(lambda nodes: all_of(nodes) or nodes[0])
        | several.map(lambda nodes: any_of(nodes) or nodes[0])
        | parts.map(none_of)
    )


_leaves: st.SearchStrategy[Node] = st.one_of(
    words, prefixes, exact, near, patterns, phrases, ranges(), ranges().map(_starred),
    st.builds(Marked, states), labels, dumps, ids,
)  # fmt: skip
trees: st.SearchStrategy[Node] = st.recursive(_leaves, _joined, max_leaves=12)
