"""Generations of the index: built beside the old one, swapped in whole, trusted only if ours.

A Whoosh index is read through pickle, so a planted one could run code and a damaged one could
answer wrongly. Nothing in a generation is opened for searching before its manifest, written last,
was found to agree with every file in it, in folders that belong to us alone. Which manifest
counts, down to its last byte, is said by `CURRENT`: the generation's name and the SHA-256 of its
manifest.

Hashing takes a while where there are many papers. `in_force` therefore looks at names and sizes
only, which is enough for what is read as plain numbers (`name_file`) and as JSON rows with
checksums of their own (`paper_file`); `Generation.check` looks at every byte, and comes before
all else.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any

from tui_reader.files.fingerprints import Fingerprint
from tui_reader.search.paper_file import PAPERS

MANIFEST = "manifest.json"
CURRENT = "CURRENT"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NAME = re.compile("gen-([0-9]+)")
_UNHASHED = {PAPERS}  # plain JSON rows, large; each has its checksum, looked at when it is read


class DamagedError(ValueError):
    """A generation is not as it was published."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation whose files have the names and sizes that its manifest says."""

    folder: Path
    hashes: Mapping[str, str]
    """SHA-256 of each file, by name; empty where a file has checksums of its own."""
    fingerprints: Mapping[str, list[Any]]
    """What each dump looked like when it was read, by path."""
    report: Mapping[str, Any]
    """What the build said: papers, duplicates, problems per dump."""

    def knows(self, dump: Path) -> bool:
        """Whether it was built from a dump of that path, whatever became of it since."""
        return os.fsdecode(dump) in self.fingerprints

    def is_of(self, dumps: Mapping[Path, Fingerprint]) -> bool:
        """Whether it was built from exactly these dumps as they are now."""
        now = {os.fsdecode(path): list(print_.row()) for path, print_ in dumps.items()}
        return now == dict(self.fingerprints)

    def check(self) -> None:
        """Look at every byte. Raises DamagedError where one differs, OSError where it is gone."""
        for name, kept in self.hashes.items():
            if kept and _hash(self.folder / name) != kept:
                raise DamagedError(f"{name} is not as it was written")


