"""The history page: what was done, when, and the way back to any of it."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Static

from tests.ui.conftest import Desk, Open
from tui_reader.settings import Settings
from tui_reader.ui.confirm_screen import ConfirmScreen
from tui_reader.ui.history_pane import HistoryPane
from tui_reader.ui.history_rows import HistoryRow, HistoryRows, moment
from tui_reader.ui.history_screen import HistoryScreen


@pytest.fixture
def in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A time zone nine hours before Greenwich."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def lines(desk: Desk) -> list[str]:
    """The lines of the page, without their times."""
    pane = desk.app.screen.query_one(HistoryPane)
    every = (pane.line(place).text.strip(" ▌") for place in range(pane.virtual_size.height))
    return [" ".join(line.split()[1:]) for line in every]


def said(desk: Desk) -> str:
    """What stands below the lines."""
    assert isinstance(desk.app.screen, HistoryScreen)
    return str(desk.app.screen.query_one("#history-said", Static).visual)


def starred(desk: Desk) -> int:
    """How many papers have a star."""
    return sum(each.starred for each in desk.main.library.annotations.values())


def rows(*undone: bool) -> HistoryRows:
    """Rows that were taken back or not, the newest first."""
    return HistoryRows(
        tuple(HistoryRow(str(n), "14:05", "starred", undone=each) for n, each in enumerate(undone))
    )


async def test_it_lists_what_was_done_the_newest_first(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "2", "t", "H")

        assert lines(desk) == ["marked as to read · 2 papers", "starred · Walking robots"]


async def test_it_lists_what_was_done_in_earlier_runs(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "Q")
    async with open_app() as desk:
        await desk.press("j", "t", "H")

        assert lines(desk)[1] == "starred · Walking robots"


async def test_where_nothing_was_done_that_is_said(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("H", "enter", "j", "G", "ctrl+d")

        assert said(desk) == "Nothing was changed yet"


async def test_what_was_taken_back_is_marked_and_parted_from_what_stands(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "s", "u", "H")

        assert lines(desk) == [
            "starred · Diffusion of heat in H₂O taken back",
            "what is above was taken back",
            "starred · Walking robots",
        ]


async def test_enter_goes_back_to_the_state_after_that_act_and_forward_again(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "s", "j", "s", "H", "G", "enter")
        back = (starred(desk), said(desk), len(lines(desk)))
        await desk.press("g", "g", "enter")
        forward = (starred(desk), said(desk), len(lines(desk)))

        assert back == (1, "2 steps taken back; the last is now: starred · Walking robots", 4)
        assert forward == (
            3,
            "2 steps done again; the last is now: starred · Schrödinger bridges",
            3,
        )


async def test_the_list_shows_what_going_back_changed_and_undo_goes_on_from_there(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "s", "H", "j", "enter", "q")
        shown = [desk.main.listed.row(row).starred for row in range(2)]
        await desk.press("u")

        assert shown == [True, False]
        assert desk.main.status.message == "Undone: starred · Walking robots"


async def test_going_to_the_last_thing_done_changes_nothing(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "H", "enter")

        assert said(desk) == "This is the last that was done"
        assert starred(desk) == 1


async def test_what_was_taken_back_before_other_things_cannot_be_done_again(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("s", "u", "j", "t", "H", "G", "enter")

        assert said(desk).startswith("It was taken back before other things were done")
        assert starred(desk) == 0


async def test_what_another_copy_did_since_is_left_to_it(open_app: Open, tmp_path: Path) -> None:
    async with open_app() as desk:
        await desk.press("s")
        file = next((tmp_path / "state").glob("annotations-*")) / "history.jsonl"
        desk.main.saver.save_now()
        await desk.settle()
        act = json.loads(file.read_text().splitlines()[0])
        later = datetime.now(UTC) + timedelta(seconds=1)
        other = act | {"act": "other", "run": "elsewhere", "at": later.isoformat()}
        file.write_text(f"{json.dumps(act)}\n{json.dumps(other)}\n")
        await desk.press("j", "s", "H", "j", "enter")

        assert starred(desk) == 2
        assert said(desk).startswith("Another copy of paperread did this")


async def test_it_asks_before_much_is_turned_round(open_app: Open, tmp_path: Path) -> None:
    dump = tmp_path / "many.jsonl"
    records = ({"title": f"Paper {number} of many", "abstract": "x"} for number in range(60))
    dump.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    async with open_app(dumps=dump) as desk:
        await desk.press("s", "M", "a", "y", "H", "j", "enter")
        asked = desk.app.screen
        await desk.press("n")
        kept = sum(each.read for each in desk.main.library.annotations.values())
        await desk.press("enter", "y")
        read = sum(each.read for each in desk.main.library.annotations.values())

        assert isinstance(asked, ConfirmScreen)
        assert (kept, read) == (60, 0)
        assert said(desk) == "Undone: marked as read · 60 papers"


async def test_keys_go_through_thousands_of_lines(open_app: Open, tmp_path: Path) -> None:
    async with open_app() as desk:
        await desk.press("s", "H")
        page = desk.app.screen
        assert isinstance(page, HistoryScreen)
        pane = page.query_one(HistoryPane)
        many = HistoryRow("", "14:05", "starred · A paper")
        page.show(HistoryRows(tuple(replace(many, id=str(n)) for n in range(2000))), "")
        places = []
        for key in ("G", "k", "ctrl+u", "ctrl+b", "g", "g", "3", "j", "ctrl+d", "ctrl+f"):
            await desk.press(key)
            places.append(pane.cursor)
        half, whole = pane.size.height // 2, pane.size.height

        assert places[:4] == [1999, 1998, 1998 - half, 1998 - half - whole]
        assert places[5:] == [0, 0, 3, 3 + half, 3 + half + whole]


async def test_in_plain_signs_the_page_is_ascii(open_app: Open) -> None:
    async with open_app(settings=Settings(ascii=True)) as desk:
        await desk.press("s", "s", "u", "H")
        pane = desk.app.screen.query_one(HistoryPane)

        assert all(pane.line(place).text.isascii() for place in range(4))


async def test_q_and_escape_leave_the_page(open_app: Open) -> None:
    async with open_app() as desk:
        for key in ("q", "escape"):
            await desk.press("H")
            opened = isinstance(desk.app.screen, HistoryScreen)
            await desk.press(key)

            assert opened
            assert desk.app.screen is desk.main


@pytest.mark.usefixtures("in_tokyo")
@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-21T05:05:00.123+00:00", "14:05"),
        ("2026-11-20T15:30:00+00:00", "00:30"),
        ("2026-11-20T14:59:00+00:00", "20 Nov 23:59"),
        ("2025-12-31T14:00:00+00:00", "2025-12-31"),
        ("2025-12-31T15:00:00+00:00", "1 Jan 00:00"),
        ("tomorrow", ""),
        ("0001-01-01T00:00:00+00:00", "0001-01-01"),
        ("9999-12-31T23:59:00+00:00", ""),
    ],
)
def test_times_are_told_as_they_are_here(at: str, told: str) -> None:
    assert moment(at, date(2026, 11, 21)) == told


@given(st.text())
def test_whatever_stands_for_a_time_is_no_mistake(at: str) -> None:
    assert moment(at, date(2026, 11, 21)).isprintable()


@given(st.lists(st.booleans(), min_size=1), st.data())
def test_what_lies_between_is_all_turned_the_same_way(
    undone: list[bool], data: st.DataObject
) -> None:
    history = rows(*undone)
    row = data.draw(st.integers(0, len(undone) - 1))
    between = history.between(row)

    assert len({each.undone for each in between}) <= 1
    assert all(each.undone == history.rows[row].undone for each in between)
    assert (history.rows[row] in between) == (row < history.standing)
