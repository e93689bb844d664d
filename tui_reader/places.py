"""Where the reader was in each library: query, view, order and paper, kept between runs."""

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.later import LaterModule
from tui_reader.sorting import SORT_KEYS, Order

if TYPE_CHECKING:
    from tui_reader.files import writing
else:
    writing = LaterModule("tui_reader.files.writing")

THEME = "theme"
"""Name of the row that keeps the theme."""
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
    reading_list: str = ""
    """The reading list that is open, if one is."""

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

    def chosen_theme(self, settings_theme: str) -> str:
        """The theme last chosen in the app, as long as the settings still say what they said."""
        row = self._rows().get(THEME)
        fits = isinstance(row, dict) and row.get("over") == settings_theme
        return str(row.get("chosen", settings_theme)) if fits and row else settings_theme

    def choose_theme(self, chosen: str, settings_theme: str) -> None:
        """Remember a theme that was chosen in the app over the one of the settings."""
        self._write({**self._rows(), THEME: {"chosen": chosen, "over": settings_theme}})

    def save(self, place: Place) -> None:
        """Remember a place; the libraries longest not read are forgotten."""
        rows = self._rows()
        rows.pop(self._key, None)
        rows[self._key] = asdict(place)
        theme = {THEME: rows.pop(THEME)} if THEME in rows else {}
        self._write({**theme, **dict(list(rows.items())[-MOST:])})

    def _write(self, rows: dict[str, Any]) -> None:
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            writing.write_atomically(self._file, json.dumps(rows, indent=1).encode())

    def _rows(self) -> dict[str, Any]:
        try:
            if self._file.stat().st_size > LARGEST:
                return {}
            rows = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return rows if isinstance(rows, dict) else {}


_DEFAULTS = tuple(asdict(Place()).items())
