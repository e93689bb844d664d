"""A query's tree finds what looking at every paper finds, from memory and from the index."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.material import (
    annotations,
    answer,
    asked,
    find,
    indexed,
    paper,
    papers,
)
from tests.search.scan import Scan, questions
from tui_reader.annotation import Annotation
from tui_reader.papers import Paper
from tui_reader.queries.tree import Node, Word
from tui_reader.search.corpus import Corpus, corpus_of
from tui_reader.search.forms import EXPANSIONS
from tui_reader.sorting import SORT_KEYS, Order

RELEVANCE = Order()
DUMP = Order("dump")
orders = st.builds(Order, st.sampled_from(SORT_KEYS), st.booleans())


@given(st.data(), papers(), questions)
@settings(deadline=None, max_examples=200)
def test_memory_finds_what_a_scan_finds(
    data: st.DataObject, known: list[Paper], tree: Node
) -> None:
    said = data.draw(annotations(known))
    found = find(corpus_of(known), tree, DUMP, said).numbers
    assert list(found) == Scan(known, said).finds(tree)


@given(papers(), st.lists(st.tuples(questions, orders), min_size=1, max_size=12))
@settings(deadline=None, max_examples=40)
def test_the_index_answers_as_memory_does(
    tmp_path_factory: pytest.TempPathFactory,
    known: list[Paper],
    asked_for: list[tuple[Node, Order]],
) -> None:
    memory, index = corpus_of(known), indexed(tmp_path_factory.mktemp("index"), known)
    for tree, order in asked_for:
        ours, theirs = (find(c, tree, order) for c in (memory, index))
        assert list(ours.numbers) == list(theirs.numbers)
        assert list(ours.scores) == pytest.approx(list(theirs.scores), abs=1e-4)
        assert ours.terms == theirs.terms


@given(papers())
@settings(deadline=None, max_examples=20)
def test_the_index_gives_the_papers_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, known: list[Paper]
) -> None:
    kept = indexed(tmp_path_factory.mktemp("index"), known).papers
    assert [kept[number] for number in range(len(kept))] == known


@given(papers(), questions, orders)
@settings(deadline=None)
def test_every_order_holds_the_same_papers(known: list[Paper], tree: Node, order: Order) -> None:
    corpus = corpus_of(known)
    every = find(corpus, tree, DUMP).numbers
    assert sorted(find(corpus, tree, order).numbers) == list(every)


@pytest.fixture
def shelf() -> Corpus:
    return corpus_of(
        [
            paper("Diffusion of heat", "A robot runs.", date="2024-03-11", upvotes=5),
            paper("Robots that run", "They run on diffusion.", date="2024-03", upvotes=None),
            paper("Graph networks", "Robots on graphs.", date="2024", upvotes=9),
            paper("An old study", "Of robots.", date="", upvotes=0),
            paper("An old study, again", "Of robots.", date="1999-12-31", year=2000, upvotes=5),
        ]
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("date:2024-03-11", [0]),
        ("date:2024-03", [0, 1]),
        ("year:2024", [0, 1, 2]),
        ("date:2024-03-12..", []),
        ("date:2024-03..2024-04", [0, 1]),
        ("date:..2024-02", [4]),
        ("year:1999", [4]),
        ("year:2000", []),
        ("-year:1990..2030", [3]),
    ],
)
def test_a_vague_date_lies_in_a_range_that_holds_all_of_it(
    shelf: Corpus, query: str, found: list[int]
) -> None:
    assert asked(shelf, query, DUMP) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order("dump"), [0, 1, 2, 3, 4]),
        (Order("dump", reverse=True), [4, 3, 2, 1, 0]),
        (Order("title"), [3, 4, 0, 2, 1]),
        (Order("upvotes"), [2, 0, 4, 3, 1]),
        (Order("date"), [0, 1, 2, 4, 3]),
        (Order("relevance"), [0, 1, 2, 3, 4]),
    ],
)
def test_everything_is_listed_in_the_order_asked_for(
    shelf: Corpus, order: Order, found: list[int]
) -> None:
    assert asked(shelf, "", order) == found


def test_equal_scores_keep_the_order_of_the_dumps() -> None:
    corpus = corpus_of([paper(f"Same {'x' * number} words") for number in range(1, 40)])
    assert asked(corpus, "same words") == list(range(39))


def test_a_hit_in_the_title_counts_more_than_one_in_the_abstract() -> None:
    corpus = corpus_of([paper("Rivers", "about clouds"), paper("Clouds", "about rivers")])
    assert asked(corpus, "clouds") == [1, 0]


def test_all_words_must_match_but_not_in_one_field() -> None:
    corpus = corpus_of([paper("Rivers", "clouds"), paper("Rivers"), paper("Clouds")])
    assert asked(corpus, "rivers clouds") == [0]


def test_a_prefix_finds_the_stems_of_the_words_it_begins() -> None:
    corpus = corpus_of([paper("Running"), paper("He runs"), paper("A runner"), paper("Rust")])
    assert asked(corpus, "runni*", DUMP) == [0, 1]


def test_a_whole_word_being_typed_finds_its_other_forms() -> None:
    corpus = corpus_of([paper("A study"), paper("Rust")])
    assert asked(corpus, "studies*", DUMP) == [0]


def test_a_prefix_of_very_many_words_takes_the_commonest() -> None:
    rare = [paper(f"zeb{number:03}") for number in range(2 * EXPANSIONS)]
    common = [paper("Zebra one"), paper("Zebra two")]
    found = asked(corpus_of([*rare, *common]), "title:zeb*", DUMP)
    assert len(found) == EXPANSIONS + 1
    assert found[-2:] == [2 * EXPANSIONS, 2 * EXPANSIONS + 1]


@pytest.mark.parametrize(
    "query",
    [
        "2401.01234",
        "2401.01234v7",
        "arXiv:2401.01234",
        "https://arxiv.org/pdf/2401.01234.pdf",
        "10.1000/ABC",
        "https://doi.org/10.1000/abc",
        "doi:10.1000/abc",
    ],
)
def test_an_identifier_finds_its_paper(query: str) -> None:
    known = [paper("Other"), paper("Wanted", arxiv="2401.01234", doi="10.1000/abc")]
    assert asked(corpus_of(known), query) == [1]


@pytest.mark.parametrize("query", ["math.gt/0309136", "MATH.GT/0309136v2", "math.GT/0309136"])
def test_an_old_identifier_is_known_in_any_capitals(query: str) -> None:
    assert asked(corpus_of([paper("Other"), paper("Wanted", arxiv="math.GT/0309136")]), query) == [
        1
    ]


def test_an_identifier_that_no_paper_has_is_a_word_like_others() -> None:
    corpus = corpus_of([paper("Other"), paper("Following 2401.99999 further")])
    assert asked(corpus, "2401.99999") == [1]


@pytest.mark.parametrize("text", ["10.1234/a\ud800", "\udcff", "a\udcffb", "arxiv:2401.0\ud800"])
def test_half_a_character_in_a_query_is_harmless(text: str) -> None:
    corpus = corpus_of([paper("Other", doi="10.1234/a")])
    assert list(find(corpus, Word(text)).numbers) in ([], [0])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"heat flows"', [0]),
        ('"flows heat"', []),
        ('"heat in h2o"', [0, 1]),
        ('"o n log n"', [1]),
        ('"schrodinger bridges"', [1]),
        ('title:"heat in"', [0, 1]),
        ('abstract:"heat in"', []),
        ('"of α"', [1]),
        ('"end begin"', []),
    ],
)
def test_a_phrase_is_exact_also_across_tex(query: str, found: list[int]) -> None:
    corpus = corpus_of(
        [
            paper("Heat in H2O", "Heat flows to the end"),
            paper("Heat in H$_2$O of $\\alpha$", 'Begin $O(n \\log n)$ Schr\\"odinger bridges'),
        ]
    )
    assert asked(corpus, query, DUMP) == found


def test_a_phrase_does_not_reach_from_one_paper_into_the_next(tmp_path: Path) -> None:
    corpus = indexed(tmp_path, [paper("ends here"), paper("begins there")])
    assert asked(corpus, '"here begins"') == []


def test_states_are_the_readers_marks() -> None:
    known = [paper("One"), paper("Two"), paper("Three")]
    said = {
        known[0].id: Annotation(star="true", status="reading"),
        known[1].id: Annotation(status="skipped"),
        known[2].id: Annotation(note="Good"),
    }
    wanted = {
        "is:starred": [0],
        "is:reading": [0],
        "is:read": [1],
        "is:skipped": [1],
        "is:unread": [2],
        "has:note": [2],
        "-has:note": [0, 1],
    }
    corpus = corpus_of(known)
    assert {query: asked(corpus, query, DUMP, said=said) for query in wanted} == wanted


def test_a_mark_on_a_title_is_a_mark_on_every_paper_of_that_title() -> None:
    known = [paper("Twins", arxiv="2401.00001"), paper("Twins", arxiv="2401.00002")]
    said = {paper("twins!").id: Annotation(star="true")}
    assert asked(corpus_of(known), "is:starred", DUMP, said=said) == [0, 1]


def test_what_does_not_rank_has_no_scores(shelf: Corpus) -> None:
    assert len(answer(shelf, "year:2024 -heat").scores) == 0


def test_what_ranks_has_a_score_for_every_paper(shelf: Corpus) -> None:
    found = answer(shelf, "robots year:2024")
    assert len(found.scores) == len(found.numbers) == 3
    assert min(found.scores) > 0


def test_no_papers_answer_every_query_with_nothing(tmp_path: Path) -> None:
    for corpus in (corpus_of([]), indexed(tmp_path, [])):
        assert [asked(corpus, query) for query in ("", "a*", '"a b"', "-x", "is:read")] == [[]] * 5


@pytest.mark.parametrize(
    ("date_said", "year", "found"),
    [
        ("9999-12", None, [0]),
        ("2024-13", None, []),
        ("2023-02-29", None, []),
        ("soon", None, []),
        ("", 10**30, []),
        ("", -5, []),
    ],
)
def test_a_date_that_cannot_be_costs_that_date_only(
    tmp_path: Path, date_said: str, year: int | None, found: list[int]
) -> None:
    known = [paper("Odd", date=date_said, year=year), paper("Even", date="2024-01-01")]
    corpus = indexed(tmp_path, known)
    assert asked(corpus, "-date:2024-01-01 date:1000-01-01..", DUMP) == found
    assert asked(corpus, "even") == [1]


@pytest.mark.parametrize("upvotes", [-(10**12), 10**12])
def test_absurd_upvotes_still_sort(upvotes: int) -> None:
    corpus = corpus_of([paper("Odd", upvotes=upvotes), paper("Even", upvotes=3)])
    assert asked(corpus, "", Order("upvotes")) == ([0, 1] if upvotes > 0 else [1, 0])


def test_a_very_long_paper_is_scored_like_any_other(tmp_path: Path) -> None:
    known = [paper("Long", "word " * 200_000), paper("Short", "word")]
    memory, index = corpus_of(known), indexed(tmp_path, known)
    ours, theirs = (find(c, Word("word")) for c in (memory, index))
    assert list(ours.numbers) == list(theirs.numbers) == [0, 1]
    assert np.allclose(ours.scores, theirs.scores, atol=1e-4)
