"""Where the reader was in each library: query, view, order and paper, kept between runs."""

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tui_reader.files.writing import write_atomically
from tui_reader.sorting import SORT_KEYS, Order

MOST = 50
"""Libraries remembered."""
LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was."""

    query: str = ""
    view: str = "all"
    sort: str = "relevance"
    reverse: bool = False
    paper: str = ""
    """Id of the paper under the cursor."""

    @property
    def order(self) -> Order:
        """Sort and reverse as an order; relevance where the sort is unknown."""
        for key in SORT_KEYS:
            if key == self.sort:
                return Order(key, self.reverse)
        return Order()


class Places:
    """The file that remembers; whatever goes wrong with it only costs the memory."""

    def __init__(self, file: Path, sources: Sequence[Path]) -> None:
        self._file = file
        self._key = hashlib.sha256(b"\n".join(map(os.fsencode, sources))).hexdigest()[:16]

    def load(self) -> Place:
        """The place in this library; the beginning where none is known."""
        row = self._rows().get(self._key)
        if not isinstance(row, dict):
            return Place()
        known = {name: row[name] for name in Place.__dataclass_fields__ if name in row}
        fits = all(
            isinstance(known[name], type(default)) for name, default in _DEFAULTS if name in known
        )
        return Place(**known) if fits else Place()

    def save(self, place: Place) -> None:
        """Remember a place; the libraries longest not read are forgotten."""
        rows = self._rows()
        rows.pop(self._key, None)
        rows[self._key] = asdict(place)
        kept = dict(list(rows.items())[-MOST:])
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._file, json.dumps(kept, indent=1).encode())

    def _rows(self) -> dict[str, Any]:
        try:
            if self._file.stat().st_size > LARGEST:
                return {}
            rows = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return rows if isinstance(rows, dict) else {}


_DEFAULTS = tuple(asdict(Place()).items())
