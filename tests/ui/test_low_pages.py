"""Pages on a terminal of few lines: what is typed, and what is said of it, can be seen."""

import pytest

from tests.ui.conftest import Open
from tests.ui.keeping import fill, keep
from tui_reader.library.list_deeds import Describing
from tui_reader.ui.completion_menu import CompletionMenu

LOW = [(40, 10), (30, 8), (60, 16)]


@pytest.mark.parametrize("size", LOW)
async def test_the_file_of_an_export_and_what_hinders_it_are_seen(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size=size) as desk:
        await desk.press("W", "1", "ctrl+u")
        await desk.type("/tmp")
        await desk.press("enter")
        text = desk.screen_text()

        assert "to /tmp" in text
        assert "/tmp is a folder" in text


@pytest.mark.parametrize("size", LOW)
async def test_the_history_has_rows(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size=size) as desk:
        await desk.press("s", "H")

        assert "starred" in desk.screen_text()


@pytest.mark.parametrize("size", LOW)
async def test_the_line_and_the_chosen_name_of_a_list_are_seen(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size=size) as desk:
        await fill(desk)
        for number in range(9):
            await keep(desk, Describing(f"list {number}"))
        await desk.press("a", *["tab"] * 6)
        menu = desk.app.screen.query_one(CompletionMenu)

        rows = [row for row in desk.screen_text().splitlines() if "Enter" not in row]
        assert sum("list 5" in row for row in rows) == 2
        assert desk.app.screen.region.contains_region(menu.region)


@pytest.mark.parametrize("size", LOW)
async def test_why_a_name_is_refused_is_seen(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size=size) as desk:
        await fill(desk)
        await desk.press("L", "a", *"train", "enter")
        text = desk.screen_text()

        assert "There is a list train" in text
        assert text.count("train") > 1


async def test_a_page_follows_the_terminal(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("W")
        before = desk.screen_text()
        for size in ((20, 5), (40, 10), (120, 40)):
            await desk.pilot.resize_terminal(*size)
            await desk.settle()

        assert desk.screen_text() == before
