"""The shelf: views, reading lists, saved searches and tags beside the list, counted and opened."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.conftest import Open, paper
from tests.ui.keeping import fill, go_to, keep, lines
from tui_reader.library.deeds import Adding, Starring, Tagging
from tui_reader.library.list_deeds import Describing, SavingSearch
from tui_reader.settings import Settings

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
