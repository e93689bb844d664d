"""Tab in the search bar: what is typed is completed, and a small menu shows to what."""

import asyncio

import pytest

from tests.ui.conftest import Desk, Open
from tui_reader.queries.completing import Completion, Unfinished
from tui_reader.ui.completion_menu import ROWS, CompletionMenu


def menu(desk: Desk) -> list[str]:
    """The rows of the menu; none where there is no menu."""
    for shown in desk.main.query(CompletionMenu):
        if shown.display:
            return [shown.render_line(y).text.rstrip() for y in range(shown.size.height)]
    return []


async def typed(desk: Desk, text: str) -> None:
    """Go to the search bar and type."""
    await desk.press("slash")
    await desk.type(text)


async def test_tab_takes_the_first_completion_and_shows_the_others(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "abstract:w")
        await desk.press("tab")

        assert desk.main.bar.text == "abstract:wind"
        assert [row.split() for row in menu(desk)] == [["▌", "wind", "38"], ["walk", "1"]]


async def test_tab_and_shift_tab_go_round_by_way_of_what_was_typed(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "abstract:w")
        texts = []
        for key in ("tab", "tab", "tab", "tab", "shift+tab", "down", "up"):
            await desk.press(key)
            texts.append(desk.main.bar.text.removeprefix("abstract:"))

        assert texts == ["wind", "walk", "w", "wind", "w", "wind", "w"]


async def test_the_list_answers_to_the_completion_that_is_chosen(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "abstract:w")
        await desk.press("tab", "tab")

        assert desk.titles == ["Walking robots"]


async def test_typing_goes_on_behind_the_completion(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "wi")
        await desk.press("tab")
        await desk.type(" hil")

        assert desk.main.bar.text == "wind hil"
        assert menu(desk) == []


@pytest.mark.parametrize("key", ["left", "home", "backspace", "enter", "f1"])
async def test_any_other_key_closes_the_menu(open_app: Open, key: str) -> None:
    async with open_app() as desk:
        await typed(desk, "wi")
        await desk.press("tab", key)

        assert desk.main.bar.text.startswith("win")
        assert desk.main.bar.choices is None or key == "f1"


async def test_escape_brings_back_what_was_typed_and_then_clears_it(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "wi")
        await desk.press("tab", "escape")
        once = (desk.main.bar.text, menu(desk), desk.main.place)
        await desk.press("escape")

        assert once == ("wi", [], "search")
        assert desk.main.bar.text == ""


async def test_enter_takes_the_completion_and_goes_to_the_list(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "title:walk")
        await desk.press("tab", "enter")

        assert desk.main.focused is desk.main.list
        assert desk.titles == ["Walking robots"]


async def test_keys_typed_ahead_meet_the_completed_word(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "wi")
        await desk.pilot.press("tab", "space", "h")
        await desk.settle()

        assert desk.main.bar.text == "wind h"


async def test_in_an_empty_bar_tab_goes_to_the_next_pane(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash", "tab")
        forth = desk.main.place
        await desk.press("slash", "shift+tab")

        assert (forth, desk.main.place) == ("list", "detail")


async def test_without_a_menu_shift_tab_goes_to_the_previous_pane(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "wi")
        await desk.press("shift+tab")

        assert desk.main.place == "detail"


async def test_between_words_the_fields_are_offered_with_what_they_find(open_app: Open) -> None:
    async with open_app(size=(80, 24)) as desk:
        await typed(desk, "wind ")
        await desk.press("tab")
        rows = menu(desk)

        assert desk.main.bar.text == "wind title:"
        assert rows[0].split() == ["▌", "title:", "words", "of", "the", "title"]
        assert rows[ROWS].strip().endswith(" more")


async def test_the_menu_follows_the_choice_beyond_its_end(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "wind ")
        await desk.press(*["tab"] * 16)
        last = menu(desk)
        await desk.press("tab", "tab")

        assert last[ROWS - 1].split()[:2] == ["▌", "sort:"]
        assert menu(desk)[0].split()[:2] == ["▌", "title:"]


async def test_a_name_is_put_in_with_its_quotation_marks(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "author:ad")
        await desk.press("tab")

        assert desk.main.bar.text == 'author:"Ada Glider"'
        assert desk.main.list.count == 40


async def test_where_nothing_begins_so_it_is_said(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "zebr")
        await desk.press("tab")

        assert desk.main.bar.text == "zebr"
        assert desk.main.place == "search"
        assert "Nothing else begins with 'zebr'" in desk.screen_text()


async def test_a_click_takes_a_completion(open_app: Open) -> None:
    async with open_app() as desk:
        await typed(desk, "abstract:w")
        await desk.press("tab")
        await desk.pilot.click(CompletionMenu, offset=(3, 1))
        await desk.settle()

        assert desk.main.bar.text == "abstract:walk"
        assert desk.main.place == "search"


async def test_the_menu_lies_over_the_list_below_what_is_completed(open_app: Open) -> None:
    async with open_app(size=(80, 24)) as desk:
        await typed(desk, "deep wi")
        before = desk.main.list.region
        await desk.press("tab")
        line, below = desk.screen_text().splitlines()[:2]

        assert desk.main.list.region == before
        assert below.index("wind") == line.index("wind")


async def test_a_menu_at_the_right_edge_stays_on_the_screen(open_app: Open) -> None:
    async with open_app(size=(40, 24)) as desk:
        await typed(desk, "a b c d e f g h i j k l m n o p q ")
        await desk.press("tab")
        shown = desk.main.query_one(CompletionMenu).region

        assert shown.x >= 0
        assert shown.right <= 40


async def test_a_completion_that_comes_late_is_not_shown_where_one_typed_on(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as desk:
        loop, wait = asyncio.get_running_loop(), asyncio.Event()

        def slowly(piece: Unfinished) -> tuple[Completion, ...]:
            asyncio.run_coroutine_threadsafe(wait.wait(), loop).result(10)
            return (Completion("late"),)

        monkeypatch.setattr(desk.main.library, "complete", slowly)
        await typed(desk, "wi")
        await desk.pilot.press("tab", "n")
        wait.set()
        await desk.settle()

        assert desk.main.bar.text == "win"
        assert menu(desk) == []


async def test_a_completion_that_fails_is_said_and_the_bar_works_on(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as desk:

        def failing(piece: Unfinished) -> tuple[Completion, ...]:
            raise ValueError("no words")

        monkeypatch.setattr(desk.main.library, "complete", failing)
        await typed(desk, "wi")
        await desk.press("tab")
        said = desk.screen_text()
        await desk.type("nd")

        assert "no words" in said
        assert desk.main.bar.text == "wind"


async def test_hostile_names_are_offered_as_plain_text(open_app: Open) -> None:
    async with open_app() as desk:
        hostile = Completion('"[/INST] [@click=app.quit]x[/]"', papers=3)
        await typed(desk, "author:x")
        desk.main.library.complete = lambda piece: (hostile,)  # type: ignore[method-assign] # for a test
        await desk.press("tab")

        assert hostile.text in menu(desk)[0]
