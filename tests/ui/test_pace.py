"""What keeps typing and moving quick: what is made ahead, and how little is drawn at once."""

import threading
from collections.abc import Iterable
from typing import Any

import pytest
from textual.geometry import Region

from tests.ui.conftest import PAPERS, Desk, Open
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing, Question
from tui_reader.papers import PaperId
from tui_reader.ui import listed as listed_module
from tui_reader.ui.listed import Listed
from tui_reader.ui.rows import Row, row_of


def watch_drawing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[Iterable[Region]]:
    """The parts of the screen that are drawn from then on, for each time something is drawn."""
    drawn: list[Iterable[Region]] = []

    def display(screen: object, update: Any) -> None:
        if update is not None:
            drawn.append([Region(x1, y, x2 - x1, 1) for y, x1, x2 in update.spans])

    monkeypatch.setattr(desk.app, "_display", display)
    return drawn


def touches(parts: Iterable[Region], region: Region) -> bool:
    return any(region.overlaps(part) for part in parts)


async def test_an_index_is_asked_something_before_the_reader_asks(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, search = [], Library.search

    def asking(library: Library, question: Question) -> Listing:
        asked.append(question.query.text)
        return search(library, question)

    monkeypatch.setattr(Library, "search", asking)
    async with open_app() as desk:
        await desk.press("slash", "escape")

        assert asked.count("Walking") == 1
        assert desk.main.list.count == len(PAPERS)


async def test_the_rows_of_an_answer_are_made_beside_the_screen(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as desk:
        makers = []

        def making(*given: Any) -> Row:
            makers.append(threading.current_thread())
            return row_of(*given)

        await desk.press("slash")
        monkeypatch.setattr(listed_module, "row_of", making)
        await desk.type("gliding")

        assert makers
        assert threading.main_thread() not in makers


async def test_a_row_made_ahead_is_the_row_that_would_be_made(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        listed, room = desk.main.listed, desk.main.list.room
        fresh = Listed(listed.library, listed.listing, listed.style)

        assert len(listed) == 2
        assert all(listed.row(row, room) == fresh.row(row, room) for row in range(len(listed)))


async def test_a_star_shows_on_a_row_that_was_made_before_it_was_given(open_app: Open) -> None:
    async with open_app() as desk:
        listed = desk.main.listed
        listed.read_ahead(PaperId(""), rows=3, room=60)
        paper = listed.paper(1)
        assert paper
        desk.main.library.star(paper)

        assert [listed.row(row, 60).starred for row in range(3)] == [False, True, False]


async def test_no_letter_lays_out_the_screen_anew(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        laid_out: list[object] = []
        signal = desk.main.screen_layout_refresh_signal
        signal.subscribe(desk.main, laid_out.append, immediate=True)
        await desk.type("glide wind")

        assert desk.main.list.count == len(PAPERS) - 2
        assert not laid_out


async def test_a_query_longer_than_its_line_leaves_nothing_behind(open_app: Open) -> None:
    async with open_app(size=(60, 20)) as desk:
        await desk.press("slash")
        before = desk.screen_text()
        desk.main.bar.input.value = "word " * 40
        await desk.press("end")
        desk.main.bar.input.value = ""
        await desk.settle()

        assert desk.screen_text() == before


@pytest.mark.parametrize(("place", "keys"), [("G", "k"), ("slash", "glide")])
async def test_the_list_is_drawn_before_all_that_speaks_of_it(
    open_app: Open, monkeypatch: pytest.MonkeyPatch, place: str, keys: str
) -> None:
    async with open_app() as desk:
        await desk.press(place)
        drawn = watch_drawing(desk, monkeypatch)
        await desk.press(*keys)
        rows, text = (
            pane.region.shrink((1, pane.scrollbar_size_vertical, 1, 1))
            for pane in (desk.main.list, desk.main.detail)
        )
        with_list = [touches(parts, rows) for parts in drawn]
        for other in (text, desk.main.status.region):
            with_other = [touches(parts, other) for parts in drawn]

            assert with_list.index(True) < with_other.index(True)
            assert not any(map(all, zip(with_list, with_other, strict=True)))


async def test_a_step_leaves_the_scrollbar_alone(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as desk:
        drawn = watch_drawing(desk, monkeypatch)
        await desk.press("j")

        assert drawn
        assert not any(touches(parts, desk.main.list.vertical_scrollbar.region) for parts in drawn)
