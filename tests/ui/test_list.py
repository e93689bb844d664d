"""The list: moving, counting, drawing, keeping the place."""

import pytest
from textual.geometry import Size

from tests.ui.conftest import PAPERS, Open
from tui_reader.ui.paper_list import PaperList
from tui_reader.ui.rows import Row


async def test_the_first_paper_is_listed_and_shown(open_app: Open) -> None:
    async with open_app() as desk:
        assert desk.main.list.count == len(PAPERS)
        assert "Walking robots" in desk.screen_text()
        assert "Walking robots" in desk.main.detail.text


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("j",), 1),
        (("j", "j", "k"), 1),
        (("5", "j"), 5),
        (("1", "2", "down"), 12),
        (("G",), len(PAPERS) - 1),
        (("end", "home"), 0),
        (("G", "g", "g"), 0),
        (("7", "G"), 6),
        (("k",), 0),
        (("9", "9", "9", "j"), len(PAPERS) - 1),
        (("g", "j", "j"), 1),
        (("5", "escape", "j"), 1),
    ],
)
async def test_keys_move_the_cursor(open_app: Open, keys: tuple[str, ...], row: int) -> None:
    async with open_app() as desk:
        await desk.press(*keys)

        assert desk.main.list.cursor == row


async def test_pages_and_half_pages_move_by_what_fits(open_app: Open) -> None:
    async with open_app() as desk:
        page = desk.main.list.page
        await desk.press("ctrl+f")
        after_page = desk.main.list.cursor
        await desk.press("ctrl+u")

        assert after_page == page
        assert desk.main.list.cursor == page - page // 2


async def test_keys_that_wait_for_more_are_shown(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "z")

        assert desk.main.status.status.pending == "3z"


async def test_the_cursor_is_always_on_the_screen(open_app: Open) -> None:
    async with open_app(size=(80, 24)) as desk:
        await desk.press("G")
        rows = desk.main.list
        first = round(rows.scroll_y) // rows.row_height

        assert first <= rows.cursor < first + rows.page


async def test_a_step_draws_two_rows_and_no_more(open_app: Open) -> None:
    async with open_app() as desk:
        rows = desk.main.list
        drawn: list[int] = []
        row_at = rows._row_at

        def counted(row: int) -> Row:
            drawn.append(row)
            return row_at(row)

        rows._row_at = counted
        await desk.press("j")

        assert set(drawn) == {0, 1}


async def test_a_hundred_thousand_rows_ask_only_for_those_on_the_screen(open_app: Open) -> None:
    async with open_app() as desk:
        asked: set[int] = set()

        def row_at(row: int) -> Row:
            asked.add(row)
            return Row(f"row {row}", "")

        desk.main.list.show(100_000, row_at, cursor=50_000)
        await desk.settle()

        assert len(asked) < 200
        assert "row 50000" in desk.screen_text()


async def test_a_row_is_exactly_as_wide_as_its_pane_in_every_script(open_app: Open) -> None:
    async with open_app() as desk:
        rows = desk.main.list
        desk.main.list.show(2, lambda row: Row("深度学习 😀 " * 20, "ﬁ é" * 50))
        await desk.settle()
        widths = {rows.render_line(y).cell_length for y in range(4)}

        assert widths == {rows.size.width}


async def test_a_click_goes_to_its_row(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.pilot.click(PaperList, offset=(10, 7))
        await desk.settle()

        assert desk.main.list.cursor == 3


async def test_sorting_keeps_the_cursor_on_its_paper(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("9", "j")
        before = desk.main.selected
        await desk.press("z", "s", "z", "r")

        assert before is not None
        assert desk.main.question.order.key == "date"
        assert desk.main.selected == before


async def test_titles_sort_by_the_alphabet_and_backwards(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("z", "s", "z", "s")
        forwards = desk.titles
        await desk.press("z", "r")

        assert forwards[0] == "Diffusion of heat in H₂O"
        assert desk.titles == forwards[::-1]


async def test_narrow_terminals_stack_the_panes_and_wide_ones_do_not(open_app: Open) -> None:
    async with open_app(size=(80, 24)) as desk:
        stacked = desk.main.detail.region.y > desk.main.list.region.y
        await desk.pilot.resize_terminal(140, 40)
        await desk.settle()

        assert stacked
        assert desk.main.detail.region.x > desk.main.list.region.x


async def test_below_thirty_by_eight_it_says_too_small_and_comes_back(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.pilot.resize_terminal(29, 7)
        await desk.settle()
        small = desk.screen_text()
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()

        await desk.press("j")

        assert "too small" in small
        assert "Walking robots" in desk.screen_text()
        assert desk.main.list.cursor == 1


@pytest.mark.parametrize("size", [(1, 1), (1, 80), (24, 1), (5, 20), (2, 2), (500, 200)])
async def test_every_size_is_survived_with_every_page_open(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app() as desk:
        for opener in ("?", "e", "O", ":"):
            await desk.press("colon" if opener == ":" else opener)
            await desk.pilot.resize_terminal(*size)
            await desk.settle()
            await desk.pilot.resize_terminal(80, 24)
            await desk.press("escape")

        assert desk.app.screen.size == Size(80, 24)
        assert desk.main.list.count == len(PAPERS)
