"""A reading list in its own order: that is said, and only there its papers are moved."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.ui.conftest import Desk, Open
from tui_reader.library.deeds import Adding
from tui_reader.library.list_deeds import Describing


async def open_list(desk: Desk, *rows: int) -> None:
    main = desk.main
    papers = [main.library.snapshot.paper(row) for row in rows]
    main.acting.show(main.library.do(Adding("train") if rows else Describing("train"), papers))
    main.ask(replace(main.question, reading_list="train"))
    await desk.settle()


def ranks(desk: Desk) -> Mapping[str, str]:
    return {
        str(name): said.value("list", "train")
        for name, said in desk.main.library.annotations.items()
    }


@pytest.mark.parametrize("rows", [(), (4, 2, 0)])
async def test_it_is_said_that_a_list_is_in_its_own_order(
    open_app: Open, rows: tuple[int, ...]
) -> None:
    async with open_app() as desk:
        await open_list(desk, *rows)
        orders = [desk.main.status.status.order]
        await desk.press("z", "r")
        orders.append(desk.main.status.status.order)
        await desk.press("z", "r", "z", "s")
        orders.append(desk.main.status.status.order)

        assert orders == ["in list order", "in reversed list order", "by date"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("z", "s"), "Sorted by date, not in list order; zs"),
        (("z", "r"), "The list is shown the other way round; zr"),
        (("slash", *"hills", "enter"), "The search sorts what it finds; q"),
        (("slash", *"sort:title", "enter"), "The search itself sorts, by title"),
    ],
)
async def test_in_another_order_nothing_is_moved_and_the_way_back_is_said(
    open_app: Open, keys: tuple[str, ...], said: str
) -> None:
    async with open_app() as desk:
        await open_list(desk, 4, 3, 5)
        await desk.press(*keys, "g", "g")
        before = ranks(desk)
        await desk.press("m", "j")

        assert desk.main.status.message.startswith(said)
        assert ranks(desk) == before


async def test_a_move_is_not_repeated_where_it_cannot_be_seen(open_app: Open) -> None:
    async with open_app() as desk:
        await open_list(desk, 4, 3, 5)
        await desk.press("g", "g", "m", "j")
        before = ranks(desk)
        await desk.press("z", "a", "full_stop")

        assert desk.main.status.message.startswith("Open a reading list")
        assert ranks(desk) == before
