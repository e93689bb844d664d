"""How a file is recognised as unchanged: by where it lies, its size, its time and its ends."""

import hashlib
import os
import stat
from dataclasses import astuple, dataclass
from pathlib import Path

ENDS = 64 * 1024
"""Bytes at either end that count."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file looked like. Equal fingerprints mean the same content for our purposes."""

    device: int
    inode: int
    size: int
    mtime_ns: int
    digest: str
    """SHA-256 of both ends."""

    def row(self) -> tuple[int | str, ...]:
        """As plain values, for a manifest."""
        return astuple(self)


def fingerprint(path: Path) -> Fingerprint:
    """The fingerprint of a regular file. Raises OSError where it cannot be taken."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(f"{path} is not a regular file")
        digest = hashlib.sha256(os.pread(descriptor, ENDS, 0))
        digest.update(os.pread(descriptor, ENDS, max(0, status.st_size - ENDS)))
    finally:
        os.close(descriptor)
    return Fingerprint(
        status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, digest.hexdigest()
    )
