"""Words that analysis leaves nothing of neither find papers nor exclude any."""

import pytest

from tests.search.material import answer, paper
from tui_reader.search.corpus import corpus_of

SHELF = corpus_of([paper("Alpha"), paper("Beta"), paper("Alpha beta")])


@pytest.mark.parametrize(
    "query", [r"alpha -\emph{}", r"alpha OR \rm", r"\quad alpha", r"alpha (\quad OR \rm)"]
)
def test_they_are_as_if_they_were_not_there(query: str) -> None:
    assert sorted(answer(SHELF, query).numbers) == [0, 2]


def test_a_query_of_nothing_else_finds_every_paper() -> None:
    assert list(answer(SHELF, r"\quad -\rm").numbers) == [0, 1, 2]
