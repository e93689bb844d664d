"""Words for days, as `date:` and `year:` take them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.queries.fields import DAY_WORDS
from tui_reader.queries.query import Query
from tui_reader.queries.tree import EVERYTHING, During

TODAY = date(2025, 3, 12)
"""A Wednesday."""

A_DAY = timedelta(days=1)
ORDINARY = st.dates(date(2, 1, 1), date(9998, 12, 31))


def asked(clause: str, today: date = TODAY) -> During:
    """The days that a clause asks for on a day."""
    query = Query.parse(clause, today=today)
    assert query.problems == ()
    assert isinstance(query.tree, During)
    return query.tree


@pytest.mark.parametrize("name", ["date", "year"])
@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("today", date(2025, 3, 12), date(2025, 3, 12)),
        ("yesterday", date(2025, 3, 11), date(2025, 3, 11)),
        ("this-week", date(2025, 3, 10), date(2025, 3, 16)),
        ("last-week", date(2025, 3, 3), date(2025, 3, 9)),
        ("this-month", date(2025, 3, 1), date(2025, 3, 31)),
        ("last-month", date(2025, 2, 1), date(2025, 2, 28)),
        ("this-year", date(2025, 1, 1), date(2025, 12, 31)),
        ("last-year", date(2024, 1, 1), date(2024, 12, 31)),
        ("Last-Month..", date(2025, 2, 1), None),
        ("..yesterday", None, date(2025, 3, 11)),
        ("last-month..yesterday", date(2025, 2, 1), date(2025, 3, 11)),
        ("today..last-year", date(2024, 1, 1), date(2025, 3, 12)),
        (">last-week", date(2025, 3, 10), None),
        (">=last-week", date(2025, 3, 3), None),
        ("<this-month", None, date(2025, 2, 28)),
        ("2024..today", date(2024, 1, 1), date(2025, 3, 12)),
    ],
)
def test_a_word_stands_for_its_days(
    name: str, value: str, first: date | None, last: date | None
) -> None:
    assert asked(f"{name}:{value}") == During(first, last)


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2025, 1, 31), date(2024, 12, 1), date(2024, 12, 31)),
        (date(2024, 3, 31), date(2024, 2, 1), date(2024, 2, 29)),
        (date(2024, 3, 1), date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_last_month_is_the_whole_month_before(today: date, first: date, last: date) -> None:
    assert asked("date:last-month", today) == During(first, last)


@given(ORDINARY)
@settings(deadline=None)
def test_this_week_holds_today_and_begins_on_monday(today: date) -> None:
    week = asked("date:this-week", today)
    assert week.first
    assert week.last
    assert week.first <= today <= week.last
    assert (week.first.weekday(), week.last - week.first) == (0, 6 * A_DAY)


@pytest.mark.parametrize("period", ["week", "month", "year"])
@given(today=ORDINARY)
@settings(deadline=None)
def test_the_last_period_ends_where_this_one_begins(period: str, today: date) -> None:
    this, last = asked(f"date:this-{period}", today), asked(f"date:last-{period}", today)
    assert this.first
    assert last.last == this.first - A_DAY
    assert asked(f"date:last-{period}", this.first) == last


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize("word", DAY_WORDS)
def test_where_the_calendar_ends_a_word_means_its_days_or_nothing(word: str, today: date) -> None:
    query = Query.parse(f"date:{word}", today=today)
    assert (query.tree == EVERYTHING) is bool(query.problems)


def test_without_a_day_the_real_one_holds() -> None:
    before = date.today()
    found = Query.parse("date:today").tree
    assert isinstance(found, During)
    assert found.first
    assert before <= found.first <= date.today()


@pytest.mark.parametrize(
    "value", ["tomorrow", "this", "last-day", "this week", "today-1", "todays"]
)
def test_no_other_word_is_a_day(value: str) -> None:
    assert Query.parse(f'date:"{value}"').problems != ()
