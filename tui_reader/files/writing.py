"""Writing a file whole or not at all: a temporary beside it, fsync, then one rename."""

import errno
import os
import re
import secrets
import socket
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_TEMPORARY = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def write_atomically(
    path: Path, content: bytes, *, precheck: Callable[[], bool] | None = None, mode: int = 0o600
) -> bool:
    """Replace the file by `content`; readers see the old bytes or the new ones, never a mixture.

    A symbolic link stays and its target is replaced; owner, mode and extended attributes stay;
    a new file gets `mode`. `precheck` is asked once, when all is written and only the rename is
    left: if it says no, nothing happens and the answer is False.

    Raises OSError (PermissionError for a file without any write bit); the file is then untouched,
    unless only the folder could not be flushed, and no temporary is left.
    """
    target = Path(os.path.realpath(path))
    original = _original(target)
    temporary = (
        target.parent / f"{_temporary_prefix(target)}{os.getpid()}.{secrets.token_hex(4)}.tmp"
    )
    try:
        _write_new(temporary, content, target, original, mode)
        if precheck is not None and not precheck():
            temporary.unlink()
            return False
        temporary.replace(target)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)
    return True


def remove_stale_temporaries(path: Path) -> None:
    """Remove what writers of this file left behind on this machine when they were killed."""
    target = Path(os.path.realpath(path))
    prefix = _temporary_prefix(target)
    with suppress(OSError):
        for entry in list(os.scandir(target.parent)):
            name = entry.name
            if not (name.startswith(prefix) and name.endswith(".tmp")):
                continue
            process = name[len(prefix) :].partition(".")[0]
            if process.isdecimal() and not _is_alive(int(process)):
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108 - the entry already has the whole path


def _temporary_prefix(target: Path) -> str:
    host = re.sub(r"[^A-Za-z0-9-]", "-", socket.gethostname())[:40]
    return f".{target.name[:120]}.{host}."


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _original(target: Path) -> os.stat_result | None:
    try:
        original = target.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(original.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(target))
    if original.st_mode & 0o222 == 0:
        raise PermissionError(errno.EACCES, "the file is marked read-only", str(target))
    return original


def _write_new(
    temporary: Path, content: bytes, target: Path, original: os.stat_result | None, mode: int
) -> None:
    descriptor = os.open(temporary, _TEMPORARY, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        if original is None:
            os.fchmod(descriptor, mode)
        else:
            _look_like(descriptor, target, original)
        os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            os.close(descriptor)
        raise
    os.close(descriptor)


def _look_like(descriptor: int, target: Path, original: os.stat_result) -> None:
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (original.st_uid, original.st_gid):
        # Only the superuser may give a file away: the content matters more than its owner.
        with suppress(PermissionError):
            os.fchown(descriptor, original.st_uid, original.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(original.st_mode))
    if hasattr(os, "listxattr"):
        # Many file systems have none, or refuse some: attributes never hinder a save.
        with suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(descriptor, name, os.getxattr(target, name))


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems cannot flush a folder; the rename has happened all the same.
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)
