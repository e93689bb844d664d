"""What a filter's value means: days, dumps, names, ids, states, and orders."""

import re
from dataclasses import replace
from typing import Literal

from tui_reader.queries import problems
from tui_reader.queries.clauses import Clause, Place
from tui_reader.queries.dates import during, so_far
from tui_reader.queries.fields import ORDERS, STATES, Filter
from tui_reader.queries.stars import PREFIX_LETTERS
from tui_reader.queries.tokens import has_letters, letters
from tui_reader.queries.tree import During, Label, Labelled, Marked, Named, Seen, StarredOn

_OUTER_STARS = re.compile(r"\A[\s*]+|[\s*]+\Z")


def filtered(name: Filter, text: str, place: Place) -> Clause:
    """What a value means for a filter; one that is `growing` may still be completed."""
    match name:
        case "year" | "date":
            return _days(name, text, place)
        case "starred":
            return _starred(text, place)
        case "is" | "has":
            return _state(name, text, place)
        case "seen":
            return _seen(text, place)
        case "tag" | "list":
            return _label(name, text, place)
        case "id":
            return _id(text, place)
        case "sort":
            return _order(text, place)


def _starred(text: str, place: Place) -> Clause:
    """The values that `date:` takes."""
    clause = _days("starred", text, place)
    match clause.node:
        case During(first, last):
            return replace(clause, node=StarredOn(first, last))
    return clause


def _days(name: Literal["year", "date", "starred"], text: str, place: Place) -> Clause:
    complete = so_far(text) if place.growing else None
    if complete == "":
        return Clause()
    days = during(name, text, place.today) or during(name, complete or "", place.today)
    return Clause(days) if days else _bad(name, text)


def _state(name: Literal["is", "has"], text: str, place: Place) -> Clause:
    asked = text.lower()
    for state in STATES[name]:
        if state == asked:
            return Clause(Marked(state))
    hopeful = place.growing and any(state.startswith(asked) for state in STATES[name])
    return Clause() if hopeful else _bad(name, text)


def _seen(text: str, place: Place) -> Clause:
    """Stars at its ends mean nothing: a part of a dump's name is looked for anyhow."""
    dump = _OUTER_STARS.sub("", text)
    if has_letters(dump):
        return Clause(Seen(dump))
    return Clause() if place.growing else _bad("seen", text)


def _label(kind: Label, text: str, place: Place) -> Clause:
    """Any signs may be a name; only a star behind them is none of it."""
    whole = text.strip()
    name = whole.rstrip("*").rstrip()
    starred = whole.endswith("*")
    if not (name or starred):
        return Clause() if place.growing else _bad(kind, text)
    begun = place.growing and not place.excluded and not starred
    return Clause(Labelled(kind, name, starred or begun, typed=begun))


def _id(text: str, place: Place) -> Clause:
    name = text.strip().rstrip("*").rstrip()
    if not has_letters(name):
        return Clause() if place.growing else _bad("id", text)
    begun = place.growing and not place.excluded and letters(name) >= PREFIX_LETTERS
    return Clause(Named(name, begun or text.strip().endswith("*")))


def _order(text: str, place: Place) -> Clause:
    asked = text.lower()
    if asked in ORDERS:
        return Clause(order=ORDERS[asked])
    if place.growing and any(value.startswith(asked) for value in ORDERS):
        return Clause(order=ORDERS.get(asked.rpartition("-")[0]))
    return _bad("sort", text)


def _bad(name: Filter, text: str) -> Clause:
    return Clause(problems=(problems.bad_value(name, text),))
