"""The store beside others: killed copies, running copies, editors."""

import os
import stat
import threading
import time
from pathlib import Path

import pytest

from tests.annotations.material import (
    kill,
    note,
    of_papers,
    opened,
    paper,
    read,
    star,
    tag,
    write_by_hand,
)
from tui_reader.annotation import Annotation
from tui_reader.annotations import state_folder
from tui_reader.annotations.merge_fields import SEPARATOR
from tui_reader.annotations.store import AnnotationStore


@pytest.mark.parametrize("times", [1, 3])
def test_a_killed_process_leaves_everything_to_the_next(tmp_path: Path, times: int) -> None:
    store = opened(tmp_path)
    store.apply([read(1)])
    store.save()
    for number in range(2, 2 + times):
        store.apply([read(number), note(number, f"n{number}")])
        kill(store)
        store = opened(tmp_path)
    expected = {paper(number) for number in range(1, 2 + times)}
    assert {name for name, entry in store.annotations.items() if entry.read} == expected
    assert store.unsaved == "waiting"
    assert store.save()
    store.close()
    assert list((tmp_path / "state").rglob("journal/*.jsonl")) == []
    assert len(opened(tmp_path).annotations) == 1 + times


def test_a_journal_replayed_onto_a_file_that_has_it_already_changes_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([note(1, "one")])
    store.apply([note(1, "two", old="one"), read(1)])
    (journal,) = (tmp_path / "state").rglob("journal/*.jsonl")
    steps = journal.read_bytes()
    store.save()
    journal.write_bytes(steps)
    kill(store)
    again = opened(tmp_path)
    assert again.annotations == store.annotations
    text = (tmp_path / "annotations.yaml").read_bytes()
    assert again.save()
    assert (tmp_path / "annotations.yaml").read_bytes() == text
    again.close()


def test_what_a_killed_process_left_and_an_edit_since_are_merged(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, f"papers:\n  {paper(1)}:\n    title: T\n")
    store = opened(tmp_path)
    store.apply([read(1), tag(1, "ours"), note(1, "ours")])
    kill(store)
    edit = "    status: done\n    tags: [hers]\n    note: hers\n"
    write_by_hand(tmp_path, path.read_text() + edit)
    again = opened(tmp_path)
    expected = Annotation(
        "Title 1", status="done", tags=("hers", "ours"), note=f"hers{SEPARATOR}ours"
    )
    assert again.annotations == {paper(1): expected}
    again.close()


def test_two_open_stores_end_with_the_union(tmp_path: Path) -> None:
    one, two = opened(tmp_path), opened(tmp_path)
    one.apply([star(1), note(3, "mine")])
    two.apply([star(2), note(3, "hers")])
    assert one.save()
    assert two.save()
    assert one.refresh()
    assert one.annotations == two.annotations
    assert one.annotations[paper(3)].note == f"hers{SEPARATOR}mine"
    assert set(one.annotations) == {paper(1), paper(2), paper(3)}
    one.close()
    two.close()


def test_an_outside_edit_is_seen_and_merged(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, of_papers(range(3)))
    store = opened(tmp_path)
    store.apply([star(50)])
    assert not store.refresh()
    write_by_hand(tmp_path, path.read_text().replace("first line of 2", "FIRST LINE"))
    assert store.refresh()
    assert store.annotations[paper(2)].note.startswith("FIRST LINE")
    assert store.annotations[paper(50)].starred
    assert store.unsaved == "waiting"
    assert not store.refresh()
    store.close()
    assert "FIRST LINE" in path.read_text()
    assert "00050" in path.read_text()


def test_an_outside_edit_of_the_same_size_and_time_is_seen(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, of_papers(range(3)))
    store = opened(tmp_path)
    with path.open("r+b") as file:
        file.write(of_papers(range(3)).replace("last line", "LAST LINE").encode())
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert store.refresh()
    assert store.annotations[paper(2)].note.endswith("LAST LINE")
    store.close()


def test_a_file_deleted_under_a_running_store_is_written_again(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, of_papers(range(30)))
    store = opened(tmp_path)
    path.unlink()
    assert not store.refresh()
    store.apply([star(1)])
    assert store.save()
    assert len(store.annotations) == 30
    assert path.read_text().count("title:") == 30
    store.close()


def test_changes_made_during_a_save_are_neither_lost_nor_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path)
    store.apply([star(1)])
    real = os.fsync

    def fsync(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", real)
        other = threading.Thread(target=store.apply, args=([star(2)],))
        other.start()
        other.join()
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    assert store.save()
    assert store.unsaved == "waiting"
    assert set(store.annotations) == {paper(1), paper(2)}
    kill(store)
    again = opened(tmp_path)
    assert set(again.annotations) == {paper(1), paper(2)}
    again.close()


def test_a_write_between_look_and_rename_is_merged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path)
    store.apply([star(1)])
    real = os.fchmod

    def fchmod(descriptor: int, mode: int) -> None:
        if not (tmp_path / "annotations.yaml").exists():
            write_by_hand(tmp_path, of_papers(range(3, 5)))
        real(descriptor, mode)

    monkeypatch.setattr(os, "fchmod", fchmod)
    assert store.save()
    assert set(store.annotations) == {paper(1), paper(3), paper(4)}
    store.close()


def test_a_file_just_being_written_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path)
    path = tmp_path / "annotations.yaml"
    path.write_text(of_papers(range(9))[:-300])
    waits = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        write_by_hand(tmp_path, of_papers(range(9)))

    monkeypatch.setattr(time, "sleep", sleep)
    assert store.refresh()
    assert len(store.annotations) == 9
    assert len(waits) == 1
    store.close()


def test_a_file_paperread_wrote_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = opened(tmp_path), opened(tmp_path)
    one.apply([star(1)])
    one.save()
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail(f"waited {seconds}"))
    assert two.refresh()
    one.close()
    two.close()


def test_a_lock_held_for_long_is_said_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state_folder, "_LOCK_TIMEOUT", 0.05)
    store = opened(tmp_path)
    store.apply([star(1)])
    with state_folder.StateFolder(tmp_path / "state", tmp_path / "annotations.yaml").locked():
        assert not store.save()
        assert "another copy" in store.unsaved
        late = opened(tmp_path)
        late.apply([star(2)])
        assert not (tmp_path / "annotations.yaml").exists()
    assert store.save()
    assert late.save()
    assert (store.problem, late.problem) == (None, None)
    assert set(late.annotations) == {paper(1), paper(2)}
    store.close()
    late.close()


def test_two_files_never_share_their_state(tmp_path: Path) -> None:
    one = AnnotationStore(tmp_path / "one.yaml", tmp_path / "state")
    one.open()
    one.apply([star(1)])
    kill(one)
    two = AnnotationStore(tmp_path / "two.yaml", tmp_path / "state")
    two.open()
    assert two.annotations == {}
    two.close()


def test_a_link_to_the_file_shares_its_state_and_stays(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, of_papers(range(2)))
    path.chmod(0o640)
    (tmp_path / "link.yaml").symlink_to(path)
    store = AnnotationStore(tmp_path / "link.yaml", tmp_path / "state")
    store.open()
    store.apply([star(9)])
    kill(store)
    other = opened(tmp_path)
    assert paper(9) in other.annotations
    other.close()
    assert (tmp_path / "link.yaml").is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
