"""What can be done to papers, and that doing it again changes nothing."""

from pathlib import Path

import pytest

from tests.library.material import library_of, write_dump
from tui_reader.annotation import Annotation, Change, Holdings
from tui_reader.annotations.changing import with_changes
from tui_reader.errors import PaperReadError
from tui_reader.library.deeds import (
    Adding,
    Deed,
    Moving,
    Noting,
    Placing,
    Removing,
    Standing,
    Starring,
    Tagging,
)
from tui_reader.papers import Paper, PaperId

DAY = "2026-10-05"
PAPERS = [Paper(PaperId(f"title:{number}"), f"Title {number}") for number in range(5)]
ONE, TWO, THREE, FOUR, FIVE = PAPERS


def done(holdings: Holdings, deed: Deed, *papers: Paper) -> Holdings:
    return with_changes(holdings, deed.changes(papers, holdings, DAY))


def of(holdings: Holdings, paper: Paper) -> Annotation:
    return holdings.papers[paper.id]


def order(holdings: Holdings, name: str = "train") -> list[int]:
    """The numbers of a list's papers, in its order."""
    found = [
        (rank, paper)
        for paper, said in holdings.papers.items()
        for each, rank in said.lists
        if each == name
    ]
    return [int(paper.removeprefix("title:")) for _, paper in sorted(found)]


IN_TRAIN = done(Holdings(), Adding("train"), *PAPERS)


@pytest.mark.parametrize(
    "deed",
    [
        *(Starring(True), Starring(False), Standing("reading"), Standing("")),
        *(Tagging(("rag", "b"), ("c",)), Adding("train"), Adding("new"), Removing("train")),
        *(Moving("train", "top"), Moving("train", "bottom"), Placing("train", 3)),
        Noting("a note", ""),
    ],
    ids=repr,
)
def test_a_deed_done_twice_is_done_once(deed: Deed) -> None:
    once = done(IN_TRAIN, deed, TWO, FOUR)
    assert deed.changes([TWO, FOUR], once, DAY) in ([], ())


def test_a_star_has_the_day_and_keeps_it() -> None:
    starred = done(Holdings(), Starring(True), ONE)
    assert of(starred, ONE).star == DAY
    assert Starring(True).changes([ONE, TWO], starred, "2026-10-06") == [
        Change(TWO.id, "Title 1", "star", "", "2026-10-06")
    ]


def test_tags_are_put_on_and_taken_off_at_once() -> None:
    tagged = done(Holdings(), Tagging(("a", "b")), ONE)
    assert of(done(tagged, Tagging(("c",), ("a",)), ONE), ONE).tags == ("b", "c")


def test_a_tag_in_use_keeps_its_spelling() -> None:
    tagged = done(Holdings(), Tagging(("RAG",)), ONE)
    assert of(done(tagged, Tagging((" rag ",)), TWO), TWO).tags == ("RAG",)
    assert of(done(tagged, Tagging(remove=("rAg",)), ONE), ONE).tags == ()


def test_of_one_tag_in_two_spellings_one_is_put_on() -> None:
    assert len(Tagging(("rag", "RAG")).changes([ONE], Holdings(), DAY)) == 1


def test_papers_go_to_the_end_of_a_list_in_their_order() -> None:
    holdings = done(Holdings(), Adding("train"), THREE, ONE)
    assert holdings.lists["train"].created == DAY
    holdings = done(holdings, Adding("Train"), TWO, ONE)
    assert order(holdings) == [2, 0, 1]
    assert holdings.lists.keys() == {"train"}


def test_a_list_stays_when_its_last_paper_is_taken_out() -> None:
    holdings = done(done(Holdings(), Adding("train"), ONE), Removing("train"), ONE)
    assert of(holdings, ONE).is_blank
    assert holdings.lists.keys() == {"train"}


@pytest.mark.parametrize(
    ("deed", "papers", "wanted"),
    [
        (Moving("train", "up"), [FOUR], [0, 1, 3, 2, 4]),
        (Moving("train", "down", 2), [TWO], [0, 2, 3, 1, 4]),
        (Moving("train", "top"), [FOUR, TWO], [1, 3, 0, 2, 4]),
        (Moving("train", "bottom"), [ONE], [1, 2, 3, 4, 0]),
        (Moving("train", "up", 99), [FIVE], [4, 0, 1, 2, 3]),
        (Placing("train", 1), [FIVE, TWO], [4, 1, 0, 2, 3]),
        (Placing("train", 99), [ONE], [1, 2, 3, 4, 0]),
        (Placing("TRAIN", 3), [ONE], [1, 2, 0, 3, 4]),
    ],
)
def test_papers_are_moved(deed: Deed, papers: list[Paper], wanted: list[int]) -> None:
    assert order(done(IN_TRAIN, deed, *papers)) == wanted


def test_a_paper_that_is_not_in_the_list_is_not_moved() -> None:
    holdings = done(done(Holdings(), Adding("train"), ONE, TWO), Moving("train", "top"), TWO)
    assert list(Moving("train", "top").changes([FIVE], holdings, DAY)) == []
    assert list(Placing("train", 1).changes([FIVE], holdings, DAY)) == []


def test_a_note_that_was_written_elsewhere_meanwhile_is_kept_with_ours() -> None:
    noted = done(Holdings(), Noting("theirs", ""), ONE)
    assert of(done(noted, Noting("mine", "before"), ONE), ONE).note.split("\n-----\n") == [
        "theirs",
        "mine",
    ]


def test_a_blank_note_takes_the_note_away() -> None:
    noted = done(Holdings(), Noting("a note", ""), ONE)
    assert of(done(noted, Noting(" \n", "a note"), ONE), ONE).note == ""


@pytest.mark.parametrize("deed", [Adding(""), Adding(" \x00 "), Tagging(("x" * 101,))], ids=repr)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_changed(
    tmp_path: Path, deed: Deed
) -> None:
    with library_of(write_dump(tmp_path / "dump.jsonl")) as library:
        library.open()
        with pytest.raises(PaperReadError):
            library.do(deed, [library.snapshot.paper(0)])
        assert (library.holdings, library.history()) == (Holdings(), ())


def test_names_are_cleaned(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "dump.jsonl")) as library:
        library.open()
        for _ in range(2):
            library.do(Tagging(('a\x1b[31m "red"\n tag',)), [library.snapshot.paper(0)])
            library.do(Adding(' my\t"list" '), [library.snapshot.paper(0)])
        assert library.tags() == {"a red tag": 1}
        assert library.lists() == {"my list": 1}
        assert len(library.history()) == 2
