"""How far the reader is with papers: one key for each status, seen in row and page."""

import asyncio
from dataclasses import replace

import pytest

from tests.ui.conftest import Desk, Open
from tui_reader.annotation import STATUSES, Status
from tui_reader.keymaps.keymap import DEFAULT
from tui_reader.settings import Settings
from tui_reader.ui.glyphs import FINE, PLAIN, Glyphs
from tui_reader.ui.help_page import help_page
from tui_reader.ui.row_lines import MARGIN


def status(desk: Desk, row: int = 0) -> Status:
    return desk.main.listed.row(row).status


@pytest.mark.parametrize(
    ("key", "given"),
    [("t", "to read"), ("i", "reading"), ("d", "done"), ("S", "skipped"), ("r", "read")],
)
async def test_each_status_has_a_key(open_app: Open, key: str, given: Status) -> None:
    async with open_app() as desk:
        await desk.press(key)
        marked = status(desk)
        await desk.press("U")

        assert marked == given
        assert status(desk) == ""


async def test_c_goes_round_the_statuses(open_app: Open) -> None:
    async with open_app() as desk:
        seen = []
        for _ in range(5):
            await desk.press("c")
            seen.append(status(desk))

        assert seen == ["to read", "reading", "done", "skipped", ""]


async def test_a_paper_that_was_only_looked_at_goes_on_as_an_unread_one(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("r", "c")

        assert status(desk) == "to read"


async def test_several_papers_get_the_status_after_that_of_the_first(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("t", "2", "c")

        assert [status(desk, row) for row in range(3)] == ["reading", "reading", ""]


async def test_r_on_several_reads_all_and_unreads_only_where_all_were_read(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("d", "3", "r")
        first = [status(desk, row) for row in range(3)]
        await desk.press("3", "r")

        assert first == ["read"] * 3
        assert [status(desk, row) for row in range(3)] == [""] * 3


async def test_to_be_open_for_a_moment_changes_no_status_that_was_given(open_app: Open) -> None:
    async with open_app(settings=replace(Settings(), read_after=0.1)) as desk:
        await desk.press("j", "t", "k", "j", "j")
        for _ in range(100):
            if status(desk, 2) == "read":
                break
            await asyncio.sleep(0.02)  # the clock of the app itself is what is waited for

        assert [status(desk, row) for row in (1, 2)] == ["to read", "read"]


async def test_a_status_is_seen_in_the_row_and_said_on_the_page(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("i")

        assert FINE.reading in desk.main.list.render_line(0).text[:MARGIN]
        assert f"{FINE.reading} reading" in desk.main.detail.text


@pytest.mark.parametrize("glyphs", [FINE, PLAIN])
def test_every_status_has_a_sign_of_its_own(glyphs: Glyphs) -> None:
    signs = [glyphs.status(each) for each in STATUSES]

    assert len(set(signs)) == len(STATUSES)
    assert all(len(sign) == 1 for sign in signs)


def test_the_help_page_explains_the_signs() -> None:
    text = "\n".join(paragraph.text for paragraph in help_page(DEFAULT, FINE))

    assert all(
        f"{FINE.status(each)} {each}" in text for each in STATUSES if each not in ("", "read")
    )
    assert f"{FINE.selected} selected" in text


async def test_what_is_taken_back_names_the_status(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("d", "u")

        assert status(desk) == ""
        assert desk.main.status.message == "Undone: marked as done · Walking robots"


@pytest.mark.parametrize(("mark", "view"), [("t", "t"), ("i", "i"), ("d", "d"), ("S", "S")])
async def test_each_status_has_a_view(open_app: Open, mark: str, view: str) -> None:
    async with open_app() as desk:
        await desk.press("j", mark, "z", view)

        assert desk.titles == ["Diffusion of heat in H₂O"]
