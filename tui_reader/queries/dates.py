"""The values of `year:` and `date:` as ranges of days, and back."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from tui_reader.queries.tree import During

_DAYS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEARS = re.compile(r"([0-9]{4})()()")
_BEYOND = re.compile(r"(<=?|>=?)(.*)", re.DOTALL)
_ONE_DAY = timedelta(days=1)

_UNFINISHED = re.compile(r"(?:-[0-3]?|(?<!\.)\.|(?<![0-9-])[0-9]{1,3})\Z")
_NOTHING_YET = frozenset({"", "..", "<", "<=", ">", ">="})

Span = tuple[date, date]
"""The first and the last day of a year, a month or a day."""


def during(name: Literal["year", "date"], value: str) -> During | None:
    """The range a value means, such as `2023..2024`, `2025-03..` or `>2023`; None if it has none.

    A month stands for all its days, a year likewise, so a range ends with the last day of its end.
    A range written backwards is turned round.
    """
    pattern = _YEARS if name == "year" else _DAYS
    if beyond := _BEYOND.fullmatch(value):
        span = _span(beyond[2], pattern)
        return _beyond(beyond[1], span) if span else None
    start, dots, end = value.partition("..")
    if not dots:
        span = _span(value, pattern)
        return During(*span) if span else None
    first, last = _span(start, pattern), _span(end, pattern)
    if (start and not first) or (end and not last) or not (first or last):
        return None
    if first and last and first[0] > last[1]:
        first, last = last, first
    return During(first[0] if first else None, last[1] if last else None)


def so_far(value: str) -> str | None:
    """What is complete in a value that is still being typed, `2023..` in `2023..20`.

    Empty while there is nothing to go by; None when the value is not an unfinished one.
    """
    complete = _UNFINISHED.sub("", value)
    if complete in _NOTHING_YET:
        return ""
    return complete if complete != value else None


def spelled(days: During) -> str:
    """The shortest clause that means this range, `year:2023..` or `date:2025-03`."""
    first, last = days.first, days.last
    whole_years = (first is None or (first.month, first.day) == (1, 1)) and (
        last is None or (last.month, last.day) == (12, 31)
    )
    if whole_years:
        return "year:" + _range(first, last, 4)
    month = first.isoformat()[:7] if first else ""
    if (first, last) == _span(month, _DAYS):
        return "date:" + month
    return "date:" + _range(first, last, 10)


def _range(first: date | None, last: date | None, digits: int) -> str:
    start, end = (day.isoformat()[:digits] if day else "" for day in (first, last))
    return start if start and start == end else f"{start}..{end}"


def _span(text: str, pattern: re.Pattern[str]) -> Span | None:
    found = pattern.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:  # such as the year 0000, month 13, or 30 February
        return None
    if day:
        return first, first
    end = first if month else first.replace(month=12)
    return first, end.replace(day=monthrange(end.year, end.month)[1])


def _beyond(sign: str, span: Span) -> During | None:
    first, last = span
    try:
        if sign.startswith(">"):
            return During(first if sign == ">=" else last + _ONE_DAY, None)
        return During(None, last if sign == "<=" else first - _ONE_DAY)
    except OverflowError:  # before the first or after the last day there is
        return None
