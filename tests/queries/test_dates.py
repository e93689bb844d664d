"""The values of `year:` and `date:`."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.trees import ranges, tree_of
from tui_reader.queries.dates import during, spelled
from tui_reader.queries.problems import repeated
from tui_reader.queries.query import Query
from tui_reader.queries.tree import EVERYTHING, During, Node, Not, Or, Word

Day = tuple[int, int, int]


def days(first: Day | None, last: Day | None) -> During:
    return During(date(*first) if first else None, date(*last) if last else None)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("year:2024", days((2024, 1, 1), (2024, 12, 31))),
        ("year:2023..2024", days((2023, 1, 1), (2024, 12, 31))),
        ("year:2023..", days((2023, 1, 1), None)),
        ("year:..2024", days(None, (2024, 12, 31))),
        ("year:>2023", days((2024, 1, 1), None)),
        ("year:>=2023", days((2023, 1, 1), None)),
        ("year:<2023", days(None, (2022, 12, 31))),
        ("year:<=2023", days(None, (2023, 12, 31))),
        ("year:2024..2023", days((2023, 1, 1), (2024, 12, 31))),
        ('year:"2024"', days((2024, 1, 1), (2024, 12, 31))),
        ("date:2025", days((2025, 1, 1), (2025, 12, 31))),
        ("date:2024-02", days((2024, 2, 1), (2024, 2, 29))),
        ("date:2025-03-11", days((2025, 3, 11), (2025, 3, 11))),
        ("date:2025-03..2025-04-15", days((2025, 3, 1), (2025, 4, 15))),
        ("date:2025-03-02..2025-04", days((2025, 3, 2), (2025, 4, 30))),
        ("date:2025-05..2025", days((2025, 5, 1), (2025, 12, 31))),
        ("date:2025-03..", days((2025, 3, 1), None)),
        ("date:..2025-03", days(None, (2025, 3, 31))),
        ("date:>2025-03", days((2025, 4, 1), None)),
        ("date:<2025-03", days(None, (2025, 2, 28))),
        ("date:9999-12", days((9999, 12, 1), (9999, 12, 31))),
        ("YEAR:0001", days((1, 1, 1), (1, 12, 31))),
    ],
)
def test_a_range_covers_all_days_of_its_ends(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


def test_ranges_combine() -> None:
    y2020, y2022 = (days((y, 1, 1), (y, 12, 31)) for y in (2020, 2022))
    assert tree_of("year:(2020 OR 2022)") == Or((y2020, y2022))
    assert tree_of("-year:2020") == Not(y2020)


@pytest.mark.parametrize(
    "value",
    [
        "abc", "..", "20", "20244", "2024-03", "2023-2024", "2023...2024", "2023..2024..2025", "٣",
        "٢٠٢٤", "2*", ">", ">=", ">9999", "<0001", "0000", "1e999", "nan", "9" * 20, "[TO]",
        ">2023..2024", "2024..x", "2024\x00",
    ],
)  # fmt: skip
def test_a_bad_year_is_left_out_and_the_good_ones_are_named(value: str) -> None:
    query = Query.parse(f"graph year:{value}")
    good = "2024, last-year, 2023..2024, 2023.., ..2024 or >2023"
    assert query.tree == Word("graph")
    assert query.problems == (f"year: takes {good}, not {repeated(value)}",)


@pytest.mark.parametrize(
    "value",
    ["notadate", "2020-13", "2020-00", "2023-02-29", "2020-1", "20209999", "2020-01-", "2020/01"],
)
def test_a_bad_date_is_left_out_and_the_good_ones_are_named(value: str) -> None:
    query = Query.parse(f"date:{value}")
    good = "2025, 2025-03, 2025-03-31, last-week or a range such as 2025-03..today"
    assert query.tree == EVERYTHING
    assert query.problems == (f"date: takes {good}, not '{value}'",)


@given(st.dates(), st.dates())
@settings(deadline=None)
def test_a_range_of_two_days_has_both_as_its_ends(one: date, other: date) -> None:
    assert during("date", f"{one}..{other}", one) == During(min(one, other), max(one, other))


@given(st.dates())
@settings(deadline=None)
def test_a_month_holds_each_of_its_days_and_no_other(day: date) -> None:
    month = during("date", day.isoformat()[:7], day)
    assert month is not None
    assert month.first is not None
    assert month.last is not None
    assert month.first <= day <= month.last
    assert (month.first.day, month.last.month) == (1, day.month)


@given(st.text(alphabet="0123456789-.<>= ") | st.text(), st.dates())
@settings(deadline=None)
def test_any_value_is_a_range_or_none(value: str, today: date) -> None:
    for found in (during("year", value, today), during("date", value, today)):
        assert found is None or found != During(None, None)


@given(ranges())
@settings(deadline=None)
def test_a_spelled_range_means_the_same(tree: During) -> None:
    assert tree_of(spelled(tree)) == tree


@pytest.mark.parametrize(
    "text",
    [
        "year:2024", "year:2023..2024", "year:2023..", "year:..2024", "date:2025-03",
        "date:2025-03-11", "date:2025-03-02..2025-04-15", "date:2025-03-02..", "date:..2025-03-02",
    ],
)  # fmt: skip
def test_a_range_is_spelled_as_shortly_as_it_can_be(text: str) -> None:
    tree = tree_of(text)
    assert isinstance(tree, During)
    assert spelled(tree) == text
