"""Panes, pages, links, copying, keymaps, and coming back to where one was."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import HOSTILE_TITLES, Browser, Open
from tui_reader.commands import COMMANDS
from tui_reader.settings import Settings
from tui_reader.ui.links_screen import LinksScreen
from tui_reader.ui.page_screen import PageScreen
from tui_reader.ui.text_pane import TextPane


async def test_every_command_has_an_action_somewhere(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("e")
        editor = desk.app.screen
        await desk.press("escape")
        targets = (desk.main.list, desk.main, desk.app, *desk.main.targets, editor)
        actions = [command.action for command in COMMANDS]
        missing = [
            name for name in actions if not any(hasattr(t, f"action_{name}") for t in targets)
        ]

        assert missing == []
        assert len(actions) > 40


async def test_enter_opens_the_paper_over_the_full_width_and_q_goes_back(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("enter")
        full = desk.main.detail.size.width
        await desk.press("q")

        assert full > 110
        assert desk.main.detail.size.width < 60
        assert desk.main.focused is desk.main.list


async def test_h_l_and_tab_go_between_the_panes(open_app: Open) -> None:
    async with open_app() as desk:
        places = []
        for key in ("l", "h", "tab", "tab", "tab", "shift+tab"):
            await desk.press(key)
            places.append(desk.main.place)

        assert places == ["detail", "list", "detail", "search", "list", "search"]


async def test_the_paper_scrolls_on_its_own_keys_and_from_the_list(open_app: Open) -> None:
    async with open_app(size=(80, 14)) as desk:
        await desk.press("J", "J")
        from_list = round(desk.main.detail.scroll_y)
        await desk.press("l", "j", "G", "g", "g", "k", "j")

        assert from_list == 2
        assert round(desk.main.detail.scroll_y) == 1


async def test_q_leaves_the_view_then_the_query_then_the_program(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("z", "u", "slash")
        await desk.type("robots")
        await desk.press("enter", "q")
        first = (desk.main.bar.text, desk.main.question.view)
        await desk.press("q")
        second = desk.main.question.view
        await desk.pilot.press("q")
        await desk.pilot.pause()

        assert first == ("", "unread")
        assert second == "all"
        assert desk.app._exit


async def test_the_place_is_found_again_at_the_next_start(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("gliding")
        await desk.press("enter", "4", "j", "z", "s", "z", "r")
        before = (desk.main.bar.text, desk.main.question.order, desk.main.selected)
        await desk.press("Q")
    async with open_app() as desk:
        assert (desk.main.bar.text, desk.main.question.order, desk.main.selected) == before


async def test_only_checked_addresses_are_opened(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("o")
        desk.main.paper_commands._open("javascript:alert(1)")
        await desk.settle()

        assert Browser.opened == ["https://example.org/0"]


async def test_a_link_is_chosen_from_a_list(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("O")
        asked = isinstance(desk.app.screen, LinksScreen)
        await desk.press("j", "k", "enter")

        assert asked
        assert Browser.opened == ["https://example.org/0"]


async def test_title_address_and_id_are_sent_to_the_clipboard(open_app: Open) -> None:
    async with open_app() as desk:
        copied = []
        await desk.press("j")
        for key in ("t", "u", "i"):
            await desk.press("y", key)
            copied.append(desk.app.clipboard)

        assert copied[0] == "Diffusion of heat in H₂O"
        assert copied[1] == "https://example.org/1"
        assert copied[2].startswith("title:")
        assert "Sent to the clipboard" in desk.screen_text()


async def test_a_key_shows_the_tex_source_and_readable_text_again(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("j", "z", "x")
        source = (desk.titles[1], desk.main.detail.text)
        await desk.press("z", "x")

        assert source[0] == "Diffusion of heat in H$_2$O"
        assert "H$_2$O" in source[1]
        assert desk.titles[1] == "Diffusion of heat in H₂O"


async def test_help_shows_the_keys_in_force(open_app: Open, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("paper.star: f6\n", encoding="utf-8")
    async with open_app(keymap=str(file)) as desk:
        await desk.press("question_mark")
        page = desk.app.screen
        text = page.query_one(TextPane).text
        star = next(line for line in text.splitlines() if "Star the paper" in line)
        await desk.press("question_mark")

        assert isinstance(page, PageScreen)
        assert star.split()[0] == "F6"
        assert desk.app.screen is desk.main


async def test_a_remapped_key_works_and_the_footer_names_it(open_app: Open, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("paper.star: f6\n", encoding="utf-8")
    async with open_app(keymap=str(file)) as desk:
        await desk.press("s")
        old_key = desk.main.listed.row(0).starred
        await desk.press("f6")

        assert not old_key
        assert desk.main.listed.row(0).starred
        assert "F6 Star" in desk.screen_text().splitlines()[-1]


@pytest.mark.parametrize(
    ("keymap", "down", "quit_keys"),
    [
        ("vim", "j", ("Q",)),
        ("emacs", "ctrl+n", ("ctrl+x", "ctrl+c")),
        ("newsboat", "j", ("Q",)),
    ],
)
async def test_each_shipped_keymap_moves_and_quits(
    open_app: Open, keymap: str, down: str, quit_keys: tuple[str, ...]
) -> None:
    async with open_app(keymap=keymap) as desk:
        await desk.press(down)
        row = desk.main.list.cursor
        await desk.pilot.press(*quit_keys)
        await desk.pilot.pause()

        assert row == 1
        assert desk.app._exit


async def test_the_palette_finds_and_calls_commands(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("colon")
        await desk.type("star")
        await desk.press("enter")
        await desk.settle()

        assert desk.app.screen is desk.main
        assert desk.main.listed.row(0).starred


async def test_problems_are_counted_and_listed_with_their_lines(
    open_app: Open, tmp_path: Path
) -> None:
    dump = tmp_path / "broken.jsonl"
    dump.write_text('{"title": "Good", "abstract": "Fine."}\n{"title": \n', encoding="utf-8")
    async with open_app(dumps=dump) as desk:
        said = desk.main.status.status.problems
        await desk.press("exclamation_mark")

        assert said == "1 problem !"
        assert "broken.jsonl:2" in desk.screen_text()


async def test_hostile_titles_are_shown_as_they_are_on_every_page(
    open_app: Open, tmp_path: Path
) -> None:
    dump = tmp_path / "hostile.jsonl"
    records = [{"title": title, "abstract": title, "keywords": [title]} for title in HOSTILE_TITLES]
    dump.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    async with open_app(dumps=dump) as desk:
        for _ in HOSTILE_TITLES:
            await desk.press("s", "y", "t", "e", "escape", "enter", "q", "j")
        listed = desk.screen_text()
        await desk.press("slash")
        await desk.type('[/]"[@click')

        assert "[/INST] closes what nobody opened" in listed
        assert "[@click=app.quit]leave[/] by a click" in listed
        assert "\x1b" not in listed
        assert "\u202e" not in listed
        assert desk.app.screen is desk.main


async def test_the_theme_of_the_settings_is_taken_and_a_wrong_one_is_told(open_app: Open) -> None:
    async with open_app(settings=Settings(theme="nord")) as desk:
        taken = desk.app.theme
    async with open_app(settings=Settings(theme="no [such] theme")) as desk:
        assert taken == "nord"
        assert "no [such] theme" in desk.screen_text()


async def test_plain_marks_are_ascii_only(open_app: Open) -> None:
    async with open_app(settings=Settings(ascii=True)) as desk:
        await desk.press("j", "j", "j", "s")
        rows = [desk.main.list.render_line(y).text for y in range(6, 8)]

        assert all(row.isascii() for row in rows)
        assert rows[0].startswith(">*")


async def test_a_digit_opens_its_link(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("O", "1")

        assert Browser.opened == ["https://example.org/0"]
        assert desk.app.screen is desk.main


async def test_choosing_no_link_says_nothing(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("O", "escape")

        assert Browser.opened == []
        assert not desk.main.status.message


async def test_escape_leaves_the_program_only_when_pressed_twice(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("escape", "j", "escape")
        still_there = not desk.app._exit
        await desk.pilot.press("escape")
        await desk.pilot.pause()

        assert still_there
        assert desk.app._exit


async def test_a_message_leaves_with_the_next_command(open_app: Open) -> None:
    async with open_app() as desk:
        desk.main.alert("something went wrong")
        said = desk.screen_text()
        await desk.press("j")
        after = desk.screen_text()
        await desk.press("exclamation_mark")

        assert "something went wrong" in said
        assert "something went wrong" not in after
        assert "something went wrong" in desk.screen_text()


async def test_the_keys_that_step_back_close_the_palette_too(open_app: Open) -> None:
    async with open_app(keymap="emacs") as desk:
        await desk.press("alt+x")
        opened = desk.app.screen is not desk.main
        await desk.press("ctrl+g")

        assert opened
        assert desk.app.screen is desk.main


async def test_a_theme_chosen_in_the_app_is_there_at_the_next_start(open_app: Open) -> None:
    async with open_app() as desk:
        desk.app.theme = "nord"
        await desk.settle()
        await desk.press("Q")
    async with open_app() as desk:
        again = desk.app.theme
    async with open_app(settings=Settings(theme="gruvbox")) as desk:
        assert again == "nord"
        assert desk.app.theme == "gruvbox"


async def test_plain_signs_are_all_there_is_on_the_screen(open_app: Open) -> None:
    async with open_app(size=(80, 16), settings=Settings(ascii=True)) as desk:
        await desk.press("G", "s")

        assert desk.screen_text().replace("₂", "").replace("ö", "").isascii()
