"""Anything that an annotations file may hold, drawn by chance."""

import string
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from tests.annotations.material import SCALARS
from tui_reader.annotation import STATUSES, Annotation, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.document import Plain
from tui_reader.annotations.tidying import in_order, tidy_name, tidy_note, tidy_rank, tidy_title
from tui_reader.papers import PaperId

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(SCALARS)
LINES = TEXTS.map(tidy_title)
NAMES = TEXTS.map(lambda text: tidy_name(text[:100])).filter(bool)
IDS = TEXTS.map(lambda text: PaperId(text[:100]))
STARS = st.sampled_from(["", "true"]) | st.dates(date(1990, 1, 1)).map(date.isoformat)
RANKS = (st.integers(-20, 20) | st.decimals(-1000, 1000, places=4)).map(
    lambda number: tidy_rank(str(number)) or Decimal(0)
)
TAGS = st.lists(NAMES, max_size=3).map(in_order)
PLACES = st.dictionaries(NAMES, RANKS, max_size=3).map(lambda found: tuple(sorted(found.items())))
UNKNOWN = st.recursive(
    TEXTS | TEXTS.map(Plain),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
FREE_NAMES = st.text(string.ascii_letters + " -:#", min_size=1, max_size=12).map("x-".__add__)
EXTRAS = st.dictionaries(FREE_NAMES, UNKNOWN, max_size=3).map(lambda extra: tuple(extra.items()))
NO_EXTRAS: st.SearchStrategy[tuple[tuple[str, object], ...]] = st.just(())


def holdings(
    titles: st.SearchStrategy[str] = LINES,
    notes: st.SearchStrategy[str] = TEXTS.map(tidy_note),  # noqa: B008 - a strategy never changes
    extras: st.SearchStrategy[tuple[tuple[str, object], ...]] = EXTRAS,
) -> st.SearchStrategy[Holdings]:
    """Full holdings; titles and notes are tidy ones unless others are given."""
    annotations = st.builds(
        Annotation, titles, STARS, st.sampled_from(STATUSES), TAGS, PLACES, notes, extras
    )
    lists = st.builds(ReadingList, STARS | LINES, LINES, extras)
    return st.builds(
        Holdings,
        st.dictionaries(IDS, annotations, max_size=5),
        st.dictionaries(NAMES, lists, max_size=3),
        st.dictionaries(NAMES, st.builds(SavedSearch, LINES, extras), max_size=3),
    )
