"""Which earlier states are kept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.annotations.material import of_papers, opened, paper, star, write_by_hand
from tests.files.faults import Fault
from tui_reader.annotations.backups import Backups


def test_what_was_there_before_a_save_and_after_it_is_kept(tmp_path: Path) -> None:
    before = of_papers(range(3))
    path = write_by_hand(tmp_path, before)
    store = opened(tmp_path)
    store.apply([star(9)])
    store.save()
    (folder,) = (tmp_path / "state").rglob("backups")
    assert [copy.read_text() for copy in Backups(folder).newest_first()] == [
        path.read_text(),
        before,
    ]
    store.close()


def test_the_same_state_is_kept_once(tmp_path: Path) -> None:
    backups = Backups(tmp_path)
    for content in (b"a", b"a", b"b", b"b", b"a"):
        backups.keep(content)
    assert [copy.read_bytes() for copy in backups.newest_first()] == [b"a", b"b", b"a"]


def test_ten_newest_and_one_a_day_for_thirty_days(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    for days in range(1, 50):
        for hour in range(3):
            moment = (now - timedelta(days=days)).replace(hour=hour)
            (tmp_path / f"{moment:%Y-%m-%dT%H%M%S.%f}-{hour}.yaml").touch()
    for number in range(15):
        Backups(tmp_path).keep(b"%d" % number)
    kept = [copy.name for copy in Backups(tmp_path).newest_first()]
    today = f"{now:%Y-%m-%d}"
    assert sum(name.startswith(today) for name in kept) == 10
    earlier = [name for name in kept if not name.startswith(today)]
    assert len(earlier) == 30
    assert all(name.endswith("-2.yaml") for name in earlier)


def test_a_damaged_backup_is_passed_over(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([star(1)])
    store.save()
    store.apply([star(2)])
    store.close()
    (folder,) = (tmp_path / "state").rglob("backups")
    Backups(folder).newest_first()[0].write_bytes(b"\0")
    write_by_hand(tmp_path, b"\0")
    again = opened(tmp_path)
    assert set(again.annotations) == {paper(1)}
    again.close()


def test_a_backup_that_fails_is_said_and_does_not_stop_the_save(tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, of_papers(range(3)))
    store = opened(tmp_path)
    (folder,) = (tmp_path / "state").glob("annotations-*")
    (folder / "backups").write_text("in the way")
    store.apply([star(9)])
    assert store.save()
    assert "backup" in str(store.problem)
    assert "00009" in path.read_text()
    (folder / "backups").unlink()
    store.apply([star(10)])
    assert store.save()
    assert store.problem is None
    store.close()


def test_a_full_disk_keeps_the_older_backups(tmp_path: Path) -> None:
    Backups(tmp_path).keep(b"a")
    with Fault("write", 28, 1), pytest.raises(OSError, match="No space"):
        Backups(tmp_path).keep(b"b")
    assert [copy.read_bytes() for copy in Backups(tmp_path).newest_first()] == [b"a"]
