"""Stars, read marks and notes: shown at once, on disk at once, found again."""

import asyncio
from dataclasses import replace

from tests.ui.conftest import Open
from tui_reader.settings import Settings


async def test_a_star_is_shown_and_in_the_file(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "s")
        desk.main.saver.save_now()
        await desk.settle()

        assert desk.main.listed.row(1).starred
        assert "starred: " in desk.annotations.read_text(encoding="utf-8")


async def test_a_star_is_in_the_journal_before_anything_else_happens(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.pilot.press("s")
        paper = desk.main.selected
        assert paper is not None
        assert desk.main.library.annotation(paper).starred
        assert any(
            paper.id.encode() in file.read_bytes()
            for file in (desk.annotations.parent / "state").rglob("journal/*")
            if file.is_file()
        )


async def test_a_second_press_takes_the_star_away(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "s")

        assert not desk.main.listed.row(0).starred


async def test_a_note_is_kept_shown_and_found_again(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "e")
        await desk.type("read twice")
        await desk.press("ctrl+s")
        shown = desk.main.detail.text
        await desk.press("q")
    async with open_app() as desk:
        row = desk.main.listed.row(1)

        assert "read twice" in shown
        assert row.noted
        assert "read twice" in desk.annotations.read_text(encoding="utf-8")


async def test_a_note_keeps_its_lines_and_odd_letters(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("e")
        await desk.type("no: [x] 2101.00010 *a")
        await desk.press("enter", "minus", "minus", "ctrl+s")
        assert desk.main.selected is not None

        said = desk.main.library.annotation(desk.main.selected)
        assert said.note == "no: [x] 2101.00010 *a\n--"


async def test_leaving_a_changed_note_asks_first(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("e")
        await desk.type("draft")
        await desk.press("escape")
        warned = "Not saved" in desk.screen_text()
        await desk.press("escape")

        assert warned
        assert desk.app.screen is desk.main
        assert desk.main.selected is not None
        assert not desk.main.library.annotation(desk.main.selected).note


async def test_an_unchanged_note_is_left_at_once(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("e", "escape")

        assert desk.app.screen is desk.main


async def test_r_toggles_read_and_unread(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("r")
        read = not desk.main.listed.row(0).unread
        await desk.press("r")

        assert read
        assert desk.main.listed.row(0).unread


async def test_a_paper_that_stays_open_counts_as_read(open_app: Open) -> None:
    async with open_app(settings=replace(Settings(), read_after=0.1)) as desk:
        await desk.press("j")
        for _ in range(100):
            if not desk.main.listed.row(1).unread:
                break
            await asyncio.sleep(0.02)  # the clock of the app itself is what is waited for

        assert not desk.main.listed.row(1).unread
        assert desk.main.listed.row(0).unread


async def test_views_show_only_their_papers(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "s", "j", "r")
        counts = []
        for key in ("*", "u", "n", "a"):
            await desk.press("z", "asterisk" if key == "*" else key)
            counts.append(desk.main.list.count)

        assert counts == [1, 39, 0, 40]


async def test_a_star_in_the_query_means_the_same_as_the_view(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "slash")
        await desk.type("is:starred")

        assert desk.titles == ["Walking robots"]


async def test_unread_papers_are_jumped_to(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "r", "j", "r", "g", "g", "]", "u")
        down = desk.main.list.cursor
        await desk.press("G", "4", "[", "u")

        assert down == 3
        assert desk.main.list.cursor == 35


async def test_what_another_writes_to_the_file_appears(open_app: Open) -> None:
    async with open_app() as desk:
        paper = desk.main.selected
        assert paper is not None
        text = f'version: 1\npapers:\n  "{paper.id}":\n    starred: true\n# end of paperread file\n'
        desk.annotations.write_text(text, encoding="utf-8")
        desk.main.saver._look()
        await desk.settle()

        assert desk.main.listed.row(0).starred


async def test_a_file_that_is_not_understood_is_told_and_left_alone(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s")
        desk.main.saver.save_now()
        await desk.settle()
        desk.annotations.write_text("<<<<<<< mine\n", encoding="utf-8")
        await desk.press("j", "s")
        desk.main.saver.save_now()
        await desk.settle()

        assert desk.annotations.read_text(encoding="utf-8") == "<<<<<<< mine\n"
        assert desk.main.listed.row(1).starred
        assert "UNSAVED" in desk.screen_text()


async def test_what_could_not_be_saved_is_there_after_a_restart(open_app: Open) -> None:
    async with open_app() as desk:
        desk.annotations.write_text("<<<<<<< mine\n", encoding="utf-8")
        await desk.press("s", "Q")
    desk.annotations.unlink()
    async with open_app() as desk:
        assert desk.main.listed.row(0).starred


async def test_a_note_on_its_page_is_kept_when_the_program_must_end(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("e")
        await desk.type("half a thought")
        desk.app.leave(143)

    assert "half a thought" in desk.annotations.read_text(encoding="utf-8")


async def test_a_note_that_another_wrote_meanwhile_is_kept_beside(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("e")
        await desk.type("mine")
        await desk.press("ctrl+s")
        desk.main.saver.save_now()
        await desk.settle()
        await desk.press("e")
        await desk.type(" longer")
        text = desk.annotations.read_text(encoding="utf-8")
        desk.annotations.write_text(text.replace("mine", "theirs"), encoding="utf-8")
        desk.main.saver._look()
        await desk.settle()
        await desk.press("ctrl+s")
        assert desk.main.selected is not None
        note = desk.main.library.annotation(desk.main.selected).note

        assert "mine longer" in note
        assert "theirs" in note


async def test_a_paper_that_a_view_put_there_is_not_marked_read(open_app: Open) -> None:
    async with open_app(settings=replace(Settings(), read_after=0.1)) as desk:
        paper = desk.main.listed.paper(5)
        assert paper is not None
        desk.main.library.star(paper)
        await desk.press("j", "z", "asterisk")
        await desk.pilot.pause(0.4)
        await desk.settle()

        assert desk.main.list.count == 1
        assert desk.main.listed.row(0).unread


async def test_a_note_page_that_was_just_emptied_takes_no_note_away(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("e")
        await desk.type("kept")
        await desk.press("ctrl+s", "e", "ctrl+a", "backspace")
        await desk.press(*(["backspace"] * 6))
        desk.app.leave(143)

    assert "kept" in desk.annotations.read_text(encoding="utf-8")
