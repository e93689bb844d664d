"""What can be done to reading lists and saved searches themselves."""

import pytest

from tests.library.test_deeds import DAY, ONE, PAPERS, THREE, TWO, done, order
from tui_reader.annotation import Holdings, ReadingList, SavedSearch
from tui_reader.errors import PaperReadError
from tui_reader.library.deeds import Adding
from tui_reader.library.kept_names import lists_in_use
from tui_reader.library.list_deeds import (
    Describing,
    Dropping,
    DroppingSearch,
    Renaming,
    RenamingSearch,
    SavingSearch,
)

IN_TRAIN = done(Holdings(), Adding("train"), THREE, ONE, TWO)


def test_describing_a_list_begins_it() -> None:
    holdings = done(Holdings(), Describing(" train ", "short  ones"))
    assert holdings.lists == {"train": ReadingList(DAY, "short ones")}
    assert Describing("Train", "short  ones").changes([], holdings, "2026-10-06") == []


def test_a_list_given_up_is_gone_and_its_papers_are_in_it_no_more() -> None:
    holdings = done(IN_TRAIN, Dropping("Train"))
    assert lists_in_use(holdings) == {}
    assert all(said.is_blank for said in holdings.papers.values())


def test_a_list_renamed_keeps_its_papers_and_their_order() -> None:
    holdings = done(done(IN_TRAIN, Describing("train", "short")), Renaming("train", "bus"))
    assert holdings.lists == {"bus": ReadingList(DAY, "short")}
    assert order(holdings, "bus") == order(IN_TRAIN) == [2, 0, 1]
    assert order(holdings) == []


def test_a_list_may_be_renamed_to_other_capitals() -> None:
    assert lists_in_use(done(IN_TRAIN, Renaming("train", "Train"))) == {"Train": 3}


def test_a_list_is_not_renamed_to_itself() -> None:
    assert list(Renaming("train", " train").changes([], IN_TRAIN, DAY)) == []


def test_a_name_that_is_taken_is_refused() -> None:
    holdings = done(IN_TRAIN, Describing("bus"))
    with pytest.raises(PaperReadError, match="bus"):
        Renaming("train", "BUS").changes([], holdings, DAY)


def test_a_list_that_only_papers_name_is_a_list() -> None:
    holdings = Holdings(IN_TRAIN.papers)
    assert lists_in_use(holdings) == {"train": 3}
    assert lists_in_use(done(holdings, Renaming("train", "bus"))) == {"bus": 3}
    assert lists_in_use(done(holdings, Dropping("train"))) == {}


def test_an_empty_list_of_which_nothing_is_known_is_renamed_and_given_up() -> None:
    bare = Holdings(lists={"train": ReadingList()})
    assert done(bare, Renaming("train", "bus")).lists == {"bus": ReadingList(DAY)}
    assert done(bare, Dropping("train")) == Holdings()


def test_a_search_is_saved_changed_and_given_up() -> None:
    holdings = done(Holdings(), SavingSearch("new", "is:unread"))
    assert holdings.searches == {"new": SavedSearch("is:unread")}
    holdings = done(holdings, SavingSearch("NEW", " is:read "))
    assert holdings.searches == {"new": SavedSearch("is:read")}
    assert SavingSearch("new", "is:read").changes([], holdings, DAY) == []
    assert done(holdings, DroppingSearch("new")) == Holdings()


def test_papers_are_no_part_of_it() -> None:
    changes = Describing("train", "short").changes(PAPERS, Holdings(), DAY)
    assert {change.id for change in changes} == {""}


def test_what_has_a_field_of_another_program_is_not_given_up_behind_its_back() -> None:
    extra = (("colour", "red"),)
    holdings = Holdings(
        lists={"train": ReadingList("2026-01-01", "", extra)},
        searches={"rag": SavedSearch("rag", extra)},
    )
    deeds = (Dropping("train"), Renaming("train", "bus"), DroppingSearch("rag"))
    for deed in (*deeds, RenamingSearch("rag", "graphs")):
        with pytest.raises(PaperReadError, match="'colour'"):
            deed.changes((), holdings, "2026-01-02")
