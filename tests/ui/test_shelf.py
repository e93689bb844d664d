"""The shelf: views, reading lists, saved searches and tags beside the list, counted and opened."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.conftest import Desk, Open, paper
from tests.ui.keeping import chosen, fill, go_to, keep, lines, open_row, under_cursor
from tui_reader.library.deeds import Adding, Removing, Starring, Tagging
from tui_reader.library.list_deeds import Describing, Dropping, Renaming, SavingSearch
from tui_reader.settings import Settings


def status(desk: Desk) -> str:
    """The line that says where the reader is, without its blanks."""
    return " ".join(desk.screen_text().splitlines()[-2].split())


# What it shows


async def test_a_key_opens_the_shelf_with_counts_of_what_is_kept(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L")

        assert desk.main.place == "shelf"
        assert lines(desk) == [
            "▌✓ All papers 30", "Unread 29", "To read 0", "Reading 1", "Starred 1", "",
            "Lists", "later 0", "train 3", "",
            "Searches", "code 20", "odd ?", "",
            "Tags", "rag 3", "survey 1",
        ]  # fmt: skip


async def test_where_nothing_is_kept_it_says_how_to_begin(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L")

        assert lines(desk)[4:] == ["", "Lists", "a begins one", "", "Searches", "B saves one"]


@pytest.mark.parametrize("name", ["train", "rag", "code", "Reading", "Starred"])
async def test_a_count_is_the_number_of_papers_opening_gives(
    open_app: Open, hills: Path, name: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, name)
        row = desk.main.sides.shelf.current
        await desk.press("enter")

        assert row is not None
        assert row.count == str(desk.main.list.count)


async def test_papers_of_other_libraries_are_not_counted(
    open_app: Open, hills: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"title": "Another thing", "abstract": "Apart."}))
    async with open_app(dumps=hills) as desk:
        await keep(desk, Adding("train"), 0, 1)
        desk.app.keep_everything()
    async with open_app(dumps=other) as desk:
        await desk.press("L")

        assert "train 0" in lines(desk)


async def test_a_list_says_which_of_its_papers_are_not_here(open_app: Open, hills: Path) -> None:
    async with open_app() as desk:
        await keep(desk, Adding("train"), 0, 1)
        await keep(desk, Adding("both"), 2)
        await keep(desk, Describing("train", "for the way"))
        desk.app.keep_everything()
    async with open_app(dumps=hills) as desk:
        await keep(desk, Adding("both"), 0)
        await go_to(desk, "both")
        of_both = desk.main.status.message
        await desk.press("j")
        of_train = desk.main.status.message
        await desk.press("enter")
        seen = " ".join(desk.screen_text().split())

        assert of_both == "2 papers, 1 in these dumps"
        assert of_train == "for the way · 2 papers, none of them in these dumps"
        assert "The 2 papers of train are in none of these dumps" in seen


async def test_a_search_counts_what_the_newest_list_brought(open_app: Open, tmp_path: Path) -> None:
    folder = tmp_path / "dumps"
    folder.mkdir()
    for day, numbers in (("2024-05-01", range(9)), ("2024-05-02", range(9, 12))):
        text = "\n".join(json.dumps(paper(number)) for number in numbers)
        (folder / f"{day}.jsonl").write_text(text, encoding="utf-8")
    async with open_app(dumps=folder) as desk:
        await keep(desk, SavingSearch("wind", "wind"))
        await keep(desk, SavingSearch("early", "title:3"))
        await desk.press("L")

        assert "wind +3 12" in lines(desk)
        assert "early 1" in lines(desk)


async def test_counts_follow_what_is_done(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L", "l", "s", "j", "t")

        assert {"Starred 1", "To read 1", "Unread 29"} <= set(lines(desk))


async def test_many_tags_are_folded(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await keep(desk, Tagging(tuple(f"t{number:02}" for number in range(20))), 0)
        await desk.press("L", "G")
        folded = lines(desk)
        await desk.press("enter")

        assert folded[-2:] == ["t11 1", "▌ … 8 more"]
        assert lines(desk)[-2:] == ["t19 1", "▌ … fewer"]
        assert desk.main.place == "shelf"


async def test_going_to_a_row_says_what_it_is_for(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await go_to(desk, "later")
        of_list = desk.main.status.message
        await desk.press("j")
        of_another = desk.main.status.message
        await desk.press("j")

        assert [of_list, of_another] == ["when there is time", ""]
        assert desk.main.status.message == "has:code"


async def test_nothing_is_counted_while_it_is_closed(
    open_app: Open, hills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dumps=hills) as desk:
        counted: list[object] = []
        monkeypatch.setattr(desk.main.library, "kept", lambda: counted.append(1))
        await desk.press("s", "slash")
        await desk.type("gliding")

        assert counted == []


async def test_a_search_typed_beside_it_counts_nothing_anew(
    open_app: Open, hills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("L", "slash")
        counted: list[object] = []
        monkeypatch.setattr(desk.main.library, "kept", lambda: counted.append(1))
        await desk.type("gliding")

        assert desk.main.listed.listing.question.query.text == "gliding"
        assert counted == []


async def test_only_the_newest_counts_are_shown(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L")
        shelf, before = desk.main.sides.shelf, lines(desk)
        old = shelf._shelf
        assert old
        await keep(desk, Starring(on=True), 8)
        shelf._hand_over(object(), old)

        assert [*before[:4], "Starred 2", *before[5:]] == lines(desk)


async def test_counts_that_fail_are_told_and_the_app_goes_on(
    open_app: Open, hills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dumps=hills) as desk:

        def failing() -> None:
            raise ValueError("no counts")

        monkeypatch.setattr(desk.main.library, "kept", failing)
        await desk.press("L")

        assert "no counts" in desk.main.alerts[-1]
        await desk.press("escape", "j")
        assert desk.main.list.cursor == 1


async def test_of_facets_and_shelf_one_is_open(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        open_sides = []
        for key in ("f", "L", "f", "f", "L", "L"):
            await desk.press(key)
            open_sides.append(desk.main.sides.open and desk.main.sides.open.place)

        assert open_sides == ["facets", "shelf", "facets", None, "shelf", None]


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24), (40, 12)])
async def test_it_stands_left_of_the_list_and_nothing_overlaps(
    open_app: Open, hills: Path, size: tuple[int, int]
) -> None:
    async with open_app(dumps=hills, size=size) as desk:
        await desk.press("L")
        main = desk.main
        panes = [pane.region for pane in (main.sides.shelf.panel, main.list, main.detail)]

        assert panes[0].x == 0
        assert panes[0].right == panes[1].x <= panes[2].x
        assert max(pane.right for pane in panes) == size[0]
        assert not any(one.overlaps(other) for one in panes for other in panes if one is not other)


async def test_in_ascii_it_is_ascii(open_app: Open, hills: Path) -> None:
    plain = replace(Settings(), ascii=True, read_after=60.0)
    async with open_app(dumps=hills, settings=plain) as desk:
        await fill(desk)
        await desk.press("L")
        width = desk.main.sides.shelf.panel.region.width
        shown = "".join(line[:width] for line in desk.screen_text().splitlines()[1:-2])

        assert ">x All papers" in shown
        assert shown.isascii()


# Opening


async def test_a_list_is_opened_in_its_own_order_with_the_keyboard_in_it(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        titles = [desk.titles[row] for row in (4, 2, 0)]
        await open_row(desk, "train")

        assert desk.titles == titles
        assert (desk.main.place, desk.main.list.cursor) == ("list", 0)
        assert status(desk).startswith("1 / 3 of 30 in train")
        assert chosen(desk) == ["train"]


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_one_step_back_from_a_list_shows_all_papers_and_keeps_the_shelf(
    open_app: Open, hills: Path, key: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("9", "j")
        there = desk.main.selected
        await open_row(desk, "train")
        await desk.press(key)

        assert desk.main.list.count == 30
        assert desk.main.selected == there
        assert chosen(desk) == ["All papers"]


async def test_a_list_is_opened_again_on_the_paper_where_it_was_left(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await desk.press("j")
        left = desk.main.selected
        await desk.press("q", "G")
        await open_row(desk, "train")

        assert desk.main.selected == left


async def test_an_opened_list_is_searched_and_sorted_as_any_other(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        titles = [desk.titles[row] for row in (4, 2, 0)]
        await open_row(desk, "train")
        await desk.press("z", "r")
        turned = desk.titles
        await desk.press("slash")
        await desk.type("has:code")

        assert turned == titles[::-1]
        assert desk.main.list.count == 2
        assert desk.main.question.reading_list == "train"
        await desk.press("escape", "enter", "q")
        assert desk.main.list.count == 30


async def test_what_is_open_is_open_again_in_the_next_run(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await desk.press("j")
        paper_there = desk.main.selected
        desk.app.keep_everything()
    async with open_app(dumps=hills) as desk:
        assert desk.main.list.count == 3
        assert desk.main.selected == paper_there


async def test_a_saved_search_goes_into_the_bar(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await open_row(desk, "code")

        assert desk.main.bar.text == "has:code"
        assert desk.main.list.count == 20
        assert chosen(desk) == ["code"]


async def test_a_saved_search_that_is_not_understood_says_why(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "odd")

        assert desk.main.bar.text == "venue:"
        assert "venue" in desk.screen_text().splitlines()[1]


async def test_a_tag_is_a_query(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "rag")

        assert desk.main.bar.text == "tag:rag"
        assert chosen(desk) == ["rag"]
        await desk.press("q")
        assert chosen(desk) == ["All papers"]


async def test_a_view_takes_the_place_of_the_search(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "code")
        await open_row(desk, "Starred")

        assert (desk.main.bar.text, desk.main.question.view) == ("", "starred")
        assert chosen(desk) == ["Starred"]


async def test_a_click_opens(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L")
        await desk.pilot.click("#shelf", offset=(8, 1 + lines(desk).index("train 3")))
        await desk.settle()

        assert desk.main.question.reading_list == "train"


async def test_the_cursor_begins_at_what_is_open(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await desk.press("f", "L")

        assert under_cursor(desk) == "train"


# A list that changes or ends while it is open


async def test_an_open_list_without_papers_says_how_to_add_one(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await keep(desk, Describing("train"))
        await keep(desk, Adding("train"), 0)
        await open_row(desk, "train")
        await keep(desk, Removing("train"), 0)
        seen = " ".join(desk.screen_text().split())

        assert desk.main.question.reading_list == "train"
        assert desk.main.list.count == 0
        assert "No paper is in the list train yet" in seen
        assert "q goes back to all papers; there a adds a paper" in seen


async def test_an_open_list_that_is_renamed_stays_open(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await desk.press("j")
        there = desk.main.selected
        await keep(desk, Renaming("train", "metro"))
        after = desk.main.question.reading_list, desk.main.selected
        await desk.press("u")

        assert after == ("metro", there)
        assert desk.main.question.reading_list == "train"
        assert desk.main.list.count == 3


async def test_an_open_list_that_is_given_up_is_left(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        await keep(desk, Dropping("train"))

        assert desk.main.question.reading_list == ""
        assert desk.main.list.count == 30
        assert chosen(desk) == ["All papers"]


async def test_a_list_given_up_between_two_runs_is_left(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await open_row(desk, "train")
        desk.app.keep_everything()
    text = desk.annotations.read_text(encoding="utf-8")
    desk.annotations.write_text(text.replace("train", "metro"), encoding="utf-8")
    async with open_app(dumps=hills) as desk:
        assert desk.main.list.count == 30


async def test_a_list_that_came_into_the_file_meanwhile_is_shown(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await fill(desk)
        await desk.press("L")
        desk.main.saver.save_now()
        await desk.settle()
        text = desk.annotations.read_text(encoding="utf-8")
        desk.annotations.write_text(text.replace("later", "some day"), encoding="utf-8")
        desk.main.saver._look()
        await desk.settle()

        assert "some day 0" in lines(desk)
