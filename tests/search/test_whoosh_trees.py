"""Whole trees find and score what Whoosh's exact answer to the same query finds and scores."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index
from whoosh.query import And, Or, Term
from whoosh.scoring import BM25F

from tests.search.material import find, paper, written
from tests.search.scan import typos
from tui_reader.papers import Paper
from tui_reader.queries import tree
from tui_reader.search.analysis import stem, tokens
from tui_reader.search.corpus import Corpus
from tui_reader.search.schema import SEARCHED, STEMMED, field_text
from tui_reader.search.stored import WHOOSH, open_generation

NAMES = tuple(field.name for field in SEARCHED)
STARTS, ENDS = ("model", "robot", "grap", "tran", "lear", "plan"), ("", "s", "ing", "er", "ed")
VOCABULARY = [a + b for b in ENDS for a in STARTS] + ["of", "the", "c++", "seldom"]


def invented(count: int) -> list[Paper]:
    draw = Random(3)
    weights = [1 / place for place in range(1, len(VOCABULARY) + 1)]

    def some(most: int) -> str:
        return " ".join(draw.choices(VOCABULARY, weights, k=draw.randint(1, most)))

    return [
        paper(
            f"No{number} {some(6)}",
            some(40),
            authors=[some(2)] if number % 4 else [],
            keywords=[some(1)] if number % 3 else [],
            venue=some(2) if number % 2 else "",
        )
        for number in range(count)
    ]


PAPERS = invented(3000)
WORDS = {
    name: sorted({token for each in PAPERS for token in tokens(field_text(each, name))})
    for name in NAMES
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Corpus, Any]]:
    folder = written(tmp_path_factory.mktemp("generation"), PAPERS)
    index = whoosh_index.open_dir(str(folder / WHOOSH))
    with index.searcher(weighting=BM25F()) as searcher:
        yield open_generation(folder), searcher
    index.close()


def term(field: tree.Field, word: str) -> str:
    return stem(word) if field in STEMMED else word


def stands_for(node: tree.Node, field: tree.Field) -> set[str]:
    """The terms that a word of any kind stands for, by looking at every word of the field."""
    match node:
        case tree.Word(text, _, prefix):
            fits = [word for word in WORDS[field] if prefix and word.startswith(text)]
            return {term(field, word) for word in [text, *fits]}
        case tree.Near(text):
            fits = [word for word in WORDS[field] if typos(word, text) < 2]
            return {term(field, word) for word in [text, *fits]}
    raise AssertionError(node)


def whoosh_query(node: tree.Node) -> Any:
    match node:
        case tree.And(parts):
            return And([whoosh_query(part) for part in parts])
        case tree.Or(parts):
            return Or([whoosh_query(part) for part in parts])
        case tree.Word() | tree.Near():
            fields = [node.field] if node.field else NAMES
            terms = [Term(name, each) for name in fields for each in stands_for(node, name)]
            return Or(terms)
    raise AssertionError(node)


_fields = st.none() | st.sampled_from(NAMES)
_words = st.builds(tree.Word, st.sampled_from(VOCABULARY), _fields)
_leaves: st.SearchStrategy[tree.Node] = st.one_of(
    _words,
    st.builds(tree.Word, st.sampled_from(["mo", "tra", "lear", "pl"]), _fields, st.just(True)),
    st.builds(tree.Near, st.sampled_from(["modle", "robots", "graps", "planner"]), _fields),
)


def _joined(parts: st.SearchStrategy[tree.Node]) -> st.SearchStrategy[tree.Node]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return several.map(tree.And) | several.map(tree.Or)


_positive = st.recursive(_leaves, _joined, max_leaves=5)


def exact(searcher: Any, node: tree.Node) -> dict[int, float]:
    """Whoosh's exact answer, without the short cuts that lose hits."""
    return {hit.docnum: hit.score for hit in searcher.search(whoosh_query(node), limit=None)}


@given(_positive, st.none() | _leaves)
@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_tree_finds_and_scores_as_in_whoosh(
    both: tuple[Corpus, Any], question: tree.Node, taken_out: tree.Node | None
) -> None:
    ours, searcher = both
    theirs = exact(searcher, question)
    if taken_out:
        # Whoosh's own negation gives scores and misses papers, so it is asked twice.
        gone = exact(searcher, taken_out)
        theirs = {number: score for number, score in theirs.items() if number not in gone}
        question = tree.And((question, tree.Not(taken_out)))
    answer = find(ours, question)

    scores = dict(zip(answer.numbers, answer.scores, strict=True))
    assert sorted(scores) == sorted(theirs)
    assert max((abs(scores[each] - theirs[each]) for each in theirs), default=0.0) < 1e-4
