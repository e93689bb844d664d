"""A file is written whole or not at all."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.files.faults import CALLS, Fault
from tui_reader.files.writing import remove_stale_temporaries, write_atomically

ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EDQUOT, errno.EROFS)


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def test_a_new_file_is_private(tmp_path: Path) -> None:
    assert write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert names(tmp_path) == ["a"]


def test_a_new_file_can_have_another_mode(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"new", mode=0o644)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_of_an_existing_file_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


def test_a_symbolic_link_stays_and_its_target_changes(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "a"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(Path("elsewhere") / "a")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert (names(tmp_path), names(target.parent)) == (["elsewhere", "link"], ["a"])


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_only_a_regular_file_is_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(OSError, match="not a regular file"):
            write_atomically(tmp_path / name, b"new")
    assert names(tmp_path) == ["folder", "pipe"]


def test_a_no_at_the_last_moment_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    seen = []

    def precheck() -> bool:
        seen.append(path.read_bytes())
        return False

    assert not write_atomically(path, b"new", precheck=precheck)
    assert seen == [b"old"]
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_short_writes_are_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:7]))
    write_atomically(tmp_path / "a", b"0123456789" * 10)
    assert (tmp_path / "a").read_bytes() == b"0123456789" * 10


def test_content_is_on_the_disk_before_the_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def noted(name: str, real: Any) -> Any:
        def call(*args: Any, **keywords: Any) -> Any:
            is_folder = name == "fsync" and stat.S_ISDIR(os.fstat(args[0]).st_mode)
            calls.append("fsync folder" if is_folder else name)
            return real(*args, **keywords)

        return call

    for name in ("write", "fsync", "replace"):
        monkeypatch.setattr(os, name, noted(name, getattr(os, name)))
    write_atomically(tmp_path / "a", b"new")
    assert calls == ["write", "fsync", "replace", "fsync folder"]


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", CALLS)
def test_any_failing_call_leaves_old_or_new_and_nothing_else(
    tmp_path: Path, call: str, number: int
) -> None:
    path = tmp_path / "a"
    at = 0
    fired = True
    while fired:
        at += 1
        path.write_bytes(b"old")
        with Fault(call, number, at) as fault:
            try:
                assert write_atomically(path, b"new")
                content = b"new"
            except OSError:
                content = path.read_bytes()
        assert fault.fired or content == b"new"
        fired = fault.fired
        assert path.read_bytes() == content
        assert content in {b"old", b"new"}
        assert names(tmp_path) == ["a"]
        assert write_atomically(path, b"newer")
    assert at > 1


def test_a_folder_that_cannot_be_flushed_is_no_failure(tmp_path: Path) -> None:
    with Fault("fsync", errno.EINVAL, 2) as fault:
        assert write_atomically(tmp_path / "a", b"new")
    assert fault.fired


def test_temporaries_of_living_writers_and_others_files_stay(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_atomically(path, b"new")
    seen: list[str] = []

    def precheck() -> bool:
        remove_stale_temporaries(path)
        seen.extend(names(tmp_path))
        return True

    (tmp_path / ".a.elsewhere.1.x.tmp").touch()
    assert write_atomically(path, b"newer", precheck=precheck)
    assert len(seen) == 3
    assert names(tmp_path) == [".a.elsewhere.1.x.tmp", "a"]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes on this system")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.note", b"kept")
    except OSError:
        pytest.skip("no extended attributes on this file system")
    write_atomically(path, b"new")
    assert os.getxattr(path, "user.note") == b"kept"
