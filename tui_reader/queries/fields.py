"""The names that may stand before a colon, and the states that may stand after `is:` and `has:`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from tui_reader.queries.tree import Field, State

Filter = Literal["year", "date", "is", "has"]
"""Names whose value is no text to look for: a range of days, or a state of the reader's."""

Name = Field | Filter

NAMES: Mapping[str, Name] = MappingProxyType(
    {
        "title": "title",
        "ti": "title",
        "author": "author",
        "authors": "author",
        "au": "author",
        "abstract": "abstract",
        "abs": "abstract",
        "venue": "venue",
        "keyword": "keyword",
        "keywords": "keyword",
        "year": "year",
        "date": "date",
        "is": "is",
        "has": "has",
    }
)
"""Every spelling understood, in small letters, and what it names."""

STATES: Mapping[Literal["is", "has"], tuple[State, ...]] = MappingProxyType(
    {"is": ("starred", "read", "unread"), "has": ("note",)}
)
"""What may stand after `is:` and `has:`."""

PART_OF_A_WORD = frozenset({"arxiv", "doi", "http", "https"})
"""Beginnings of identifiers and addresses: what looks like a field there is part of the word."""


def named(name: str) -> Name | None:
    """What a name before a colon means, in any mixture of capitals; None if it means nothing."""
    return NAMES.get(name.lower())
