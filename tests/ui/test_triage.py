"""Going through many papers: all above, below or shown at once, and a view that holds still."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import PAPERS, Desk, Open, paper


def unread(desk: Desk) -> list[int]:
    listed = desk.main.listed
    return [row for row in range(desk.main.list.count) if listed.row(row).unread]


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A dump of 500 papers."""
    dump = tmp_path / "pile.jsonl"
    dump.write_text("\n".join(json.dumps(paper(n)) for n in range(500)), encoding="utf-8")
    return dump


async def test_papers_above_and_below_are_marked_read(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "j", "M", "k")
        above = unread(desk)
        await desk.press("M", "j")

        assert above == list(range(3, 40))
        assert unread(desk) == [3]
        assert desk.main.list.cursor == 3


async def test_all_that_is_shown_is_marked_read_in_one_step(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        await desk.press("enter", "M", "a", "slash", "escape", "escape")
        left = len(unread(desk))
        await desk.press("u")

        assert left == len(PAPERS) - 2
        assert len(unread(desk)) == len(PAPERS)


async def test_only_unread_papers_are_marked_read(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("t", "j", "d", "M", "a")
        rows = [desk.main.listed.row(row).status for row in range(3)]

        assert rows == ["to read", "done", "read"]


async def test_500_papers_are_marked_in_one_step_when_it_is_meant_and_taken_back_by_one_key(
    open_app: Open, pile: Path
) -> None:
    async with open_app(dumps=pile) as desk:
        await desk.press("X", "r")
        asked = desk.screen_text()
        await desk.press("y")
        read, said = len(unread(desk)), desk.main.status.message
        await desk.press("u")

        assert "Mark 500 papers as read?" in asked
        assert (read, said) == (0, "Marked as read · 500 papers")
        assert len(unread(desk)) == 500


@pytest.mark.parametrize("key", ["n", "q", "escape"])
async def test_what_is_not_meant_changes_nothing(open_app: Open, pile: Path, key: str) -> None:
    async with open_app(dumps=pile) as desk:
        await desk.press("M", "a", key)

        assert desk.app.screen is desk.main
        assert len(unread(desk)) == 500
        assert desk.main.library.history() == ()


@pytest.mark.parametrize("keymap", ["emacs", "newsboat", "vim"])
async def test_the_question_is_answered_by_the_same_keys_in_every_keymap(
    open_app: Open, pile: Path, keymap: str
) -> None:
    async with open_app(dumps=pile, keymap=keymap) as desk:
        await desk.press("X", "d", "n", "d", "y")

        assert desk.main.status.message == "Marked as done · 500 papers"


async def test_fifty_papers_are_marked_without_a_question(open_app: Open, pile: Path) -> None:
    async with open_app(dumps=pile) as desk:
        await desk.press("5", "0", "d")

        assert desk.app.screen is desk.main
        assert len(unread(desk)) == 450


async def test_a_paper_that_was_just_read_stays_in_the_view_until_it_is_left(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("z", "u", "j", "r", "z", "r", "z", "r")
        stays = desk.titles[1]
        await desk.press("slash")
        await desk.type("heat")
        found = desk.titles
        await desk.press("escape", "escape", "z", "u", "z", "u")

        assert stays == found[0] == "Diffusion of heat in H₂O"
        assert "Diffusion of heat in H₂O" not in desk.titles


async def test_what_is_kept_in_a_view_stays_when_dumps_are_read_again(
    open_app: Open, pile: Path
) -> None:
    async with open_app(dumps=pile) as desk:
        await desk.press("z", "u", "2", "j", "d", "j", "i")
        records = [paper(999, title="A newcomer"), *(paper(n) for n in range(500))]
        pile.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        await desk.press("R")

        assert desk.main.list.count == 501
        assert desk.main.selected is not None
        assert desk.main.selected.title == "Paper number 3 on gliding"


async def test_a_change_in_a_view_keeps_the_place(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("z", "u", "5", "j", "d", "j", "d", "j", "d")

        assert desk.main.list.cursor == 7
        assert desk.main.list.count == 40


async def test_enter_is_no_answer_to_a_question(open_app: Open, pile: Path) -> None:
    async with open_app(dumps=pile) as desk:
        await desk.press("M", "a", "enter")
        asked = "Mark 500 papers as read?" in desk.screen_text()
        await desk.press("n")

        assert asked
        assert len(unread(desk)) == 500
