"""Which words of a shown text are marked as hits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.material import answer, paper
from tui_reader.search.corpus import corpus_of
from tui_reader.search.highlight import hits, words_of


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


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("=models", ["Models", "models"]),
        ("=model", ["model"]),
        ("model", ["Models", "model", "models"]),
    ],
)
def test_a_word_as_written_is_marked_in_no_other_form(term: str, words: list[str]) -> None:
    text = "Models modelled a model of models"
    found = [text[start:end] for start, end in hits(text, {term})]

    assert [word for word in found if word != "modelled"] == words


@given(st.text(st.sampled_from("aB1é模+# -ñ\u0301"), max_size=30))
def test_plain_text_is_cut_into_the_same_words_as_any_other(text: str) -> None:
    # The letter at the end is no word of its own kind; it only takes the text off the quick way.
    quick, careful = words_of(text), words_of(f"{text} é")

    assert list(careful.terms[: len(quick.terms)]) == list(quick.terms)
    assert careful.places[: 2 * len(quick.terms)] == quick.places[:-1]
