"""How many of some papers have each year, venue, keyword, dump, mark, tag and reading list."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from tui_reader.search.arrays import Ints
from tui_reader.search.columns import HAS_CODE, HAS_PDF, UNKNOWN, Columns
from tui_reader.search.label_sets import LabelSets
from tui_reader.search.labels import Labels
from tui_reader.search.ranking import RankedNumbers
from tui_reader.search.said import OwnState, Said

KEPT = 200
"""Values of a facet that are kept, the commonest."""

FacetName = Literal["year", "venue", "keyword", "seen", "marks", "tag", "list"]

_OWN: tuple[OwnState, ...] = (
    "starred",
    "unread",
    "to-read",
    "reading",
    "done",
    "skipped",
    "note",
)
"""The reader's marks, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The values of one facet, those that no paper has left out."""

    values: tuple[tuple[str, int], ...]
    """Each with the number of papers that have it."""
    more: int = 0
    """Values that are not among them."""


def facet_counts(
    columns: Columns, labels: LabelSets, numbers: Sequence[int], said: Said
) -> Mapping[FacetName, Counts]:
    """What some papers have, counted exactly; every paper counts once for a value.

    Args:
        columns: one value per paper.
        labels: venues, keywords and dumps of all papers.
        numbers: the papers looked at, in any order, none twice.
        said: what the reader said of all papers.

    Years and dumps come from the newest name to the oldest, venues, keywords, tags and lists
    from the commonest to the rarest.
    """
    among = np.zeros(len(columns.first_day), dtype=np.bool_)
    unsorted = numbers.unsorted if isinstance(numbers, RankedNumbers) else numbers
    among[np.asarray(unsorted, dtype=np.int32)] = True
    docs = np.flatnonzero(among).astype(np.int32)  # rising: gathered faster
    return {
        "year": _years(columns.first_day[docs]),
        "venue": _commonest(labels.venues, docs),
        "keyword": _commonest(labels.keywords, docs),
        "seen": _newest(_commonest(labels.dumps, docs)),
        "marks": _marks(columns, docs, said),
        "tag": _commonest(said.labels("tag"), docs),
        "list": _commonest(said.labels("list"), docs),
    }


def _years(days: Ints) -> Counts:
    papers = Counter[int]()
    found, counts = np.unique(days[days != UNKNOWN], return_counts=True)
    for day, count in zip(found.tolist(), counts.tolist(), strict=True):
        papers[date.fromordinal(day).year] += count
    values = [(str(year), papers[year]) for year in sorted(papers, reverse=True)]
    return Counts(tuple(values[:KEPT]), max(0, len(values) - KEPT))


def _commonest(labels: Labels, docs: Ints) -> Counts:
    counts = labels.counts(docs)
    met = np.flatnonzero(counts)
    kept = met[np.argsort(-counts[met], kind="stable")[:KEPT]]
    values = [(labels.names[code], int(counts[code])) for code in kept.tolist()]
    values.sort(key=lambda value: (-value[1], value[0].casefold()))
    return Counts(tuple(values), len(met) - len(kept))


def _newest(counts: Counts) -> Counts:
    """Dumps mostly have a day in their name, so the names sort by it."""
    return Counts(tuple(sorted(counts.values, reverse=True)), counts.more)


def _marks(columns: Columns, docs: Ints, said: Said) -> Counts:
    flags = columns.flags[docs]
    own = {str(state): int(np.count_nonzero(said.mask(state)[docs])) for state in _OWN}
    papers = own | {
        "code": int(np.count_nonzero(flags & HAS_CODE)),
        "pdf": int(np.count_nonzero(flags & HAS_PDF)),
    }
    return Counts(tuple((state, count) for state, count in papers.items() if count))
