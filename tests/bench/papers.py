"""The papers that are measured on, as a folder with dumps of JSON Lines."""

import gzip
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.made import write_made

SHARED = Path(
    os.environ.get("PAPERREAD_SHARED", str(Path(__file__).resolve().parents[3] / "shared"))
)
REAL = SHARED / "corpora" / "conference-29k.jsonl.gz"
REAL_KIND = "real papers"
_WORD = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers on disk; they are read again by whoever wants them, never held."""

    folder: Path
    """Holds the dumps and nothing else."""
    count: int
    kind: str

    @property
    def dumps(self) -> list[Path]:
        """The files of it, in order."""
        return dumps_in(self.folder)

    @property
    def size(self) -> int:
        """Bytes of the dumps."""
        return sum(dump.stat().st_size for dump in self.dumps)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every record, in order."""
        return rows_in(self.folder)

    def sample(self, count: int) -> list[dict[str, Any]]:
        """Some records from all over the dumps, the same ones each time."""
        dumps = self.dumps
        shares = [count // len(dumps) + (place < count % len(dumps)) for place in range(len(dumps))]
        pairs = zip(dumps, shares, strict=True)
        return [row for dump, share in pairs for row in _sample(dump, share)]


def dumps_in(folder: Path) -> list[Path]:
    """The dumps in a folder, in order."""
    return sorted(folder.glob("*.jsonl"))


def rows_in(folder: Path) -> Iterator[dict[str, Any]]:
    """Every record of the dumps in a folder, in order."""
    for dump in dumps_in(folder):
        with dump.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def _sample(dump: Path, count: int) -> list[dict[str, Any]]:
    size = dump.stat().st_size
    with dump.open("rb") as file:
        return [_next_row(file, size * number // count) for number in range(count)]


def _next_row(file: Any, place: int) -> dict[str, Any]:
    file.seek(max(0, place - 1))
    if place:
        file.readline()
    row: dict[str, Any] = json.loads(file.readline() or _first(file))
    return row


def _first(file: Any) -> bytes:
    file.seek(0)
    line: bytes = file.readline()
    return line


def real(folder: Path) -> Papers | None:
    """The real corpus, unpacked; None where it is not on this machine."""
    if not REAL.exists():
        return None
    papers = Papers(folder, 0, REAL_KIND)
    folder.mkdir()
    with gzip.open(REAL, "rb") as packed, (folder / "papers.jsonl").open("wb") as file:
        shutil.copyfileobj(packed, file)
    return Papers(folder, sum(1 for _ in papers.rows()), REAL_KIND)


def made(folder: Path, count: int) -> Papers:
    """Made-up papers."""
    folder.mkdir()
    write_made(folder, count)
    return Papers(folder, count, "made-up papers")


def words_of(text: str) -> list[str]:
    """The words of a text that every program cuts alike."""
    return _WORD.findall(text.lower())
