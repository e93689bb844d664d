"""One clause of a query, a word, a phrase or a filter: where it stands and what it means."""

from dataclasses import dataclass
from datetime import date

from tui_reader.queries.fields import Name
from tui_reader.queries.tree import Node
from tui_reader.sorting import Order


@dataclass(frozen=True, slots=True)
class Place:
    """What a clause's meaning depends on beside its own text."""

    name: Name | None
    """The field or filter that holds for it."""
    today: date
    growing: bool = False
    """Whether it is still being typed."""
    excluded: bool = False
    """Whether it is negated: then it takes out only what is written, for half of it would take
    out far more."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause means."""

    node: Node | None = None
    """None if there is nothing to search for."""
    problems: tuple[str, ...] = ()
    order: Order | None = None
    """How it asks to sort."""
