"""`u` takes back what the reader did and says what it was; ctrl+r does it again."""

from tests.ui.conftest import Open


async def test_a_star_is_taken_back_and_given_again(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "j", "u")
        said = desk.main.status.message
        starred = desk.main.listed.row(0).starred
        await desk.press("ctrl+r")

        assert (said, starred) == ("Undone: no star · Walking robots", False)
        assert desk.main.listed.row(0).starred
        assert desk.main.list.cursor == 2


async def test_a_count_takes_back_so_many(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "s", "j", "s", "2", "u")

        assert [desk.main.listed.row(row).starred for row in range(3)] == [True, False, False]


async def test_where_there_is_nothing_that_is_said(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("u")
        back = desk.main.status.message
        await desk.press("ctrl+r")

        assert back == "There is nothing to take back"
        assert desk.main.status.message == "There is nothing to do again"
