"""What is in a journal, and whose it is."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from tests.annotations.material import (
    act,
    begun,
    described,
    listed,
    note,
    read,
    searched,
    star,
    tag,
    wrong_lines,
)
from tui_reader.annotation import Act, Change, Kind
from tui_reader.annotations.act_records import record_of
from tui_reader.annotations.journal import Journal, bequests

WRONG = [*wrong_lines(), json.dumps({"step": "x", **record_of(act(star(1)))})]


def die(journal: Journal) -> None:
    os.close(journal._descriptor)


def acts_left(folder: Path) -> list[Act]:
    found = bequests(folder)
    for bequest in found:
        bequest.release()
    return [left for bequest in found for left in bequest.acts]


def test_what_a_dead_process_wrote_is_found(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append(act(star(1), note(1, "two\nlines 😀")))
    journal.append(act(read(2)))
    die(journal)
    assert acts_left(tmp_path) == [act(star(1), note(1, "two\nlines 😀")), act(read(2))]


def test_the_journal_of_a_living_process_is_left_alone(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append(act(star(1)))
    assert acts_left(tmp_path) == []
    journal.close()


def test_a_bequest_has_one_heir(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append(act(star(1)))
    die(journal)
    (first,) = bequests(tmp_path)
    assert bequests(tmp_path) == []
    first.release()
    assert acts_left(tmp_path) == [act(star(1))]


@pytest.mark.parametrize("lost", range(1, 40, 3))
def test_a_torn_last_line_is_skipped(tmp_path: Path, lost: int) -> None:
    journal = Journal(tmp_path)
    journal.append(act(star(1)))
    journal.append(act(star(2)))
    die(journal)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-lost])
    assert acts_left(tmp_path) == [act(star(1))]


def test_saved_steps_are_not_told_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for number in range(3):
        journal.append(act(star(number)))
    journal.mark_saved(2)
    die(journal)
    assert acts_left(tmp_path) == [act(star(2))]


def test_a_journal_with_all_saved_is_empty_and_goes_with_its_process(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append(act(star(1)))
    journal.mark_saved(1)
    (path,) = tmp_path.iterdir()
    assert path.stat().st_size == 0
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_steps_after_all_was_saved_are_told(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append(act(star(1)))
    journal.mark_saved(1)
    journal.append(act(star(2)))
    journal.close()
    assert acts_left(tmp_path) == [act(star(2))]


def test_a_failed_write_leaves_no_half_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path)
    journal.append(act(star(1)))
    real = os.write
    calls = 0

    def stingy(descriptor: int, content: bytes) -> int:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise OSError(28, "No space left on device")
        return real(descriptor, content[:7])

    monkeypatch.setattr(os, "write", stingy)
    with pytest.raises(OSError, match="No space"):
        journal.append(act(star(2)))
    monkeypatch.undo()
    journal.append(act(star(3)))
    die(journal)
    assert acts_left(tmp_path) == [act(star(1)), act(star(3))]


def test_a_line_of_a_newer_program_is_kept_aside(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append(act(star(1)))
    die(journal)
    (path,) = tmp_path.iterdir()
    newer = (
        json.dumps(
            {"step": 2, **record_of(act()), "changes": [["stars", "", "", "true", [["p", ""]]]]}
        )
        + "\n"
    )
    path.write_text(path.read_text() + newer)
    (bequest,) = bequests(tmp_path)
    assert bequest.acts == (act(star(1)),)
    bequest.settle()
    (kept,) = tmp_path.iterdir()
    assert kept.suffix == ".not-understood"
    assert newer in kept.read_text()


@pytest.mark.parametrize("wrong", WRONG, ids=ascii)
def test_nonsense_in_a_journal_does_no_harm(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "1-a.jsonl").write_text(f"{wrong}\n")
    (bequest,) = bequests(tmp_path)
    assert (bequest.acts, bequest.is_understood) == ((), False)
    bequest.release()


@pytest.mark.parametrize(
    "change",
    [
        star(1),
        read(1),
        tag(1, "rag", new=False),
        listed(1, "to read", "2.5", old="1"),
        begun("l"),
        described("l", "new", old="old"),
        searched("s", "tag:rag"),
        note(1, "one\ntwo 😀", old="x"),
    ],
    ids=lambda change: change.field,
)
def test_every_kind_of_change_comes_back_as_it_was(tmp_path: Path, change: Change) -> None:
    for kind in get_args(Kind):
        done = replace(act(change), kind=kind, of="" if kind == "do" else "a0")
        journal = Journal(tmp_path)
        journal.append(done)
        die(journal)
        (bequest,) = bequests(tmp_path)
        assert bequest.acts == (done,)
        bequest.settle()
