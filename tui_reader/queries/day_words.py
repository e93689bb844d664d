"""The days that words such as `last-week` stand for."""

from calendar import monthrange
from datetime import date, timedelta

from tui_reader.queries.fields import DayWord

Span = tuple[date, date]
"""The first and the last day of a year, a month, a week or a day."""

ONE_DAY = timedelta(days=1)
_WEEK = timedelta(days=6)


def days_of(word: DayWord, today: date) -> Span:
    """The days a word stands for; a week begins on Monday, and a period is always whole.

    Raises:
        ValueError, OverflowError: where the calendar of Python's dates ends.
    """
    match word:
        case "today":
            return today, today
        case "yesterday":
            return today - ONE_DAY, today - ONE_DAY
        case "this-week":
            return _week(today)
        case "last-week":
            return _week(_week(today)[0] - ONE_DAY)
        case "this-month":
            return month_of(today)
        case "last-month":
            return month_of(today.replace(day=1) - ONE_DAY)
        case "this-year":
            return year_of(today)
        case "last-year":
            return year_of(date(today.year - 1, 1, 1))


def month_of(day: date) -> Span:
    """The month that holds a day."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def year_of(day: date) -> Span:
    """The year that holds a day."""
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _week(day: date) -> Span:
    monday = day - ONE_DAY * day.weekday()
    return monday, monday + _WEEK
