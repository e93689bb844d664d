"""Papers are selected one by one, by ranges, all at once; marks then go to all of them."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import Desk, Open, paper
from tui_reader.errors import PaperReadError
from tui_reader.ui.glyphs import FINE, PLAIN
from tui_reader.ui.row_lines import MARGIN


def selected(desk: Desk) -> list[int]:
    """The rows that are shown as selected."""
    return [row for row in range(desk.main.list.count) if desk.main.selecting.holds(row)]


def starred(desk: Desk) -> list[int]:
    listed = desk.main.listed
    return [row for row in range(desk.main.list.count) if listed.row(row).starred]


async def test_x_selects_the_paper_and_goes_on(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("x", "x")

        assert selected(desk) == [0, 1]
        assert desk.main.list.cursor == 2
        assert "2 selected" in desk.screen_text()


async def test_x_takes_a_selected_paper_out_again(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("x", "x", "k", "x")

        assert selected(desk) == [0]


async def test_a_count_selects_so_many(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "4", "x")

        assert selected(desk) == [1, 2, 3, 4]
        assert desk.main.list.cursor == 5


async def test_a_selected_row_has_a_mark_that_needs_no_colour(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("x")
        rows = desk.main.list
        marks = [rows.render_line(y).text[:MARGIN] for y in range(0, 2 * rows.row_height, 2)]

        assert [FINE.selected in mark for mark in marks] == [True, False]
        assert PLAIN.selected.isascii()


async def test_a_range_follows_the_cursor_and_is_kept_when_it_ends(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "V", "3", "j")
        while_at_it, said = selected(desk), desk.screen_text()
        await desk.press("k", "V", "G")

        assert while_at_it == [1, 2, 3, 4]
        assert "range of 4" in said
        assert selected(desk) == [1, 2, 3]


async def test_x_ends_a_range_too(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("V", "j", "x", "j")

        assert selected(desk) == [0, 1]


async def test_a_range_may_go_upwards(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("5", "j", "V", "2", "k", "V")

        assert selected(desk) == [3, 4, 5]


async def test_escape_drops_the_range_then_the_selection_then_steps_back(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("z", "u", "x", "V", "j")
        rows = [selected(desk)]
        for _ in range(2):
            await desk.press("escape")
            rows.append(selected(desk))
        view = desk.main.question.view
        await desk.press("escape")

        assert rows == [[0, 1, 2], [0], []]
        assert (view, desk.main.question.view) == ("unread", "all")


async def test_everything_that_is_listed_is_selected_and_nothing_when_all_was(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("x", "X")
        every = selected(desk)
        await desk.press("X")

        assert every == list(range(40))
        assert selected(desk) == []


async def test_a_selection_grows_by_what_another_search_finds(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        await desk.press("enter", "X", "slash", "escape")
        await desk.type("bridges")
        await desk.press("enter", "x", "slash", "escape", "escape")

        assert {desk.titles[row] for row in selected(desk)} == {
            "Walking robots",
            "Diffusion of heat in H₂O",
            "Schrödinger bridges",
        }


async def test_the_same_papers_stay_selected_in_another_order(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "2", "x")
        before = {desk.titles[row] for row in selected(desk)}
        await desk.press("z", "r")

        assert {desk.titles[row] for row in selected(desk)} == before
        assert selected(desk) == [37, 38]


async def test_a_range_ends_where_something_else_is_listed(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("V", "2", "j")
        before = {desk.titles[row] for row in selected(desk)}
        await desk.press("z", "r", "g", "g")

        assert {desk.titles[row] for row in selected(desk)} == before


async def test_the_same_papers_stay_selected_when_dumps_are_read_again(
    open_app: Open, tmp_path: Path
) -> None:
    dump = tmp_path / "few.jsonl"
    dump.write_text("\n".join(json.dumps(paper(n)) for n in range(200)), encoding="utf-8")
    async with open_app(dumps=dump) as desk:
        await desk.press("X", "x")
        records = [paper(999, title="A newcomer"), *(paper(n) for n in range(200))]
        dump.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        await desk.press("R")
        titles = desk.titles

        assert len(titles) == 201
        assert [titles[row] for row in selected(desk)] == [
            f"Paper number {n} on gliding" for n in range(1, 200)
        ]


async def test_a_star_goes_to_every_selected_paper_and_the_selection_stays(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("x", "j", "x", "s")

        assert starred(desk) == [0, 2]
        assert selected(desk) == [0, 2]
        assert desk.main.status.message == "Starred · 2 papers"


async def test_stars_are_taken_away_only_where_all_have_one(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "3", "x", "s")
        first = starred(desk)
        await desk.press("s")

        assert first == [0, 1, 2]
        assert starred(desk) == []


async def test_a_count_marks_so_many_from_the_cursor_on(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "3", "s")

        assert starred(desk) == [1, 2, 3]
        assert desk.main.list.cursor == 1


async def test_a_mark_ends_a_range_and_goes_to_what_it_covers(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("V", "j", "s", "j")

        assert starred(desk) == [0, 1]
        assert selected(desk) == [0, 1]


async def test_selected_papers_that_are_not_listed_are_marked_too(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("x", "slash")
        await desk.type("bridges")
        await desk.press("enter", "x", "s", "slash", "escape", "escape")

        assert starred(desk) == [0, 2]


async def test_a_dot_does_the_last_thing_again_to_other_papers(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("d", "j", "full_stop", "j", "2", "x", "full_stop")
        statuses = [desk.main.listed.row(row).status for row in range(5)]

        assert statuses == ["done", "done", "done", "done", ""]


async def test_a_dot_with_nothing_before_it_says_so(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("full_stop")

        assert desk.main.status.message == "There is nothing to repeat yet"


async def test_what_is_so_already_is_no_step_to_take_back(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "d", "d")
        said = desk.main.status.message
        await desk.press("u", "u")

        assert said.startswith("Nothing to change")
        assert starred(desk) == []


async def test_keys_typed_ahead_of_a_mark_meet_what_it_did(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "x", "s", "u", "d")
        rows = [desk.main.listed.row(row) for row in range(4)]

        assert [row.starred for row in rows] == [False] * 4
        assert [row.status for row in rows] == ["done", "done", "done", ""]


@pytest.mark.parametrize("count", ["1", "3"])
async def test_what_cannot_be_kept_is_told_and_changes_nothing(
    open_app: Open, monkeypatch: pytest.MonkeyPatch, count: str
) -> None:
    def full(*given: object, **named: object) -> None:
        raise PaperReadError("the disk is full")

    async with open_app() as desk:
        monkeypatch.setattr(desk.main.library, "do", full)
        await desk.press(count, "s")

        assert "the disk is full" in desk.screen_text()
        assert starred(desk) == []


async def test_a_deed_that_fails_beside_the_screen_is_told_and_the_next_is_done(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object, **named: object) -> None:
        raise ZeroDivisionError("by nothing")

    async with open_app() as desk:
        with monkeypatch.context() as patched:
            patched.setattr(desk.main.library, "do", broken)
            await desk.press("2", "s")
        told = desk.screen_text()
        await desk.press("2", "s")

        assert "ZeroDivisionError: by nothing" in told
        assert starred(desk) == [0, 1]


async def test_many_papers_are_read_and_marked_beside_the_screen(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []
    async with open_app() as desk:
        do = desk.main.library.do

        def watched(*given: Any, **named: Any) -> object:
            threads.append(threading.current_thread())
            return do(*given, **named)

        monkeypatch.setattr(desk.main.library, "do", watched)
        await desk.press("2", "s")

        assert threading.main_thread() not in threads
        assert len(threads) == 1


async def test_a_selection_out_of_sight_is_told(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "s", "x", "G", "x", "z", "asterisk")

        assert "2 selected (1 not shown)" in desk.screen_text()
