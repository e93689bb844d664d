"""Up and down in the search bar: earlier searches come back."""

from pathlib import Path

from tests.ui.conftest import Desk, Open


async def searched(desk: Desk, *queries: str) -> None:
    """Search for these, one after the other, and stay in the bar, which is empty."""
    for query in queries:
        await desk.press("slash")
        await desk.type(query)
        await desk.press("enter", "slash", "escape", "escape")
    await desk.press("slash")


async def texts(desk: Desk, *keys: str) -> list[str]:
    """What stands in the bar after each key."""
    found = []
    for key in keys:
        await desk.press(key)
        found.append(desk.main.bar.text)
    return found


async def test_up_and_down_go_through_earlier_searches(open_app: Open) -> None:
    async with open_app() as desk:
        await searched(desk, "heat", "robots", "hills")

        back = await texts(desk, "up", "up", "up", "up")
        forth = await texts(desk, "down", "down", "down")

        assert back == ["hills", "robots", "heat", "heat"]
        assert forth == ["robots", "hills", ""]
        assert desk.main.place == "search"


async def test_what_was_typed_first_narrows_the_way_back(open_app: Open) -> None:
    async with open_app() as desk:
        await searched(desk, "heat", "robots", "hills")
        await desk.type("he")

        assert await texts(desk, "up", "up", "down") == ["heat", "heat", "he"]


async def test_from_the_query_that_stands_there_up_leads_to_the_one_before(open_app: Open) -> None:
    async with open_app() as desk:
        await searched(desk, "heat")
        await desk.type("robots")
        await desk.press("enter", "slash")

        assert await texts(desk, "up", "down") == ["heat", "robots"]


async def test_down_goes_to_the_list_where_nothing_was_gone_through(open_app: Open) -> None:
    async with open_app() as desk:
        await searched(desk, "heat")
        await desk.type("rob")
        await desk.press("down")

        assert desk.main.focused is desk.main.list
        assert desk.main.bar.text == "rob"


async def test_down_beyond_what_was_typed_goes_to_the_list(open_app: Open) -> None:
    async with open_app() as desk:
        await searched(desk, "heat")
        await desk.press("up", "down", "down")

        assert desk.main.focused is desk.main.list


async def test_an_earlier_search_is_asked_when_it_comes_back(open_app: Open) -> None:
    async with open_app() as desk:
        await searched(desk, "robots")
        await desk.press("up")

        assert desk.titles == ["Walking robots"]


async def test_one_can_edit_what_came_back_and_go_back_from_there(open_app: Open) -> None:
    async with open_app() as desk:
        await searched(desk, "heat", "robots", "hills")
        await desk.press("up", "up")
        await desk.press("backspace")

        assert await texts(desk, "up") == ["robots"]


async def test_that_there_is_none_is_said(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash", "up")
        none = desk.main.status.message
        await desk.type("zebra")
        await desk.press("up")

        assert none == "No earlier search"
        assert desk.main.status.message == "No earlier search begins like this"


async def test_leaving_the_bar_by_any_way_remembers_and_clearing_does_not(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("heat")
        await desk.press("escape")
        await desk.type("hills")
        await desk.press("down", "slash")
        await desk.press("escape", "shift+tab", "slash")

        assert await texts(desk, "up", "up") == ["hills", "hills"]


async def test_searches_are_kept_between_runs(open_app: Open, tmp_path: Path) -> None:
    async with open_app() as desk:
        await searched(desk, "heat", 'author:"Ada Glider"')
    kept = (tmp_path / "state" / "queries.txt").read_text()
    async with open_app() as desk:
        await desk.press("slash")

        assert kept == 'heat\nauthor:"Ada Glider"\n'
        assert await texts(desk, "up", "up") == ['author:"Ada Glider"', "heat"]


async def test_a_terminal_that_loses_the_keyboard_leaves_no_half_search(
    open_app: Open, tmp_path: Path
) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("hea")
        desk.app.app_focus = False
        await desk.settle()
        desk.app.app_focus = True
        await desk.settle()

        assert desk.main.place == "search"
        assert not (tmp_path / "state" / "queries.txt").exists()


async def test_emacs_has_its_own_keys_for_it(open_app: Open) -> None:
    async with open_app(keymap="emacs") as desk:
        await searched(desk, "heat", "robots")

        assert await texts(desk, "alt+p", "alt+p", "alt+n") == ["robots", "heat", "robots"]
