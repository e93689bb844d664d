"""The values of `year:`, `date:` and `starred:` as ranges of days, and back."""

import re
from datetime import date
from typing import Literal

from tui_reader.queries.day_words import ONE_DAY, Span, days_of, month_of, year_of
from tui_reader.queries.fields import DAY_WORDS
from tui_reader.queries.tree import During, StarredOn

_DAYS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEARS = re.compile(r"([0-9]{4})()()")
_BEYOND = re.compile(r"(<=?|>=?)(.*)", re.DOTALL)

_UNFINISHED = re.compile(r"(?:-[0-3]?|(?<!\.)\.|(?<![0-9-])[0-9]{1,3})\Z")
_NOTHING_YET = frozenset({"", "..", "<", "<=", ">", ">="})

_PART = re.compile(r"(?:\A|\.\.|[<>]=?)([a-z-]+)\Z")


def during(name: Literal["year", "date", "starred"], value: str, today: date) -> During | None:
    """The range a value means, such as `2023..2024`, `last-month..` or `>2023`; None if none.

    A month stands for all its days, a year likewise, so a range ends with the last day of its end.
    A range written backwards is turned round.
    """
    pattern = _YEARS if name == "year" else _DAYS
    if beyond := _BEYOND.fullmatch(value):
        span = _span(beyond[2], pattern, today)
        return _beyond(beyond[1], span) if span else None
    start, dots, end = value.partition("..")
    if not dots:
        span = _span(value, pattern, today)
        return During(*span) if span else None
    first, last = _span(start, pattern, today), _span(end, pattern, today)
    if (start and not first) or (end and not last) or not (first or last):
        return None
    if first and last and first[0] > last[1]:
        first, last = last, first
    return During(first[0] if first else None, last[1] if last else None)


def so_far(value: str) -> str | None:
    """What is complete in a value that is still being typed, `2023..` in `2023..20`.

    Empty while there is nothing to go by; None when the value is not an unfinished one.
    """
    part = _PART.search(value.lower())
    if part and any(word.startswith(part[1]) and word != part[1] for word in DAY_WORDS):
        complete = value[: part.start(1)]
    else:
        complete = _UNFINISHED.sub("", value)
    if complete in _NOTHING_YET:
        return ""
    return complete if complete != value else None


def spelled(days: During | StarredOn) -> str:
    """The shortest clause that means this range, `year:2023..` or `date:2025-03`."""
    name = "starred:" if isinstance(days, StarredOn) else ""
    first, last = days.first, days.last
    whole_years = (first is None or (first.month, first.day) == (1, 1)) and (
        last is None or (last.month, last.day) == (12, 31)
    )
    if whole_years:
        return (name or "year:") + _range(first, last, 4)
    if first and (first, last) == month_of(first):
        return (name or "date:") + first.isoformat()[:7]
    return (name or "date:") + _range(first, last, 10)


def _range(first: date | None, last: date | None, digits: int) -> str:
    start, end = (day.isoformat()[:digits] if day else "" for day in (first, last))
    return start if start and start == end else f"{start}..{end}"


def _span(text: str, pattern: re.Pattern[str], today: date) -> Span | None:
    found = pattern.fullmatch(text)
    try:
        for word in DAY_WORDS:
            if word == text.lower():
                return days_of(word, today)
        if found is None:
            return None
        first = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except (ValueError, OverflowError):  # such as month 13, 30 February, or before the year 1
        return None
    if found[3]:
        return first, first
    return month_of(first) if found[2] else year_of(first)


def _beyond(sign: str, span: Span) -> During | None:
    first, last = span
    try:
        if sign.startswith(">"):
            return During(first if sign == ">=" else last + ONE_DAY, None)
        return During(None, last if sign == "<=" else first - ONE_DAY)
    except OverflowError:  # before the first or after the last day there is
        return None
