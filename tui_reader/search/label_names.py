"""Labels and years that go on from a beginning, with the papers of each."""

from datetime import date
from typing import Literal

import numpy as np

from tui_reader.queries.completing import Completion
from tui_reader.queries.narrowing import clause_for
from tui_reader.search.arrays import Bytes, Ints
from tui_reader.search.columns import UNKNOWN, Columns
from tui_reader.search.labels import LabelNames, Labels

LabelField = Literal["venue", "keyword", "seen", "tag", "list"]

_SMALL = np.frombuffer(bytes(range(256)).lower(), dtype=np.uint8)
_IN_WORDS = np.array([byte > 127 or chr(byte).isalnum() for byte in range(256)])


def label_names(
    every: Labels, field: LabelField, beginning: str, most: int, present: Ints
) -> list[Completion]:
    """Whole labels of which a word begins so: the dumps last in the alphabet, or the commonest.

    Dumps mostly have a day in their name, so these are the newest. `present`: papers that count.
    """
    papers = every.counts(present)
    codes = _having(every.names, beginning.encode("utf-8", "replace").lower())
    if field == "seen":
        order = sorted(codes.tolist(), key=every.names.__getitem__, reverse=True)
    else:
        order = codes[np.argsort(-papers[codes], kind="stable")].tolist()
    found: list[Completion] = []
    for code in order:
        name = every.names[code]
        text = clause_for(field, name).removeprefix(f"{field}:")
        if papers[code] and text and name.casefold() != beginning.casefold():
            found.append(Completion(text, papers=int(papers[code])))
        if len(found) == most:
            break
    return found


def years(columns: Columns, beginning: str, most: int, present: Ints) -> list[Completion]:
    """The years of publication, of papers that count, that begin so, the newest first."""
    known = columns.first_day[present]
    known = known[known != UNKNOWN]
    days = known.astype("datetime64[D]") - np.timedelta64(date(1970, 1, 1).toordinal(), "D")
    found, counts = np.unique(days.astype("datetime64[Y]").astype(int) + 1970, return_counts=True)
    by_year = zip(map(str, found.tolist()), counts.tolist(), strict=True)
    begun = [Completion(year, papers=n) for year, n in by_year if year.startswith(beginning)]
    return [each for each in reversed(begun) if each.text != beginning][:most]


def _having(names: LabelNames, beginning: bytes) -> Ints:
    """The codes of the names of which a word begins so, ASCII capitals or not; rising."""
    text: Bytes = _SMALL[names.text]
    starts = np.zeros(len(text) + 1, dtype=np.bool_)
    starts[names.starts] = True
    at = np.flatnonzero(starts[:-1] | ~_IN_WORDS[np.concatenate([text[:1], text[:-1]])])
    for place, byte in enumerate(beginning):
        at = at[at + place < len(text)]
        at = at[text[at + place] == byte]
    codes = np.searchsorted(names.starts, at, side="right") - 1
    whole = at + len(beginning) <= names.starts[codes + 1]
    return np.unique(codes[whole]).astype(np.int32)
