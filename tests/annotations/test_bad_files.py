"""A file that cannot be understood or believed is never written over, and no edit is lost."""

from pathlib import Path

import pytest

from tests.annotations.material import (
    BAD_FILES,
    is_well,
    kill,
    note,
    of_papers,
    opened,
    paper,
    star,
    with_everything,
    write_by_hand,
)
from tests.files.faults import Fault
from tui_reader.annotations.annotations_file import LARGEST, Look
from tui_reader.annotations.document import Document
from tui_reader.annotations.guarded_file import GuardedFile
from tui_reader.annotations.yaml_file import parse
from tui_reader.errors import PaperReadError


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_keeps_its_bytes_and_the_edits_are_kept(tmp_path: Path, name: str) -> None:
    path = write_by_hand(tmp_path, BAD_FILES[name])
    store = opened(tmp_path)
    assert store.problem
    assert store.problem.file == "annotations.yaml"
    store.apply([star(1), note(2, "n")])
    assert not store.save()
    assert str(store.problem) in store.unsaved
    store.close()
    assert path.read_bytes() == BAD_FILES[name]
    again = opened(tmp_path)
    assert set(again.annotations) == {paper(1), paper(2)}
    write_by_hand(tmp_path, of_papers(range(5, 7)))
    assert again.save()
    assert is_well(again)
    again.close()
    assert len(parse(path.read_bytes(), "").papers) == 4


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_turns_bad_under_a_running_store_is_left_alone(
    tmp_path: Path, name: str
) -> None:
    path = write_by_hand(tmp_path, of_papers(range(10)))
    store = opened(tmp_path)
    write_by_hand(tmp_path, BAD_FILES[name])
    store.apply([star(1)])
    assert not store.refresh()
    assert not is_well(store)
    assert not store.save()
    assert path.read_bytes() == BAD_FILES[name]
    write_by_hand(tmp_path, of_papers(range(11)))
    assert store.refresh()
    assert is_well(store)
    assert store.save()
    assert len(store.annotations) == 11
    store.close()


def test_a_bad_file_shows_the_last_good_state(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([star(1), note(2, "n")])
    store.close()
    write_by_hand(tmp_path, BAD_FILES["conflict markers"])
    again = opened(tmp_path)
    assert again.annotations == store.annotations
    assert again.problem
    again.close()


def test_edits_that_cannot_be_saved_are_also_in_a_recovery_file(tmp_path: Path) -> None:
    write_by_hand(tmp_path, BAD_FILES["a NUL"])
    for _ in range(2):
        store = opened(tmp_path)
        store.apply([star(1)])
        store.close()
    (recovery,) = (tmp_path / "state").rglob("recovery-*.yaml")
    assert parse(recovery.read_bytes(), "").papers == store.annotations
    assert store.problem
    assert str(recovery) in str(store.problem)


WHOLE = with_everything(range(12))


def test_no_cut_leads_to_a_save_that_loses_a_paper(tmp_path: Path) -> None:
    whole = WHOLE.encode()
    path = write_by_hand(tmp_path, whole)
    running = opened(tmp_path)
    running.apply([star(100)])
    for cut in range(len(whole) - 1):
        write_by_hand(tmp_path, whole[:cut])
        assert not running.save(), cut
        fresh = opened(tmp_path)
        assert fresh.problem, cut
        fresh.close()
        assert path.read_bytes() == whole[:cut]
    # Only the last line end is missing now.
    write_by_hand(tmp_path, whole[:-1])
    assert running.save()
    assert len(parse(path.read_bytes(), "").papers) == 13
    running.close()


def test_a_cut_file_becomes_good_by_adding_the_end_line(tmp_path: Path) -> None:
    write_by_hand(tmp_path, WHOLE)
    store = opened(tmp_path)
    end = "# end of paperread file"
    write_by_hand(tmp_path, WHOLE.replace(end, ""))
    store.refresh()
    assert end in str(store.problem)
    write_by_hand(tmp_path, of_papers(range(11)))
    assert store.refresh()
    assert len(store.annotations) == 11
    assert is_well(store)
    store.close()


def test_many_papers_gone_at_once_are_not_believed(tmp_path: Path) -> None:
    write_by_hand(tmp_path, of_papers(range(30)))
    store = opened(tmp_path)
    path = write_by_hand(tmp_path, of_papers(range(23)))
    store.apply([star(1)])
    assert not store.save()
    assert "23 papers" in store.unsaved
    assert len(store.annotations) == 30
    assert path.read_text() == of_papers(range(23))
    (copy,) = (tmp_path / "state").rglob("*.refused")
    assert copy.read_text() == of_papers(range(23))
    store.close()


def test_many_papers_gone_at_once_are_believed_where_we_died_as_we_wrote_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path)
    store.apply([star(number) for number in range(40)])
    store.save()
    store.apply([star(number, new=False) for number in range(30)])
    monkeypatch.setattr(GuardedFile, "accept", die)
    with pytest.raises(SystemExit):
        store.save()
    monkeypatch.undo()
    kill(store)
    again = opened(tmp_path)
    assert is_well(again)
    assert set(again.annotations) == {paper(number) for number in range(30, 40)}
    again.close()


def die(file: GuardedFile, document: Document, seen: Look) -> None:
    raise SystemExit


def test_a_few_papers_gone_are_a_wish(tmp_path: Path) -> None:
    write_by_hand(tmp_path, of_papers(range(30)))
    store = opened(tmp_path)
    write_by_hand(tmp_path, of_papers(range(25)))
    assert store.refresh()
    assert len(store.annotations) == 25
    store.close()


def test_forgetting_what_was_seen_accepts_the_smaller_file(tmp_path: Path) -> None:
    write_by_hand(tmp_path, of_papers(range(30)))
    store = opened(tmp_path)
    write_by_hand(tmp_path, of_papers(range(3)))
    assert not store.refresh()
    assert store.problem
    (seen,) = (tmp_path / "state").rglob("last-seen.json")
    assert str(seen) in str(store.problem)
    seen.unlink()
    assert store.refresh()
    assert len(store.annotations) == 3
    store.close()


def test_a_file_too_large_is_refused_by_name(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, b"")
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    store = opened(tmp_path)
    assert "32 MB" in str(store.problem)
    store.apply([star(1)])
    assert not store.save()
    assert path.stat().st_size == LARGEST + 1
    store.close()


def test_a_folder_in_its_place_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "annotations.yaml").mkdir()
    store = opened(tmp_path)
    assert store.problem
    store.apply([star(1)])
    assert not store.save()
    store.close()


def test_a_state_folder_that_cannot_be_is_said_and_lived_with(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    store = opened(tmp_path)
    assert store.problem
    assert "state" in store.problem.file
    store.apply([star(1)])
    assert store.annotations[paper(1)].starred
    assert store.save()
    assert "starred: true" in (tmp_path / "annotations.yaml").read_text()
    store.close()


def test_a_journal_that_cannot_be_written_refuses_the_change(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with Fault("write", 28, 1), pytest.raises(PaperReadError, match="No space"):
        store.apply([star(1)])
    assert (store.annotations, store.unsaved) == ({}, "")
    store.apply([star(2)])
    assert set(store.annotations) == {paper(2)}
    store.close()
