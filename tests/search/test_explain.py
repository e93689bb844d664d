"""What a score is made of adds up to the score, and every clause tells what it stood for."""

import pytest
from hypothesis import given, settings

from tests.search.material import NOTHING_SAID, answer, find, paper
from tests.search.scan import questions
from tui_reader.queries.query import Query
from tui_reader.queries.tree import Node
from tui_reader.search.corpus import corpus_of
from tui_reader.search.explain import Explained

SHELF = corpus_of(
    [
        paper("Diffusion models", "Diffusion of robots is a diffuse model"),
        paper("Robots walk", "A language model walks"),
        paper("Heat", "Slow diffusion", authors=["Ada Model"]),
    ]
)
QUERIES = ("diffusion", "diffusion model", '"language model"', "mod* -heat", "difusion OR walk")


def explained(query: str, *numbers: int) -> Explained:
    return SHELF.explain(Query.parse(query).tree, SHELF.said(NOTHING_SAID), numbers)


@pytest.mark.parametrize("query", QUERIES)
def test_the_parts_add_up_to_the_score(query: str) -> None:
    found = answer(SHELF, query)
    scores = explained(query, *found.numbers).scores

    assert len(scores) > 0
    for score, total in zip(scores, found.scores, strict=True):
        assert score.total == pytest.approx(total)
        assert sum(part.score for part in score.parts) + score.named == pytest.approx(
            total, abs=1e-4
        )


def test_a_clause_tells_its_terms_and_where_papers_have_it() -> None:
    (clause,) = explained("models").clauses

    assert clause.terms == ("model",)
    assert clause.fields == ("title", "abstract")
    assert clause.papers == 2


def test_a_phrase_counts_only_where_its_words_follow() -> None:
    assert [clause.papers for clause in explained('"language model"').clauses] == [1]
    assert not explained('"language model"', 0).scores[0].answers


def test_an_unknown_word_tells_what_it_was_taken_for() -> None:
    assert [each.instead for each in explained("difusion").corrections] == [("diffusion",)]


def test_what_does_not_rank_has_no_score() -> None:
    (score,) = explained("-heat", 0).scores

    assert score.answers
    assert score.total is None


@given(questions)
@settings(deadline=None, max_examples=150)
def test_the_parts_of_any_query_add_up(tree: Node) -> None:
    found = find(SHELF, tree)
    scores = SHELF.explain(tree, SHELF.said(NOTHING_SAID), list(found.numbers)).scores

    for score, total in zip(scores, found.scores, strict=bool(found.scores)):
        whole = sum(part.score for part in score.parts) + score.named
        assert whole == pytest.approx(total, abs=1e-3)
