"""The store as its users see it."""

import stat
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from tests.annotations.material import (
    begun,
    described,
    kill,
    listed,
    note,
    opened,
    paper,
    read,
    searched,
    star,
    tag,
    with_everything,
    write_by_hand,
)
from tui_reader.annotation import Annotation, Change, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.store import AnnotationStore
from tui_reader.annotations.tidying import LONGEST_NOTE
from tui_reader.errors import PaperReadError
from tui_reader.files.writing import _temporary_prefix
from tui_reader.papers import PaperId


def test_making_a_store_touches_nothing(tmp_path: Path) -> None:
    AnnotationStore(tmp_path / "a" / "annotations.yaml", tmp_path / "state")
    assert list(tmp_path.iterdir()) == []


def test_no_file_is_an_empty_store_and_none_is_made(tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert (store.annotations, store.problem, store.unsaved) == ({}, None, "")
    store.close()
    assert not (tmp_path / "annotations.yaml").exists()


def test_what_was_saved_is_there_tomorrow(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([star(1), read(1), note(2, "worth\na look")])
    assert store.unsaved == "waiting"
    assert store.save()
    assert store.unsaved == ""
    store.close()
    again = opened(tmp_path)
    assert again.annotations == {
        paper(1): Annotation("Title 1", star="true", status="read"),
        paper(2): Annotation("Title 2", note="worth\na look"),
    }
    again.close()


def test_a_snapshot_never_changes(tmp_path: Path) -> None:
    store = opened(tmp_path)
    before = store.annotations
    store.apply([star(1)])
    assert before == {}
    assert store.annotations[paper(1)].starred
    store.close()


def test_a_snapshot_is_another_one_only_after_a_change(tmp_path: Path) -> None:
    store = opened(tmp_path)
    before = store.annotations
    assert store.annotations is before
    store.apply([star(1)])
    assert store.annotations is not before
    store.close()


def test_closing_saves(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([star(1)])
    store.close()
    assert "starred: true" in (tmp_path / "annotations.yaml").read_text()
    assert list((tmp_path / "state").rglob("journal/*.jsonl")) == []


def test_a_closed_store_takes_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.close()
    store.close()
    with pytest.raises(PaperReadError):
        store.apply([star(1)])


def test_taking_the_last_mark_away_takes_the_block_away(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([star(1), star(2)])
    store.save()
    store.apply([star(1, new=False)])
    assert store.save()
    assert set(store.annotations) == {paper(2)}
    assert "00001" not in (tmp_path / "annotations.yaml").read_text()
    store.close()


def test_a_bare_title_written_by_hand_stays(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, "papers:\n  later:\n    title: To look at\n")
    store = opened(tmp_path)
    store.apply([star(1)])
    store.save()
    assert "  later:\n    title: To look at\n" in path.read_text()
    store.close()


def test_no_changes_are_no_step(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([])
    assert store.unsaved == ""
    store.close()


def test_text_is_cleaned_on_its_way_in(tmp_path: Path) -> None:
    store = opened(tmp_path)
    text = "\n\x1b[31mred\x1b[0m \t \r\n  kept  \n\n"
    store.apply([Change(paper(1), "T\x1b]0;x\x07", "note", "", text)])
    assert store.annotations[paper(1)] == Annotation("T", note="red\n  kept")
    store.close()
    assert "note: |-\n      red\n        kept\n" in (tmp_path / "annotations.yaml").read_text()


def test_text_is_cleaned_when_it_comes_from_the_file(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, 'papers:\n  a:\n    title: "\\e[2Jx"\n    note: "\\e]0;y\\ez"\n')
    store = opened(tmp_path)
    assert store.annotations[PaperId("a")] == Annotation("x", note="]0;yz")
    store.apply([star(1)])
    assert store.save()
    assert '"\\e[2Jx"' in path.read_text()
    store.close()


def test_names_and_lines_are_cleaned_on_their_way_in(tmp_path: Path) -> None:
    store = opened(tmp_path)
    dirty = "\x1b[2J a \u202e\r\n\tb\x07 "
    store.apply([tag(1, dirty), listed(1, dirty, " 2.50 ")])
    store.apply([begun(dirty, dirty), described(dirty, dirty), searched(dirty, dirty)])
    assert store.holdings == Holdings(
        {paper(1): Annotation("Title 1", tags=("a b",), lists=(("a b", Decimal("2.5")),))},
        {"a b": ReadingList("a b", "a b")},
        {"a b": SavedSearch("a b")},
    )
    store.close()
    again = opened(tmp_path)
    assert again.holdings == store.holdings
    again.close()


def test_names_and_lines_are_cleaned_when_they_come_from_the_file(tmp_path: Path) -> None:
    dirty = '"\\e[2J a \\u202e\\n b\\a "'
    write_by_hand(
        tmp_path,
        f"papers:\n  a:\n    tags: [{dirty}]\n    lists: {{{dirty}: 1}}\n"
        f"lists:\n  {dirty}:\n    created: {dirty}\n    description: {dirty}\n"
        f"searches:\n  {dirty}:\n    query: {dirty}\n",
    )
    store = opened(tmp_path)
    assert store.holdings == Holdings(
        {PaperId("a"): Annotation(tags=("a b",), lists=(("a b", Decimal(1)),))},
        {"a b": ReadingList("a b", "a b")},
        {"a b": SavedSearch("a b")},
    )
    store.close()


@pytest.mark.parametrize(
    "wrong",
    [
        Change(paper(1), "", "star", "", "tomorrow"),
        Change(paper(1), "", "status", "", "maybe"),
        Change(paper(1), "", "status", "maybe", ""),
        listed(1, "l", "first"),
        listed(1, "l", "NaN"),
        listed(1, "l", "1e99"),
        listed(1, "", "1"),
        tag(1, '"'),
        tag(1, "x" * 101),
        begun(" "),
        searched("", "q"),
    ],
    ids=lambda change: f"{change.field} {change.new[:9]}",
)
def test_what_the_file_could_not_say_is_refused_and_the_rest_of_the_act_with_it(
    tmp_path: Path, wrong: Change
) -> None:
    store = opened(tmp_path)
    with pytest.raises(PaperReadError):
        store.apply([star(1), wrong])
    assert (store.holdings, list(store.acts()), store.unsaved) == (Holdings(), [], "")
    store.close()


def test_a_name_too_long_that_was_written_by_hand_can_be_taken_away(tmp_path: Path) -> None:
    name = "long " * 30
    write_by_hand(tmp_path, f"papers:\n  {paper(1)}:\n    note: n\n    tags: [{name}]\n")
    store = opened(tmp_path)
    store.apply([tag(1, name, new=False)])
    assert store.annotations[paper(1)].tags == ()
    store.close()


def test_a_name_too_long_that_was_written_by_hand_is_put_back_also_after_a_death(
    tmp_path: Path,
) -> None:
    name = "long " * 29 + "name"
    write_by_hand(tmp_path, f"papers:\n  {paper(1)}:\n    note: n\n    lists: {{{name}: 1}}\n")
    store = opened(tmp_path)
    gone = store.apply([listed(1, name, "", old="1")])
    store.apply([listed(1, name, "1")], "undo", gone.id)
    store.apply([listed(1, name, "2", old="1")])
    kill(store)
    store = opened(tmp_path)
    assert store.annotations[paper(1)].lists == ((name, Decimal(2)),)
    store.close()


def test_what_is_not_changed_stays_the_same_mapping_through_everything(tmp_path: Path) -> None:
    write_by_hand(tmp_path, with_everything(range(9)))
    store = opened(tmp_path)
    papers, searches = store.holdings.papers, store.holdings.searches
    store.apply([begun("new"), described("train", "x")])
    store.apply([star(1)])
    store.apply([star(1, new=False)])
    lists = store.holdings.lists
    assert store.holdings.searches is searches
    assert store.annotations is not papers
    papers = store.annotations
    assert store.save()
    assert not store.refresh()
    assert store.save()
    assert (store.holdings.papers is papers, store.holdings.lists is lists) == (True, True)
    store.close()


def test_a_blank_note_is_no_note(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([note(1, " \n\t\n")])
    assert store.save()
    assert store.annotations == {}
    store.close()


def test_a_note_too_long_is_refused_not_cut(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with pytest.raises(PaperReadError):
        store.apply([note(1, "x" * (LONGEST_NOTE + 1))])
    store.apply([note(1, "x" * 300_000)])
    store.close()
    assert len(opened(tmp_path).annotations[paper(1)].note) == 300_000


def test_an_id_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with pytest.raises(PaperReadError):
        store.apply([Change(PaperId("\ud800"), "", "star", "", "true")])
    assert store.annotations == {}
    store.close()


def test_a_new_file_and_all_of_ours_is_private(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([star(1)])
    store.save()
    assert stat.S_IMODE((tmp_path / "annotations.yaml").stat().st_mode) == 0o600
    for found in (tmp_path / "state").rglob("*"):
        assert stat.S_IMODE(found.stat().st_mode) == (0o700 if found.is_dir() else 0o600)
    store.close()


def test_nothing_of_ours_lies_beside_the_file(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "mine" / "annotations.yaml", tmp_path / "state")
    store.open()
    store.apply([star(1)])
    store.close()
    assert [found.name for found in (tmp_path / "mine").iterdir()] == ["annotations.yaml"]


def test_what_a_killed_save_left_beside_the_file_is_removed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    path = (tmp_path / "annotations.yaml").resolve()
    left = path.with_name(f"{_temporary_prefix(path)}{dead.pid}.abcd.tmp")
    left.write_text("half")
    opened(tmp_path).close()
    assert not left.exists()