class Generations:
    """All generations made from one set of sources, in one folder of the cache."""

    def __init__(self, root: Path, key: str) -> None:
        self._root = root
        self.folder = root / hashlib.sha256(os.fsencode(key)).hexdigest()[:24]
        """Where the generations lie."""

    def prepare(self) -> None:
        """Make the folders, ours alone. Raises OSError where they cannot be made or trusted."""
        previous = os.umask(0o077)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        finally:
            os.umask(previous)
        for folder in self._folders:
            if not is_ours(folder):
                raise PermissionError(f"{folder} is not a folder that only you can write to")

    @property
    def _folders(self) -> tuple[Path, ...]:
        """The folders that must be ours: the cache of this program, and those inside."""
        return self._root.parent, self._root, self.folder

    def in_force(self) -> Generation | None:
        """The generation in force, as far as names and sizes tell; None where there is none."""
        if not all(map(is_ours, self._folders)):
            return None
        try:
            name, digest = _content(self.folder / CURRENT).decode("ascii").split()
            return _looked_at(self.folder / name, digest) if _NAME.fullmatch(name) else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def current(self) -> Generation | None:
        """The generation in force, checked; None where there is none to be trusted."""
        generation = self.in_force()
        try:
            if generation is not None:
                generation.check()
        except (OSError, DamagedError):
            return None
        return generation

    @contextmanager
    def building(self) -> Iterator[Path]:
        """A fresh folder to build in, thrown away afterwards if it was not published."""
        lock = os.open(self.folder / "build.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self._sweep()
            # Made by mkdtemp, so that nobody else can look inside, whatever lies in there.
            folder = Path(tempfile.mkdtemp(prefix="tmp-", dir=self.folder))
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(lock)

    def publish(
        self, folder: Path, dumps: Mapping[Path, Fingerprint], report: Mapping[str, Any]
    ) -> Path:
        """Finish what was built in a folder and put it in force. Returns its lasting place."""
        manifest = {
            "finished": True,
            "files": {name: _described(folder / name) for name in _files(folder)},
            "fingerprints": {os.fsdecode(path): list(seen.row()) for path, seen in dumps.items()},
            "report": dict(report),
        }
        content = json.dumps(manifest, indent=1).encode()
        _write_synced(folder / MANIFEST, content)
        before = [_NAME.fullmatch(old.name) for old in self.folder.iterdir()]
        number = 1 + max((int(old[1]) for old in before if old), default=0)
        lasting = self.folder / f"gen-{number}"
        folder.rename(lasting)
        beside = self.folder / f"{CURRENT}.{os.getpid()}"
        _write_synced(beside, f"{lasting.name} {hashlib.sha256(content).hexdigest()}\n".encode())
        beside.replace(self.folder / CURRENT)
        return lasting

    def distrust(self, generation: Generation) -> None:
        """Never open a generation again that failed although its manifest agreed."""
        with suppress(OSError):
            (generation.folder / MANIFEST).unlink()

    def _sweep(self) -> None:
        """Remove unfinished builds and generations that nobody reads."""
        for unfinished in self.folder.glob(f"{CURRENT}.*"):
            with suppress(OSError):
                unfinished.unlink()
        current = self.current()
        for old in self.folder.iterdir():
            kept = current is not None and old == current.folder
            if kept or not old.is_dir() or old.is_symlink():
                continue
            if not _in_use(old):
                shutil.rmtree(old, ignore_errors=True)


def is_ours(folder: Path) -> bool:
    """Whether a folder is real, belongs to us and only we may write to it."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == os.geteuid()
        and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )


def hold(generation: Path) -> int:
    """Keep a generation from being swept; returns a descriptor to close. Raises OSError.

    The folder itself is locked, so that nothing has to be written. Where nothing can be locked it
    is read all the same.
    """
    descriptor = os.open(generation, _FOLDER)
    with suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _in_use(generation: Path) -> bool:
    try:
        descriptor = os.open(generation, _FOLDER)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _files(folder: Path) -> list[str]:
    """Everything that lies in a generation, of whatever kind."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return sorted(set(found) - {MANIFEST})


def _kind(path: Path) -> int | str:
    """The size of what lies there, without following links; what it is where it is no file."""
    status = path.lstat()
    return status.st_size if stat.S_ISREG(status.st_mode) else f"{stat.S_IFMT(status.st_mode):o}"


def _described(path: Path) -> list[int | str]:
    """Size or kind of what lies there, and its hash."""
    kind = _kind(path)
    return [kind, "" if isinstance(kind, str) or path.name in _UNHASHED else _hash(path)]


def _hash(path: Path) -> str:
    """The SHA-256 of a regular file. Raises OSError for anything else."""
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _opened(path: Path) -> FileIO:
    """A regular file. Raises OSError for anything else, and never waits for a pipe."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    file = FileIO(descriptor)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        file.close()
        raise OSError(f"{path} is not a regular file")
    return file


def _content(path: Path) -> bytes:
    """What a regular file holds. Raises OSError as `_opened`."""
    with _opened(path) as file:
        return file.read()


def _looked_at(folder: Path, digest: str) -> Generation | None:
    if not is_ours(folder) or folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return None
    content = _content(folder / MANIFEST)
    if hashlib.sha256(content).hexdigest() != digest:
        return None
    manifest = json.loads(content)
    described = manifest["files"]
    if manifest["finished"] is not True or sorted(described) != _files(folder):
        return None
    if any(_kind(folder / name) != kind for name, (kind, _) in described.items()):
        return None
    hashes = {name: hash_ for name, (_, hash_) in described.items()}
    return Generation(folder, hashes, manifest["fingerprints"], manifest["report"])


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
