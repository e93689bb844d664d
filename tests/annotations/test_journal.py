"""What is in a journal, and whose it is."""

import json
import os
from pathlib import Path

import pytest

from tests.annotations.material import note, read, star
from tui_reader.annotations.journal import Journal, bequests


def die(journal: Journal) -> None:
    os.close(journal._descriptor)


def steps_left(folder: Path) -> list[object]:
    found = bequests(folder)
    for bequest in found:
        bequest.release()
    return [step for bequest in found for step in bequest.steps]


def test_what_a_dead_process_wrote_is_found(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([star(1), note(1, "two\nlines 😀")])
    journal.append([read(2)])
    die(journal)
    assert steps_left(tmp_path) == [(star(1), note(1, "two\nlines 😀")), (read(2),)]


def test_the_journal_of_a_living_process_is_left_alone(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([star(1)])
    assert steps_left(tmp_path) == []
    journal.close()


def test_a_bequest_has_one_heir(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([star(1)])
    die(journal)
    (first,) = bequests(tmp_path)
    assert bequests(tmp_path) == []
    first.release()
    assert steps_left(tmp_path) == [(star(1),)]


@pytest.mark.parametrize("lost", range(1, 40, 3))
def test_a_torn_last_line_is_skipped(tmp_path: Path, lost: int) -> None:
    journal = Journal(tmp_path)
    journal.append([star(1)])
    journal.append([star(2)])
    die(journal)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-lost])
    assert steps_left(tmp_path) == [(star(1),)]


def test_saved_steps_are_not_told_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for number in range(3):
        journal.append([star(number)])
    journal.mark_saved(2)
    die(journal)
    assert steps_left(tmp_path) == [(star(2),)]


def test_a_journal_with_all_saved_is_empty_and_goes_with_its_process(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([star(1)])
    journal.mark_saved(1)
    (path,) = tmp_path.iterdir()
    assert path.stat().st_size == 0
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_steps_after_all_was_saved_are_told(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([star(1)])
    journal.mark_saved(1)
    journal.append([star(2)])
    journal.close()
    assert steps_left(tmp_path) == [(star(2),)]


def test_a_failed_write_leaves_no_half_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path)
    journal.append([star(1)])
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
        journal.append([star(2)])
    monkeypatch.undo()
    journal.append([star(3)])
    die(journal)
    assert steps_left(tmp_path) == [(star(1),), (star(3),)]


def test_a_line_of_a_newer_program_is_kept_aside(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([star(1)])
    die(journal)
    (path,) = tmp_path.iterdir()
    newer = json.dumps({"step": 2, "changes": [{"id": "a", "field": "tags"}]}) + "\n"
    path.write_text(path.read_text() + newer)
    (bequest,) = bequests(tmp_path)
    assert bequest.steps == ((star(1),),)
    bequest.settle()
    (kept,) = tmp_path.iterdir()
    assert kept.suffix == ".not-understood"
    assert newer in kept.read_text()


@pytest.mark.parametrize(
    "line",
    ["[]", "{}", "null", '{"step":"x","changes":[]}', '{"step":1,"changes":[{}]}', "[" * 9999],
)
def test_nonsense_in_a_journal_does_no_harm(tmp_path: Path, line: str) -> None:
    (tmp_path / "1-a.jsonl").write_text(f"{line}\n")
    (bequest,) = bequests(tmp_path)
    assert (bequest.steps, bequest.is_understood) == ((), False)
    bequest.release()
