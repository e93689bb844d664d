"""A word that is still being typed finds what goes on from it, the word itself first."""

import pytest

from tests.search.material import NOTHING_SAID, find, paper
from tui_reader.queries.query import Query
from tui_reader.search.corpus import Answer, corpus_of

SHELF = corpus_of(
    [
        paper("RobotriX robotrix", "The robotrix set: robotrix and robotrix."),
        paper("A robot", "It walks."),
        *(paper(f"Robotic arm {number}", "Arms of robots.") for number in range(30)),
        paper("Generation of video", "Generated."),
        paper("The gen file", "A format."),
    ]
)


def typed(text: str) -> Answer:
    return find(SHELF, Query.parse(text, typing=True).tree)


def titles(answer: Answer) -> list[str]:
    return [SHELF.papers[number].title for number in answer.numbers]


def test_it_finds_words_that_begin_so() -> None:
    assert titles(typed("robotr")) == ["RobotriX robotrix"]
    assert set(titles(typed("gen"))) == {"The gen file", "Generation of video"}


def test_the_word_itself_comes_before_rare_words_it_begins() -> None:
    found = titles(typed("robot"))

    assert "A robot" in found
    assert found[-1] == "RobotriX robotrix"
    assert len(found) == 32


def test_its_own_papers_have_the_score_of_the_whole_word() -> None:
    whole, growing = find(SHELF, Query.parse("robot").tree), typed("robot")
    scores = dict(zip(growing.numbers, growing.scores, strict=True))

    for number, score in zip(whole.numbers, whole.scores, strict=True):
        assert scores[number] == pytest.approx(score)


def test_its_parts_add_up() -> None:
    tree = Query.parse("arm robot", typing=True).tree
    found = find(SHELF, tree)
    scores = SHELF.explain(tree, SHELF.said(NOTHING_SAID), list(found.numbers)).scores

    for score, total in zip(scores, found.scores, strict=True):
        assert sum(part.score for part in score.parts) == pytest.approx(total, abs=1e-4)


def test_once_typed_it_means_the_same() -> None:
    assert Query.parse("video gen", begun=True).tree == Query.parse("video gen", typing=True).tree
    assert Query.parse('video "gen', begun=True).problems == Query.parse('video "gen').problems
