"""The names that may stand before a colon, and the values that a filter takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from tui_reader.queries.tree import Field, State
from tui_reader.sorting import SORT_KEYS, Order

Filter = Literal["year", "date", "seen", "is", "has", "tag", "list", "starred", "id", "sort"]
"""Names whose value is no text to look for: days, a dump, a state, a name, an id, or an order."""

FILTERS: frozenset[Filter] = frozenset(get_args(Filter))

Name = Field | Filter

DayWord = Literal[
    "today",
    "yesterday",
    "this-week",
    "last-week",
    "this-month",
    "last-month",
    "this-year",
    "last-year",
]


@dataclass(frozen=True, slots=True)
class FieldName:
    """A field as it is offered to somebody who is typing a query."""

    spelling: str
    """With its colon, such as `title:`."""
    explanation: str
    """What stands after it or what it finds, in a few words."""


_TABLE: tuple[tuple[Name, tuple[str, ...], str], ...] = (
    ("title", ("ti",), "words of the title"),
    ("author", ("au", "authors"), "names of the authors"),
    ("abstract", ("abs",), "words of the abstract"),
    ("venue", (), "where it was published"),
    ("keyword", ("keywords",), "its keywords"),
    ("note", (), "words of your note"),
    ("year", (), "years: 2024, 2023..2024, 2023.."),
    ("date", (), "days or months: 2025-03, last-week, 2025-03..today"),
    ("seen", (), "the dump it was in: part of its name, or its day"),
    ("is", (), "new in the latest list, starred, unread, to-read …"),
    ("has", (), "a note, a tag, a reading list, code or a PDF"),
    ("tag", ("tags",), "a tag of yours, or how it begins: ra*"),
    ("list", ("lists",), 'a reading list of yours: "to read"'),
    ("starred", (), "the days of your stars: 2025-03, last-week.."),
    ("id", (), "arXiv id or DOI, or how it begins: 2401*"),
    ("sort", (), "the order of the list"),
)
"""Each name, other spellings of it that are understood but not offered, and what it is for."""

NAMES: Mapping[str, Name] = MappingProxyType(
    {spelling: name for name, others, _ in _TABLE for spelling in (name, *others)}
)
"""Every spelling understood, in small letters, and what it names."""

COMPLETIONS = tuple(FieldName(f"{name}:", meaning) for name, _, meaning in _TABLE)
"""What may begin a clause, in the order in which it is offered."""

STATES: Mapping[Literal["is", "has"], tuple[State, ...]] = MappingProxyType(
    {
        "is": ("new", "starred", "unread", "read", "to-read", "reading", "done", "skipped"),
        "has": ("note", "tag", "list", "code", "pdf"),
    }
)
"""What may stand after `is:` and `has:`."""

DAY_WORDS: tuple[DayWord, ...] = get_args(DayWord)
"""Words for days, as all filters by day take them; weeks begin on Monday."""

REVERSED = "-reversed"
"""What turns an order round, as in `sort:date-reversed`."""

ORDERS: Mapping[str, Order] = MappingProxyType(
    {key: Order(key) for key in SORT_KEYS}
    | {key + REVERSED: Order(key, reverse=True) for key in SORT_KEYS}
)
"""What may stand after `sort:`."""

VALUES: Mapping[Name, tuple[str, ...]] = MappingProxyType(
    {
        "year": ("this-year", "last-year"),
        "date": DAY_WORDS,
        "is": STATES["is"],
        "has": STATES["has"],
        "starred": DAY_WORDS,
        "sort": tuple(ORDERS),
    }
)
"""What is offered after a name that takes certain values, in order."""

WHOLE: frozenset[Name] = frozenset({"seen", "tag", "list", "id", "sort"})
"""Names whose value is all that stands right after the colon, whatever it looks like."""

PART_OF_A_WORD = frozenset({"arxiv", "doi", "http", "https"})
"""Beginnings of identifiers and addresses: what looks like a field there is part of the word."""


def named(name: str) -> Name | None:
    """What a name before a colon means, in any mixture of capitals; None if it means nothing."""
    return NAMES.get(name.lower())
