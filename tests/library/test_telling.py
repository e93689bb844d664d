"""Steps in words."""

import pytest

from tests.library.test_deeds import DAY, IN_TRAIN, ONE, PAPERS, TWO
from tui_reader.annotation import Change, Holdings
from tui_reader.library.deeds import (
    Adding,
    Deed,
    Moving,
    Noting,
    Removing,
    Standing,
    Starring,
    Tagging,
)
from tui_reader.library.list_deeds import Describing, Dropping, Renaming, SavingSearch
from tui_reader.library.telling import told
from tui_reader.library.undoing import turned
from tui_reader.papers import Paper, PaperId


@pytest.mark.parametrize(
    ("deed", "papers", "words"),
    [
        (Starring(True), [ONE], "starred · Title 0"),
        (Starring(True), PAPERS, "starred · 5 papers"),
        (Standing("done"), [ONE, TWO], "marked as done · 2 papers"),
        (Tagging(("rag",)), [ONE], "tagged rag · Title 0"),
        (Tagging(("a", "b", "c", "d")), [ONE], "tagged a, tagged b, tagged c and more · Title 0"),
        (Adding("new"), [ONE], "list new begun, added to new · Title 0"),
        (Removing("train"), [ONE, TWO], "taken out of train · 2 papers"),
        (Moving("train", "bottom"), [ONE], "moved in train · Title 0"),
        (Noting("n", ""), [ONE], "note written · Title 0"),
        (Describing("bus", "x"), [], "list bus begun, list bus described"),
        (Renaming("train", "bus"), [], "list train renamed to bus · 5 papers"),
        (Dropping("train"), [], "list train given up · 5 papers"),
        (SavingSearch("s", "q"), [], "search s saved"),
    ],
)
def test_a_step_is_told_by_what_it_did_and_to_what(
    deed: Deed, papers: list[Paper], words: str
) -> None:
    assert told(tuple(deed.changes(papers, IN_TRAIN, DAY))) == words


def test_a_step_back_is_told_likewise() -> None:
    step = tuple(Tagging(("rag",)).changes([ONE], Holdings(), DAY))
    assert told(turned(step)) == "no longer tagged rag · Title 0"


def test_no_change_is_nothing() -> None:
    assert told(()) == "nothing"


def test_a_paper_without_title_is_told_by_its_id_without_controls() -> None:
    assert told([Change(PaperId("a\x1b[2Jb"), "", "star", "", DAY)]) == "starred · ab"
