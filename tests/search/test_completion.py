"""Words and names that go on from a beginning, from memory and from an index."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.material import NOTHING_SAID, asked, indexed, paper
from tui_reader.annotation import Annotation
from tui_reader.papers import Paper, PaperId, Sighting
from tui_reader.queries.completing import unfinished
from tui_reader.search.corpus import Corpus, corpus_of

PAPERS = [
    paper(
        "Training transformers",
        "Trained transformers transform; self-supervised training is self-training",
        authors=["Geoffrey E. Hinton", "Ada Glider"],
        venue="ICLR 2024",
        keywords=["Reinforcement Learning", "nets"],
        date="2024-05-01",
        seen=[Sighting("2024-05.txt"), Sighting("2024-06.txt")],
    ),
    paper(
        "Trajectories and training",
        "These trajectories are traced by self-supervised robots",
        authors=["Geoffrey E. Hinton", "Geoffrey J. Gordon"],
        venue="ICLR 2024",
        keywords=["reinforcement learning"],
        date="2024",
        seen=[Sighting("2024-06.txt")],
    ),
    paper("Schrödinger bridges", "Träge", authors=["Erwin Schrödinger"], venue="NeurIPS",
          year=2023),
]  # fmt: skip

Make = Callable[[Path, Sequence[Paper]], Corpus]

both = pytest.mark.parametrize("make", [lambda _, papers: corpus_of(papers), indexed])


def completed(corpus: Corpus, text: str) -> dict[str, int]:
    """What the papers offer at the end of a text, and how many papers have it."""
    piece = unfinished(text, len(text))
    assert piece
    found = corpus.complete(piece, corpus.said(NOTHING_SAID))
    return {each.text: each.papers for each in found}


@both
def test_words_come_once_for_all_their_forms_the_commonest_first(
    make: Make, tmp_path: Path
) -> None:
    words = completed(make(tmp_path, PAPERS), "tra")

    assert next(iter(words)) == "training"
    assert words == {"training": 2, "transformers": 1, "trajectories": 1, "traced": 1, "trage": 1}


@both
def test_a_field_offers_its_own_words(make: Make, tmp_path: Path) -> None:
    assert completed(make(tmp_path, PAPERS), "title:tra") == {
        "training": 2, "trajectories": 1, "transformers": 1,
    }  # fmt: skip


def test_what_is_typed_already_is_not_offered() -> None:
    assert completed(corpus_of(PAPERS), "training") == {}


def test_function_words_are_not_offered() -> None:
    assert "and" not in completed(corpus_of(PAPERS), "an")


def test_accents_and_capitals_make_no_difference() -> None:
    corpus = corpus_of(PAPERS)

    assert completed(corpus, "TRÄG") == {"trage": 1}
    assert completed(corpus, "author:schro") == {'"Erwin Schrödinger"': 1}


@both
def test_the_last_part_of_a_word_with_a_hyphen_is_completed(make: Make, tmp_path: Path) -> None:
    assert completed(make(tmp_path, PAPERS), "self-sup") == {"self-supervised": 2}


@both
def test_authors_are_completed_to_whole_names(make: Make, tmp_path: Path) -> None:
    corpus = make(tmp_path, PAPERS)
    names = {'"Geoffrey E. Hinton"': 2, '"Geoffrey J. Gordon"': 1}

    assert list(completed(corpus, "author:geof").items()) == list(names.items())
    assert completed(corpus, 'author:"geoffrey ') == names
    assert completed(corpus, 'author:"geoffrey j') == {'"Geoffrey J. Gordon"': 1}
    assert completed(corpus, 'author:"j. gor') == {'"Geoffrey J. Gordon"': 1}


@both
def test_labels_are_offered_whole_by_the_beginning_of_any_word(make: Make, tmp_path: Path) -> None:
    corpus = make(tmp_path, PAPERS)

    assert completed(corpus, "venue:") == {'"ICLR 2024"': 2, "NeurIPS": 1}
    assert completed(corpus, "venue:20") == {'"ICLR 2024"': 2}
    assert completed(corpus, 'keyword:"reinforcement l') == {'"Reinforcement Learning"': 2}
    assert completed(corpus, "keyword:einf") == {}


def test_dumps_are_offered_from_the_newest() -> None:
    assert list(completed(corpus_of(PAPERS), "seen:20").items()) == [
        ("2024-06.txt", 2), ("2024-05.txt", 1),
    ]  # fmt: skip


def test_years_are_offered_from_the_newest() -> None:
    assert list(completed(corpus_of(PAPERS), "year:").items()) == [("2024", 2), ("2023", 1)]
    assert completed(corpus_of(PAPERS), "year:..202") == {"2024": 2, "2023": 1}
    assert completed(corpus_of(PAPERS), "year:2024") == {}


def test_words_of_notes_are_offered() -> None:
    corpus = corpus_of(PAPERS)
    piece = unfinished("note:rea", 8)
    assert piece
    found = corpus.complete(
        piece, corpus.said({PAPERS[0].id: Annotation(note="Read again, reading")})
    )

    assert [(each.text, each.papers) for each in found] == [("read", 1)]


def test_tags_and_lists_in_use_are_offered_the_most_used_first() -> None:
    corpus = corpus_of(PAPERS)
    train, to_read = ("train", Decimal(1)), ("to read", Decimal(1))
    said = corpus.said(
        {
            PAPERS[0].id: Annotation(tags=("nlp", "rag"), lists=(train,)),
            PAPERS[1].id: Annotation(tags=("RAG",), lists=(to_read, train)),
            PaperId("arxiv:2401.09999"): Annotation(tags=("elsewhere",)),
        }
    )
    found = {
        text: [(each.text, each.papers) for each in corpus.complete(piece, said)]
        for text in ("tag:", "tag:R", "tag:rag", "list:", "list:re")
        if (piece := unfinished(text, len(text)))
    }
    assert found == {
        "tag:": [("rag", 2), ("nlp", 1)],
        "tag:R": [("rag", 2)],
        "tag:rag": [],
        "list:": [("train", 2), ('"to read"', 1)],
        "list:re": [('"to read"', 1)],
    }


@pytest.mark.parametrize(
    "text", ["tag:", "list:t", "", "tra", "author:", "venue:x", "year:", "seen:", "note:a"]
)
def test_a_library_without_papers_offers_nothing(text: str) -> None:
    assert completed(corpus_of([]), f"x {text}") == {}


@settings(max_examples=200)
@given(
    st.sampled_from(["", "title:", "author:", 'author:"', "venue:", "keyword:", "seen:", "note:"]),
    st.sampled_from(["tra", "g", "self-", "self-sup", "20", "rei", "geoffrey ", "b"])
    | st.text(max_size=6),
)
def test_whatever_is_typed_what_is_offered_finds_that_many_papers(field: str, text: str) -> None:
    corpus = corpus_of(PAPERS)
    typed = f"x {field}{text}"
    piece = unfinished(typed, len(typed))
    for each in corpus.complete(piece, corpus.said(NOTHING_SAID)) if piece else ():
        clause = f"{piece.field}:{each.text}" if piece and piece.field else each.text
        assert len(asked(corpus, clause)) == each.papers
