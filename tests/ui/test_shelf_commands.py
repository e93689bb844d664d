"""Reading lists and saved searches begun, renamed, described and given up on the shelf."""

from pathlib import Path

import pytest

from tests.ui.conftest import Open
from tests.ui.keeping import fill, go_to, lines


async def test_a_list_is_begun_by_its_name(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L", "a")
        await desk.type("on the train")
        await desk.press("enter")

        assert desk.main.library.lists() == {"on the train": 0}
        assert "on the train 0" in lines(desk)
        assert desk.main.status.message == 'list "on the train" begun'
        assert desk.main.place == "shelf"


async def test_no_list_is_begun_without_a_name(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L", "a", "enter", "n", "escape")

        assert desk.main.library.lists() == {}


async def test_a_list_that_is_there_already_is_not_begun_again(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L", "a")
        await desk.type("train")
        await desk.press("enter")

        assert desk.main.status.message == "There is a list train already"


@pytest.mark.parametrize(
    ("row", "said", "line"),
    [
        ("train", "list train renamed to x1", "x1 3"),
        ("code", "search code renamed to x1", "x1 20"),
    ],
)
async def test_a_list_or_a_search_is_renamed(
    open_app: Open, hills: Path, row: str, said: str, line: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, row)
        await desk.press("c", "x", "1", "enter")

        assert desk.main.status.message.startswith(said)
        assert any(each.removeprefix("▌ ") == line for each in lines(desk))


async def test_the_name_there_is_can_be_gone_on_with(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, "train")
        await desk.press("c", "end", "s", "enter")

        assert "trains 3" in [line.removeprefix("▌ ") for line in lines(desk)]


@pytest.mark.parametrize(("row", "other"), [("train", "later"), ("code", "odd")])
async def test_a_name_that_is_taken_is_refused(
    open_app: Open, hills: Path, row: str, other: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        before = desk.main.library.holdings
        await go_to(desk, row)
        await desk.press("c")
        await desk.type(other)
        await desk.press("enter")

        assert "already" in desk.main.status.message
        assert desk.main.library.holdings == before


async def test_a_list_is_described(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, "train")
        await desk.press("D")
        await desk.type("for the way home")
        await desk.press("enter")

        assert desk.main.library.holdings.lists["train"].description == "for the way home"


async def test_only_lists_are_described(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, "code")
        await desk.press("D")

        assert desk.main.status.message == "Go to a list to describe it"


async def test_a_list_is_given_up_when_that_is_meant_and_its_papers_stay(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, "train")
        await desk.press("d")
        asked = desk.screen_text()
        await desk.press("n")
        kept = dict(desk.main.library.lists())
        await desk.press("d", "y")

        assert "Give the list train up? Its 3 papers stay in the library." in asked
        assert kept == {"later": 0, "train": 3}
        assert desk.main.library.lists() == {"later": 0}
        assert "All papers 30" in lines(desk)[0]


async def test_what_was_given_up_comes_back_by_undo_from_the_shelf(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        before = desk.main.library.holdings
        await go_to(desk, "train")
        await desk.press("d", "y", "u")

        assert desk.main.library.holdings == before
        assert "train 3" in lines(desk)


async def test_a_saved_search_is_given_up(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, "code")
        await desk.press("d", "y")

        assert [*desk.main.library.holdings.searches] == ["odd"]
        assert desk.main.status.message == "search code given up"


@pytest.mark.parametrize("row", ["All papers", "rag"])
@pytest.mark.parametrize(("key", "deed"), [("c", "rename"), ("d", "give up")])
async def test_views_and_tags_cannot_be_renamed_or_given_up(
    open_app: Open, hills: Path, row: str, key: str, deed: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, row)
        await desk.press(key)

        assert desk.main.status.message == f"Go to a list or a saved search to {deed} it"


async def test_the_search_is_saved_under_its_words_or_another_name(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("slash")
        await desk.type("has:code gliding")
        await desk.press("enter", "B", "enter", "B", "c", "enter")
        saved = desk.main.library.holdings.searches

        assert {name: search.query for name, search in saved.items()} == {
            "has:code gliding": "has:code gliding",
            "c": "has:code gliding",
        }
        assert desk.main.status.message == "search c saved"


async def test_an_empty_search_is_not_saved(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("B")

        assert desk.main.status.message == "There is no search to save: type one first"


async def test_names_are_shown_as_they_are(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L", "a")
        for letter in "[/x] [@click=app.quit]y[/]":
            await desk.pilot.press("space" if letter == " " else letter)
        await desk.press("enter", "G", "d")

        assert "Give the list [/x] [@click=app.quit]y[/] up?" in desk.screen_text()
