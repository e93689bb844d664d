"""What the reader said of papers holds for their numbers, under whichever of their ids."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.material import annotations, asked, find, indexed, paper, papers
from tests.search.scan import Scan, questions
from tui_reader.annotation import STATUSES, Annotation
from tui_reader.papers import Paper, PaperId
from tui_reader.queries.tree import Labelled, Node, StarredOn, These
from tui_reader.search.corpus import Corpus, corpus_of
from tui_reader.search.later import Later, with_later
from tui_reader.sorting import Order

DUMP = Order("dump")
KNOWN = [paper("One", arxiv="2401.00001"), paper("Two"), paper("Three"), paper("Four")]
SHELF = corpus_of(KNOWN)


def lists(**ranks: str) -> Annotation:
    """Reading lists with the ranks a paper has there."""
    return Annotation(lists=tuple((name, Decimal(rank)) for name, rank in ranks.items()))


def labels(query: str, **given: Annotation) -> list[int]:
    """The papers a query finds; what is said is given by the first word of a title."""
    said = {each.id: given[each.title] for each in KNOWN if each.title in given}
    return asked(SHELF, query, DUMP, said=said)


def joined() -> Corpus:
    """The same papers, the last one behind an index of the others."""
    return with_later(corpus_of(KNOWN[:3]), Later((KNOWN[3],), frozenset()))


@given(st.data(), papers(), st.lists(questions, min_size=1, max_size=3))
@settings(deadline=None, max_examples=60)
def test_a_change_is_taken_in_as_if_everything_was_said_anew(
    data: st.DataObject, known: list[Paper], trees: list[Node]
) -> None:
    corpus = corpus_of(known)
    for _ in range(3):
        said = data.draw(annotations(known))
        for tree in trees:
            assert list(find(corpus, tree, DUMP, said).numbers) == Scan(known, said).finds(tree)


def test_words_of_notes_are_kept_until_a_note_changes() -> None:
    name = KNOWN[0].id
    before = SHELF.said({name: Annotation(note="Good")}).notes
    assert SHELF.said({name: Annotation(note="Good", star="true")}).notes is before
    assert SHELF.said({name: Annotation(note="Better")}).notes is not before


@pytest.mark.parametrize("status", STATUSES[1:])
def test_of_two_statuses_of_a_paper_the_one_counts_that_wins_a_merge(status: str) -> None:
    first, second = KNOWN[0].names[:2]
    said = {first: Annotation(status="reading"), second: Annotation(status=status)}  # type: ignore[arg-type] # drawn from the statuses
    found = SHELF.said(said).mask("reading").tolist()
    assert found[0] == (STATUSES.index("reading") >= STATUSES.index(status))


def test_a_tag_is_found_in_any_capitals() -> None:
    tagged = {"One": Annotation(tags=("RAG",)), "Two": Annotation(tags=("rag", "survey"))}
    assert labels("tag:Rag", **tagged) == [0, 1]
    assert labels("tag:ra", **tagged) == []
    assert labels("tag:ra*", **tagged) == [0, 1]
    assert labels("-tag:*", **tagged) == labels("-has:tag", **tagged) == [2, 3]


def test_a_list_with_just_this_name_is_meant_before_others_in_other_capitals() -> None:
    train = {"One": lists(train="1"), "Two": lists(Train="1"), "Three": lists(training="1")}
    assert labels("list:train", **train) == [0]
    assert labels("list:Train", **train) == [1]
    assert labels("list:TRAIN", **train) == [0, 1]
    assert labels("list:tr*", **train) == [0, 1, 2]


def test_of_names_being_typed_a_whole_one_is_meant_before_beginnings() -> None:
    said = {KNOWN[0].id: lists(train="1"), KNOWN[1].id: lists(training="1")}
    found = [
        list(find(SHELF, Labelled("list", text, prefix=True, typed=True), DUMP, said).numbers)
        for text in ("trai", "train", "traini")
    ]
    assert found == [[0, 1], [0], [1]]


def test_a_star_without_a_day_lies_in_no_range() -> None:
    stars = {"One": Annotation(star="true"), "Two": Annotation(star="2026-10-05")}
    assert labels("is:starred", **stars) == [0, 1]
    assert labels("starred:..2026", **stars) == [1]
    assert labels("-starred:2026", **stars) == [0, 2, 3]


@pytest.mark.parametrize("star", ["9999-12-31", "0001-01-01", "soon", "2026-02-30"])
def test_an_absurd_day_of_a_star_costs_that_day_only(star: str) -> None:
    found = find(SHELF, StarredOn(None, None), DUMP, {KNOWN[0].id: Annotation(star=star)})
    assert list(found.numbers) == ([0] if star[0] in "90" else [])


def test_certain_papers_are_found_by_any_of_their_ids_and_rank_nothing() -> None:
    these = These(frozenset([KNOWN[0].names[-1], KNOWN[3].id, PaperId("arxiv:2401.09999")]))
    for corpus in (SHELF, joined()):
        found = find(corpus, these, DUMP)
        assert (list(found.numbers), len(found.scores)) == ([0, 3], 0)


def test_papers_of_a_list_come_by_rank_and_then_by_id(tmp_path: Path) -> None:
    said = {
        KNOWN[0].id: lists(train="2"),
        KNOWN[1].id: lists(train="1.5", other="9"),
        KNOWN[2].id: lists(other="1"),
        KNOWN[3].id: lists(train="2"),
        paper("unknown").id: lists(train="0"),
    }
    assert KNOWN[0].id < KNOWN[3].id
    for corpus in (SHELF, joined(), indexed(tmp_path, KNOWN)):
        assert corpus.said(said).in_order("train") == (1, 0, 3)
        assert corpus.said(said).in_order("Train") == ()


def test_a_paper_listed_under_two_ids_comes_once() -> None:
    first, second = KNOWN[0].names[:2]
    said = {first: lists(train="3"), KNOWN[1].id: lists(train="2"), second: lists(train="1")}
    assert SHELF.said(said).in_order("train") == (0, 1)


def test_names_that_were_unknown_are_known_in_another_generation() -> None:
    said = {KNOWN[3].id: replace(lists(train="1"), note="Fine")}
    assert corpus_of(KNOWN[:3]).said(said).in_order("train") == ()
    assert joined().said(said).in_order("train") == (3,)
