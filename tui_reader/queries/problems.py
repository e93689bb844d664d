"""What is said under the search bar when a query could not be understood as it stands."""

from difflib import get_close_matches
from functools import lru_cache

from tui_reader.queries.fields import NAMES, ORDERS, STATES, Filter

LONGEST_QUOTE = 24
"""Characters of the reader's own text that a sentence repeats at most."""

SHORTEST = 3
"""Letters of a name for which another may have been meant."""
ALIKE = 0.75
"""How much of both must be the same, from 0 to 1."""

UNCLOSED_QUOTE = "A quotation mark is not closed"
UNCLOSED_PARENTHESIS = "A parenthesis is not closed"
UNOPENED_PARENTHESIS = "A closing parenthesis has no opening one"
STRAY_STAR = "In a phrase a * is understood only after the last word"
MISPLACED_SORT = "sort: holds for the whole query, so it cannot be negated or in parentheses"


def repeated(text: str) -> str:
    """A piece of the query in quotation marks, short and without characters that cannot be seen."""
    visible = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    if len(visible) > LONGEST_QUOTE:
        visible = visible[: LONGEST_QUOTE - 1] + "…"
    return f"'{visible}'"


def nothing_in(text: str) -> str:
    """For a word or a phrase without a letter or a digit."""
    return f"{repeated(text)} has nothing to search for"


def short_prefix(text: str) -> str:
    """For a star after fewer than two letters."""
    return f"{repeated(text)} needs at least 2 letters before its *"


def short_near(text: str) -> str:
    """For a tilde before fewer than four letters."""
    return f"{repeated(text)} needs at least 4 letters after its ~"


def star_and_sign(text: str) -> str:
    """For a star in a word that begins with a tilde or an equals sign."""
    return f"{repeated(text)} cannot have both {text[0]} and *"


def bad_gap(text: str) -> str:
    """For what stands behind a phrase and is no number of words."""
    return f"{repeated(text)} after a phrase is no number of words, as ~3 is"


def no_gap(text: str) -> str:
    """For a number of words behind a value that is no phrase."""
    return f"{repeated(text)} is understood only after a phrase"


def wide_gap(most: int) -> str:
    """For a phrase whose words may stand further apart than the limit."""
    return f"At most {most} other words in a phrase are searched"


def nothing_after(name: str) -> str:
    """For a field that stands alone."""
    return f"{name}: has nothing right after it"


def dangling(operator: str) -> str:
    """For an operator that lacks what it should join or take out."""
    if operator in {"AND", "OR"}:
        return f"{operator} has nothing to join"
    return f"{operator} has nothing to leave out"


def unknown_field(name: str) -> str:
    """For a name before a colon that is no field."""
    meant = _meant(name, tuple(NAMES))
    if meant:
        return f"{repeated(name)} is no field; did you mean {meant}?"
    known = ", ".join(dict.fromkeys(NAMES.values()))
    return f"{repeated(name)} is no field; use {known}"


def bad_value(name: Filter, value: str) -> str:
    """For a value that its field does not take."""
    match name:
        case "is" | "has":
            meant = _meant(value, tuple(STATES[name]))
        case _:
            meant = ""
    if meant:
        return f"{name}: does not take {repeated(value)}; did you mean {meant}?"
    return f"{name}: takes {_allowed(name)}, not {repeated(value)}"


@lru_cache(maxsize=64)
def _meant(text: str, known: tuple[str, ...]) -> str:
    """The known word that a misspelt one may stand for; empty where none is near."""
    if not SHORTEST <= len(text) <= LONGEST_QUOTE:
        return ""
    return next(iter(get_close_matches(text.lower(), known, 1, ALIKE)), "")


def _allowed(name: Filter) -> str:
    match name:
        case "year":
            return "2024, last-year, 2023..2024, 2023.., ..2024 or >2023"
        case "date" | "starred":
            return "2025, 2025-03, 2025-03-31, last-week or a range such as 2025-03..today"
        case "seen":
            return "a part of a dump's name, or a day"
        case "tag":
            return "a tag, or how it begins, such as ra*"
        case "list":
            return "the name of a reading list, or how it begins, such as to*"
        case "id":
            return "an arXiv id or a DOI, or how it begins"
        case "sort":
            keys = dict.fromkeys(order.key for order in ORDERS.values())
            return f"{', '.join(keys)}, or these with -reversed"
        case "is" | "has":
            *others, last = STATES[name]
            return f"{', '.join(others)} or {last}"


def only_first(count: int, things: str) -> str:
    """For what goes beyond a limit and is left out."""
    return f"Only the first {count} {things} are searched"


def too_deep(depth: int) -> str:
    """For parentheses beyond the limit, which are read as if they were not there."""
    return f"Parentheses more than {depth} deep are ignored"
