"""Reading lists and saved searches begun, renamed, described and given up on the shelf."""

from pathlib import Path

import pytest

from tests.ui.conftest import Open
from tests.ui.keeping import fill, go_to, keep, lines, under_cursor
from tui_reader.library.deeds import Adding, Standing, Starring
from tui_reader.ui.name_prompt import NamePrompt


async def test_a_list_is_begun_by_its_name(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L", "a")
        await desk.type("on the train")
        await desk.press("enter")

        assert desk.main.library.lists() == {"on the train": 0}
        assert "▌ on the train 0" in lines(desk)
        assert desk.main.status.message == 'List "on the train" begun'
        assert desk.main.place == "shelf"


async def test_no_list_is_begun_without_a_name(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L", "a", "enter", "n", "escape")

        assert desk.main.library.lists() == {}


async def test_a_list_that_is_there_already_is_not_begun_again(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L", "a")
        await desk.type("Train")
        await desk.press("enter")

        assert "There is a list train already" in desk.screen_text()
        assert isinstance(desk.app.screen, NamePrompt)


@pytest.mark.parametrize(
    ("row", "said", "line"),
    [
        ("train", "List train renamed to x1", "x1 3"),
        ("code", "Search code renamed to x1", "x1 20"),
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


@pytest.mark.parametrize(
    ("row", "what", "other"), [("train", "list", "later"), ("code", "search", "odd")]
)
async def test_a_name_that_is_taken_is_refused(
    open_app: Open, hills: Path, row: str, what: str, other: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        before = desk.main.library.holdings
        await go_to(desk, row)
        await desk.press("c")
        await desk.type(other)
        await desk.press("enter")

        assert f"There is a {what} '{other}' already" in desk.screen_text()
        assert isinstance(desk.app.screen, NamePrompt)
        assert desk.main.library.holdings == before


async def test_a_refused_name_can_be_typed_on_and_taken(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L", "a")
        await desk.type("train")
        await desk.press("enter")
        await desk.type("s")
        said_on = "already" in desk.screen_text()
        await desk.press("enter")

        assert not said_on
        assert desk.main.library.lists() == {"later": 0, "train": 3, "trains": 0}


async def test_the_next_keys_mean_the_list_that_was_begun(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L", "a", *"new", "enter", "D", *"rest", "enter", "j", "k", "d", "y")

        assert desk.main.library.lists() == {"later": 0, "train": 3}


@pytest.mark.parametrize(
    ("row", "new"), [("later", "zebra"), ("train", "a1"), ("code", "zebra"), ("odd", "Alpha")]
)
async def test_the_cursor_goes_along_with_what_is_renamed(
    open_app: Open, hills: Path, row: str, new: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, row)
        await desk.press("c", *new)
        before = lines(desk)
        await desk.press("enter")

        assert under_cursor(desk) == new
        assert len(lines(desk)) == len(before)


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


async def test_papers_of_other_libraries_are_named_before_a_list_is_given_up(
    open_app: Open, hills: Path
) -> None:
    async with open_app() as desk:
        await keep(desk, Adding("train"), 0, 1)
        desk.app.keep_everything()
    async with open_app(dumps=hills) as desk:
        await go_to(desk, "train")
        await desk.press("d")

        asked = "Give the list train up? It has 2 papers, none of them in these dumps."
        assert asked in desk.screen_text()


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
        assert desk.main.status.message == "Search code given up"


@pytest.mark.parametrize("row", ["All papers", "rag"])
@pytest.mark.parametrize(("key", "deed"), [("c", "rename it"), ("d", "give it up")])
async def test_views_and_tags_cannot_be_renamed_or_given_up(
    open_app: Open, hills: Path, row: str, key: str, deed: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, row)
        await desk.press(key)

        assert desk.main.status.message == f"Go to a list or a saved search to {deed}"


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
        assert desk.main.status.message == "Search c saved"


async def test_an_empty_search_is_not_saved(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("B")

        assert desk.main.status.message == "There is no search to save: type one first"


async def test_a_search_saved_in_a_view_finds_what_is_listed_there(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await keep(desk, Standing("read"), 0, 1, 2)
        await desk.press("slash")
        await desk.type("title:3 OR title:4")
        await desk.press("enter", "z", "u")
        listed = desk.titles
        await desk.press("B", "x", "enter", "z", "a", "escape")
        saved = desk.main.library.holdings.searches["x"].query
        await go_to(desk, "x")
        await desk.press("enter")

        assert saved == "is:unread (title:3 OR title:4)"
        assert desk.titles == listed


@pytest.mark.parametrize(
    ("keys", "query"),
    [("zu", "is:unread"), ("z*", "is:starred"), ("zn", "has:note"), ("zt", "is:to-read")],
)
async def test_a_view_without_a_query_is_saved_as_a_search(
    open_app: Open, hills: Path, keys: str, query: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await keep(desk, Starring(on=True), 0)
        await desk.press(*("asterisk" if key == "*" else key for key in keys), "B", "x", "enter")

        assert desk.main.library.holdings.searches["x"].query == query


async def test_a_search_saved_in_a_list_is_of_that_list(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await keep(desk, Adding("on the train"), 0, 1)
        await go_to(desk, "on the train")
        await desk.press("enter", "z", "u", "B", "x", "enter")

        assert desk.main.library.holdings.searches["x"].query == 'is:unread list:"on the train"'


async def test_a_search_that_is_saved_over_another_is_changed(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("slash")
        await desk.type("gliding")
        await desk.press("enter", "B", *"code", "enter")

        assert desk.main.status.message == "Search code changed"


async def test_names_are_shown_as_they_are(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L", "a")
        for letter in "[/x] [@click=app.quit]y[/]":
            await desk.pilot.press("space" if letter == " " else letter)
        await desk.press("enter", "G", "d")

        assert "Give the list [/x] [@click=app.quit]y[/] up?" in desk.screen_text()
