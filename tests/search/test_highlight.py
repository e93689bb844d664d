"""Which words of a shown text are marked as hits."""

import pytest

from tests.search.material import answer, paper
from tui_reader.search.corpus import corpus_of
from tui_reader.search.highlight import hits


def marked(text: str, query: str) -> list[str]:
    """The marked words of a title that answers a query."""
    terms = answer(corpus_of([paper(text)]), query).terms.get("title", frozenset())
    return [text[start:end] for start, end in hits(text, terms)]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("running", ["Running", "runs"]),
        ("schrodinger", ["Schrödinger"]),
        ("GPT-4", ["GPT", "4"]),
        ("x̂y", ["x̂y"]),
        ("学", ["学"]),
        ("国", []),
        ("국", ["국"]),
        ("bert", ["BERT"]),
        ("ru*", ["Running", "runs"]),
        ("nowhere", []),
        ("-running", []),
    ],
)
def test_words_that_answer_are_marked(query: str, words: list[str]) -> None:
    assert marked("Running runs the Schrödinger GPT-4 x̂y 学 국 BERT模 trunk", query) == words


def test_nothing_is_marked_where_only_another_field_answers() -> None:
    corpus = corpus_of([paper("Running", authors=["Ada"])])
    assert "title" not in answer(corpus, "author:running").terms


def test_no_terms_mark_nothing() -> None:
    assert hits("any text", frozenset()) == []
