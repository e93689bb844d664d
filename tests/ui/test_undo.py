"""`u` takes back what the reader did and names it; ctrl+r does it again."""

from tests.ui.conftest import Desk, Open
from tui_reader.annotation import Change
from tui_reader.papers import PaperId
from tui_reader.ui.turning import told


def starred(desk: Desk) -> list[bool]:
    """Whether the first three papers have a star."""
    papers = [desk.main.listed.paper(row) for row in range(3)]
    return [paper is not None and desk.main.library.annotation(paper).starred for paper in papers]


async def change_elsewhere(desk: Desk, old: str, new: str, times: int = -1) -> None:
    """Change words of the annotations file as somebody else would, and take them in."""
    desk.main.saver.save_now()
    await desk.settle()
    text = desk.annotations.read_text()
    assert old in text
    desk.annotations.write_text(text.replace(old, new, times))
    assert desk.main.library.refresh()


async def test_a_star_is_taken_back_and_given_again(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "j", "u")
        undone = (desk.main.status.message, starred(desk)[0])
        await desk.press("ctrl+r")

        assert undone == ("Undone: starred · Walking robots", False)
        assert desk.main.status.message == "Done again: starred · Walking robots"
        assert starred(desk)[0]
        assert desk.main.list.cursor == 2


async def test_what_was_done_to_several_papers_is_one_step(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "s", "u")

        assert desk.main.status.message == "Undone: starred · 3 papers"
        assert starred(desk) == [False, False, False]


async def test_a_count_takes_back_so_many(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "s", "j", "s", "2", "u")
        undone = (desk.main.status.message, starred(desk))
        await desk.press("9", "ctrl+r")

        assert undone[0] == "2 steps undone, at last: starred · Diffusion of heat in H₂O"
        assert undone[1] == [True, False, False]
        assert (
            desk.main.status.message == "2 steps done again, at last: starred · Schrödinger bridges"
        )
        assert starred(desk) == [True, True, True]


async def test_where_there_is_nothing_that_is_said(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("u")
        back = desk.main.status.message
        await desk.press("ctrl+r")

        assert back == "There is nothing to take back"
        assert desk.main.status.message == "There is nothing to do again"


async def test_what_was_done_in_an_earlier_run_is_taken_back_and_done_again(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s", "j", "2", "d", "Q")
    async with open_app() as desk:
        await desk.press("u")
        first = desk.main.status.message
        await desk.press("u", "Q")
    async with open_app() as desk:
        gone = starred(desk)
        await desk.press("ctrl+r")

        assert first == "Undone: marked as done · 2 papers"
        assert gone == [False, False, False]
        assert desk.main.status.message == "Done again: starred · Walking robots"
        assert starred(desk) == [True, False, False]


async def test_what_was_changed_elsewhere_since_stays_and_is_counted(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "t")
        await change_elsewhere(desk, "status: to read", "status: done", 1)
        await desk.press("u")
        statuses = sorted(said.status for said in desk.main.library.annotations.values())

        assert desk.main.status.message == (
            "Undone: marked as to read · 2 of 3 papers; the others were changed elsewhere since"
        )
        assert [status for status in statuses if status] == ["done"]


async def test_what_was_wholly_changed_elsewhere_is_not_taken_back(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("2", "t")
        await change_elsewhere(desk, "status: to read", "status: done")
        await desk.press("u")
        statuses = {said.status for said in desk.main.library.annotations.values()}

        assert desk.main.status.message == (
            "Changed elsewhere since, so it stays: marked as to read · 2 papers"
        )
        assert statuses == {"done"}


async def test_papers_come_back_into_the_view_and_the_cursor_keeps_its_paper(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("3", "s", "s", "z", "*", "j")
        before = (desk.titles, desk.main.selected)
        await desk.press("u")

        assert before[0] == ["Diffusion of heat in H₂O", "Schrödinger bridges"]
        assert desk.titles == ["Walking robots", *before[0]]
        assert desk.main.selected == before[1]


async def test_papers_come_back_into_an_answer_that_asks_for_marks(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "s", "s", "slash")
        await desk.type("is:starred")
        await desk.press("enter")
        before = len(desk.titles)
        await desk.press("u")

        assert before == 2
        assert len(desk.titles) == 3


async def test_many_papers_are_taken_back_at_once(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("M", "a")
        read = sum(said.read for said in desk.main.library.annotations.values())
        await desk.press("u")

        assert read == 40
        assert desk.main.status.message == "Undone: marked as read · 40 papers"
        assert not any(said.read for said in desk.main.library.annotations.values())


def test_what_is_told_can_steer_no_terminal() -> None:
    hostile = Change(
        PaperId("x"),
        "A\x1b]52;c;ZXZpbA==\x07\x1b[2Jtitle\u202e",
        "tag",
        "",
        "r\x1bc",
        name="r\x1bc",
    )

    assert told((hostile,), "·").isprintable()
    assert "title" in told((hostile,), "·")
