"""What the posting lists kept in memory did for the last run, noted where doctor finds it."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader import locations
from tui_reader.later import LaterModule
from tui_reader.library.snapshot import Searchable

if TYPE_CHECKING:
    from tui_reader.files import writing
else:
    writing = LaterModule("tui_reader.files.writing")

_LARGEST = 1000
"""Bytes of a record that could be ours."""


@dataclass(frozen=True, slots=True)
class CacheRecord:
    """How full the cache of posting lists was, and how often it had what was asked for."""

    size: int
    """Bytes kept at the end."""
    room: int
    """Bytes that may be kept."""
    hits: int
    misses: int

    @property
    def asked(self) -> int:
        """How many posting lists were asked for; at least 1."""
        return self.hits + self.misses


def note_cache(corpus: Searchable | None) -> None:
    """Note what the cache did, if anything was searched; the last copy of the program to end wins.

    Whatever hinders that only costs the record.
    """
    cache = corpus.cache if corpus is not None else None
    if cache is None or not cache.hits + cache.misses:
        return
    record = CacheRecord(cache.size, cache.room, cache.hits, cache.misses)
    if record == last_cache():
        return
    with suppress(OSError):
        file = _file()
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        writing.write_atomically(file, json.dumps(asdict(record)).encode())


def last_cache() -> CacheRecord | None:
    """What was noted last; None where nothing was, or nothing that makes sense."""
    try:
        file = _file()
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return None
        row: Any = json.loads(file.read_bytes())
        record = CacheRecord(*(row[name] for name in ("size", "room", "hits", "misses")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    fits = all(type(number) is int and number >= 0 for number in asdict(record).values())
    return record if fits and record.asked else None


def _file() -> Path:
    return locations.state_dir() / "cache.json"
