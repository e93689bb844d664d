"""What was done is told of later, whatever became of the file it is kept in."""

from pathlib import Path

import pytest

from tests.annotations.material import act, kill, note, opened, paper, star, tag, wrong_lines
from tests.files.faults import Fault
from tui_reader.annotation import Act
from tui_reader.annotations import history
from tui_reader.annotations.act_records import line_of, record_of
from tui_reader.annotations.history import History

ACTS = [act(star(n), note(n, f"two\nlines {n} 😀"), name=f"a{n}") for n in range(5)]


def lines(acts: list[Act]) -> bytes:
    return b"".join(line_of(record_of(each)) for each in acts)


def test_acts_are_told_of_in_their_order_also_later_and_elsewhere(tmp_path: Path) -> None:
    one, other = History(tmp_path / "h"), History(tmp_path / "h")
    assert one.acts() == other.acts() == ()
    one.log(ACTS[:2])
    assert list(other.acts()) == ACTS[:2]
    other.log(ACTS[2:])
    assert list(one.acts()) == list(History(tmp_path / "h").acts()) == ACTS


def test_an_act_that_was_logged_twice_is_told_of_once(tmp_path: Path) -> None:
    past = History(tmp_path / "h")
    past.log(ACTS[:3])
    past.log(ACTS[1:])
    assert list(past.acts()) == ACTS


def test_a_file_cut_anywhere_tells_of_its_whole_lines_and_takes_more(tmp_path: Path) -> None:
    path = tmp_path / "h"
    whole = lines(ACTS[:3])
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        left = whole[:cut].count(b"\n")
        past = History(path)
        assert list(past.acts()) == ACTS[:left]
        past.log(ACTS[4:])
        # Where only the line's end was missing, the line is whole again.
        assert list(past.acts())[-1] == ACTS[4]
        assert set(ACTS[:left]) < set(past.acts())
        assert list(History(path).acts()) == list(past.acts())


@pytest.mark.parametrize("wrong", wrong_lines(), ids=ascii)
def test_a_damaged_line_is_left_out(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "h"
    path.write_bytes(lines(ACTS[:2]) + wrong.encode() + b"\n\xff\xfe\n" + lines(ACTS[2:]))
    assert list(History(path).acts()) == ACTS


def test_what_cannot_be_written_is_told_of_in_this_run_and_written_later(tmp_path: Path) -> None:
    path = tmp_path / "h"
    path.mkdir()
    past = History(path)
    past.log(ACTS[:2])
    assert list(past.acts()) == ACTS[:2]
    path.rmdir()
    past.log(ACTS[2:])
    assert list(past.acts()) == list(History(path).acts()) == ACTS


def test_a_write_that_fails_leaves_no_half_line(tmp_path: Path) -> None:
    path = tmp_path / "h"
    past = History(path)
    past.log(ACTS[:1])
    with Fault("write", 28, 1):
        past.log(ACTS[1:2])
    assert path.read_bytes() == lines(ACTS[:1])
    past.log(ACTS[2:])
    assert list(History(path).acts()) == ACTS


def test_of_a_file_too_large_the_older_half_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "LARGEST", 4000)
    path = tmp_path / "h"
    past, reader = History(path), History(path)
    done = [act(tag(n, "rag"), name=f"a{n}") for n in range(100)]
    for each in done:
        past.log([each])
        assert path.stat().st_size <= 4000
        assert reader.acts()[-1] == past.acts()[-1] == each
    kept = list(History(path).acts())
    assert kept == done[-len(kept) :]
    assert len(kept) > 5


def test_an_act_larger_than_all_there_is_room_for_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "LARGEST", 2000)
    path = tmp_path / "h"
    past = History(path)
    large = act(*(tag(n, "rag") for n in range(200)), name="large")
    past.log(ACTS)
    past.log([large])
    assert past.acts()[-1] == History(path).acts()[-1] == large
    past.log(ACTS[:1])
    assert past.acts()[-1] == History(path).acts()[-1] == ACTS[0]
    assert path.stat().st_size <= 2000


def test_a_file_that_cannot_be_made_smaller_holds_each_act_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "LARGEST", 10)
    path = tmp_path / "h"
    past = History(path)
    for each in ACTS:
        with Fault("fsync", 28, 1):
            past.log([each])
    assert path.read_bytes() == lines(ACTS)


def test_so_many_acts_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 3)
    past = History(tmp_path / "h")
    past.log(ACTS)
    assert list(past.acts()) == ACTS[-3:]


def test_a_killed_copys_acts_are_told_of_before_and_after_the_next_save(tmp_path: Path) -> None:
    store = opened(tmp_path)
    done = [store.apply([star(1)]), store.apply([tag(1, "rag"), tag(2, "rag")])]
    kill(store)
    for _ in range(2):
        store = opened(tmp_path)
        assert list(store.acts()) == done
        store.save()
        assert list(store.acts()) == done
        kill(store)


def test_what_a_killed_copy_did_stays_in_its_order_though_the_clock_was_set_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path)
    done = []
    for hour, (old, new) in (("10", ("", "a")), ("09", ("a", "b"))):
        time = f"2026-10-05T{hour}:00:00.000+00:00"
        monkeypatch.setattr("tui_reader.annotations.store._now", lambda time=time: time)
        done.append(store.apply([note(1, new, old)]))
    monkeypatch.undo()
    kill(store)
    store = opened(tmp_path)
    assert store.annotations[paper(1)].note == "b"
    assert list(store.acts()) == done
    store.close()


def test_a_running_copys_acts_are_told_of_once_it_has_saved(tmp_path: Path) -> None:
    one, two = opened(tmp_path), opened(tmp_path)
    done = one.apply([star(1)])
    assert list(two.acts()) == []
    one.save()
    assert list(two.acts()) == [done]
    one.close()
    two.close()


def test_an_act_says_what_it_took_back(tmp_path: Path) -> None:
    store = opened(tmp_path)
    done = store.apply([star(1)])
    back = store.apply([star(1, new=False)], "undo", done.id)
    nothing = store.apply([], "redo", done.id)
    store.close()
    assert [(each.kind, each.of) for each in opened(tmp_path).acts()] == [
        ("do", ""),
        ("undo", done.id),
        ("redo", done.id),
    ]
    assert (back.run, nothing.changes) == (store.run, ())
