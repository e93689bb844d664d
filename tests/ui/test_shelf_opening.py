"""Rows of the shelf opened: lists, saved searches, tags and views, now and in the next run."""

from pathlib import Path

import pytest

from tests.ui.conftest import Open
from tests.ui.keeping import chosen, fill, keep, lines, open_row, status, under_cursor
from tui_reader.library.deeds import Adding, Removing
from tui_reader.library.list_deeds import Describing, Dropping, Renaming


async def test_a_list_is_opened_in_its_own_order_with_the_keyboard_in_it(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        titles = [desk.titles[row] for row in (4, 2, 0)]
        await open_row(desk, "train")

        assert desk.titles == titles
        assert (desk.main.place, desk.main.list.cursor) == ("list", 0)
        assert status(desk).startswith("1 / 3 of 30 in train")
        assert chosen(desk) == ["train"]


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_one_step_back_from_a_list_shows_all_papers_and_keeps_the_shelf(
    open_app: Open, hills: Path, key: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("9", "j")
        there = desk.main.selected
        await open_row(desk, "train")
        await desk.press(key)

        assert desk.main.list.count == 30
        assert desk.main.selected == there
        assert chosen(desk) == ["All papers"]


async def test_a_list_is_opened_again_on_the_paper_where_it_was_left(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await desk.press("j")
        left = desk.main.selected
        await desk.press("q", "G")
        await open_row(desk, "train")

        assert desk.main.selected == left


async def test_an_opened_list_is_searched_and_sorted_as_any_other(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        titles = [desk.titles[row] for row in (4, 2, 0)]
        await open_row(desk, "train")
        await desk.press("z", "r")
        turned = desk.titles
        await desk.press("slash")
        await desk.type("has:code")

        assert turned == titles[::-1]
        assert desk.main.list.count == 2
        assert desk.main.question.reading_list == "train"
        await desk.press("escape", "enter", "q")
        assert desk.main.list.count == 30


async def test_what_is_open_is_open_again_in_the_next_run(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await desk.press("j")
        paper_there = desk.main.selected
        desk.app.keep_everything()
    async with open_app(dumps=hills) as desk:
        assert desk.main.list.count == 3
        assert desk.main.selected == paper_there


async def test_a_saved_search_goes_into_the_bar(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await open_row(desk, "code")

        assert desk.main.bar.text == "has:code"
        assert desk.main.list.count == 20
        assert chosen(desk) == ["code"]


async def test_a_saved_search_that_is_not_understood_says_why(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "odd")

        assert desk.main.bar.text == "venue:"
        assert "venue" in desk.screen_text().splitlines()[1]


async def test_a_tag_is_a_query(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "rag")

        assert desk.main.bar.text == "tag:rag"
        assert chosen(desk) == ["rag"]
        await desk.press("q")
        assert chosen(desk) == ["All papers"]


async def test_a_view_takes_the_place_of_the_search(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "code")
        await open_row(desk, "Starred")

        assert (desk.main.bar.text, desk.main.question.view) == ("", "starred")
        assert chosen(desk) == ["Starred"]


async def test_a_click_opens(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L")
        await desk.pilot.click("#shelf", offset=(8, 1 + lines(desk).index("train 3")))
        await desk.settle()

        assert desk.main.question.reading_list == "train"


async def test_the_cursor_begins_at_what_is_open(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await desk.press("f", "L")

        assert under_cursor(desk) == "train"


# A list that changes or ends while it is open


async def test_an_open_list_without_papers_says_how_to_add_one(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await keep(desk, Describing("train"))
        await keep(desk, Adding("train"), 0)
        await open_row(desk, "train")
        await keep(desk, Removing("train"), 0)
        seen = " ".join(desk.screen_text().split())

        assert desk.main.question.reading_list == "train"
        assert desk.main.list.count == 0
        assert "No paper is in the list train yet" in seen
        assert "q goes back to all papers; there a adds a paper" in seen


async def test_an_open_list_that_is_renamed_stays_open(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await desk.press("j")
        there = desk.main.selected
        await keep(desk, Renaming("train", "metro"))
        after = desk.main.question.reading_list, desk.main.selected
        await desk.press("u")

        assert after == ("metro", there)
        assert desk.main.question.reading_list == "train"
        assert desk.main.list.count == 3


async def test_an_open_list_that_is_given_up_is_left(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await keep(desk, Dropping("train"))

        assert desk.main.question.reading_list == ""
        assert desk.main.list.count == 30
        assert chosen(desk) == ["All papers"]


async def test_a_list_given_up_between_two_runs_is_left(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        desk.app.keep_everything()
    text = desk.annotations.read_text(encoding="utf-8")
    desk.annotations.write_text(text.replace("train", "metro"), encoding="utf-8")
    async with open_app(dumps=hills) as desk:
        assert desk.main.list.count == 30


async def test_a_list_that_came_into_the_file_meanwhile_is_shown(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L")
        desk.main.saver.save_now()
        await desk.settle()
        text = desk.annotations.read_text(encoding="utf-8")
        desk.annotations.write_text(text.replace("later", "some day"), encoding="utf-8")
        desk.main.saver._look()
        await desk.settle()

        assert "some day 0" in lines(desk)
