"""Somebody else changes the same annotations file: what is listed keeps up, the reader stays."""

import pytest

from tests.ui.conftest import Desk, Open


async def write(desk: Desk, body: str) -> None:
    """Write the file as somebody else would."""
    desk.annotations.write_text(f"version: 1\n{body}# end of paperread file\n", encoding="utf-8")


def name_of(desk: Desk, row: int) -> str:
    paper = desk.main.listed.paper(row)
    assert paper is not None
    return str(paper.id)


def stars(desk: Desk) -> list[bool]:
    """Whether a star is drawn in each of the first rows."""
    rows = desk.main.list
    return ["★" in rows.render_line(row * rows.row_height).text for row in range(5)]


async def test_what_came_in_with_a_save_is_drawn(open_app: Open) -> None:
    async with open_app() as desk:
        await write(desk, f'papers:\n  "{name_of(desk, 3)}":\n    starred: true\n')
        await desk.press("t")
        desk.main.saver.save_now()
        await desk.settle()

        assert stars(desk) == [False, False, False, True, False]


@pytest.mark.parametrize("keys", [("z", "u"), ("slash", *"is:unread", "enter")])
async def test_papers_that_somebody_else_read_leave_and_the_reader_keeps_their_paper(
    open_app: Open, keys: tuple[str, ...]
) -> None:
    async with open_app() as desk:
        await desk.press(*keys, "g", "g", "4", "j")
        here = name_of(desk, 4)
        await write(desk, f'papers:\n  "{name_of(desk, 1)}":\n    status: done\n')
        desk.main.saver._look()
        await desk.settle()

        assert desk.main.list.count == 39
        assert name_of(desk, desk.main.list.cursor) == here


async def test_papers_just_read_stay_in_the_view_when_somebody_else_changes_others(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("z", "u", "r", "j")
        desk.main.saver.save_now()
        await desk.settle()
        text = desk.annotations.read_text(encoding="utf-8")
        other = f'papers:\n  "{name_of(desk, 5)}":\n    status: done\n'
        desk.annotations.write_text(text.replace("papers:\n", other, 1), encoding="utf-8")
        desk.main.saver._look()
        await desk.settle()

        assert desk.main.list.count == 39
        assert not desk.main.listed.row(0).unread


async def test_a_list_that_somebody_else_gave_up_is_left_and_that_is_said(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("a", *"train", "enter")
        desk.main.saver.save_now()
        await desk.settle()
        desk.main.sides.shelf._open(reading_list="train")
        await desk.settle()
        await write(desk, "papers: {}\n")
        desk.main.saver._look()
        await desk.settle()

        assert desk.main.question.reading_list == ""
        assert desk.main.list.count == 40
        assert desk.main.status.message == "The list train is no more"
