"""Facets: counts of what is listed, and narrowing the search by choosing one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.conftest import Open
from tests.ui.hills import VENUES, go_to, lines, under_cursor


async def test_a_key_opens_the_panel_with_counts_of_what_is_listed(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")

        assert desk.main.place == "facets"
        assert lines(desk)[:8] == [
            "Year", "▌ 2024 3", "2023 3", "2022 3", "2021 3", "2020 3", "2019 3", "… 4 more",
        ]  # fmt: skip
        assert "[/INST] 6" in lines(desk)
        assert "gliding 15" in lines(desk)
        assert lines(desk)[-5:] == ["hills.jsonl 30", "", "Marks", "unread 30", "with code 20"]


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_choosing_a_value_narrows_the_search_and_choosing_it_again_widens_it(
    open_app: Open, hills: Path, key: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "j", key)
        narrowed, count, seen = desk.main.bar.text, desk.main.list.count, lines(desk)
        await desk.press(key)

        assert (narrowed, count) == ("year:2023", 3)
        assert seen[:2] == ["Year", "▌✓ 2023 3"]
        assert (desk.main.bar.text, desk.main.list.count) == ("", 30)


@pytest.mark.parametrize("value", [name for name in VENUES if name != "ICLR 2024"])
async def test_a_count_is_the_number_of_papers_choosing_it_gives(
    open_app: Open, hills: Path, value: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")
        await go_to(desk, value)
        row = desk.main.sides.facets.panel.current
        await desk.press("enter")

        assert row is not None
        assert (desk.main.list.count, row.count) == (6, "6")


async def test_a_venue_is_a_phrase_and_also_finds_longer_names(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")
        await go_to(desk, "ICLR 2024")
        await desk.press("enter")

        assert desk.main.bar.text == 'venue:"ICLR 2024"'
        assert desk.main.list.count == 12
        assert "▌✓ ICLR 2024 6" in lines(desk)


async def test_several_values_narrow_together(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "enter")
        await go_to(desk, "with code")
        await desk.press("enter")

        assert desk.main.bar.text == "year:2024 has:code"
        assert desk.main.list.count == 2


async def test_the_cursor_stays_on_its_value_while_counts_change(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")
        await go_to(desk, "TMLR")
        await desk.press("enter")
        after = under_cursor(desk)
        await desk.press("enter")

        assert after == under_cursor(desk) == "TMLR"


async def test_the_reader_stays_on_the_paper(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("9", "j")
        before = desk.main.selected
        await desk.press("f", "enter")

        assert before is not None
        assert desk.main.list.count == 3
        assert desk.main.selected == before


async def test_the_counts_follow_the_list(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "slash")
        await desk.type("keyword:gliding")

        assert "✓ gliding 15" in lines(desk)
        assert "with code 10" in lines(desk)
        assert not any(line.startswith("[/INST] 6") for line in lines(desk))


async def test_a_star_is_counted_at_once(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "l", "s")

        assert "starred 1" in lines(desk)


async def test_where_nothing_is_listed_there_is_nothing_to_choose(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("slash")
        await desk.type("zebra")
        await desk.press("enter", "f", "j", "enter", "G")

        assert desk.main.sides.facets.panel.current is None
        assert desk.main.bar.text == "zebra"


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("j",), 1),
        (("k",), 0),
        (("5", "j", "2", "k"), 3),
        (("8", "j"), 8),
        (("G",), -1),
        (("G", "g", "g"), 0),
        (("3", "G"), 2),
        (("ctrl+f",), -1),
        (("ctrl+f", "ctrl+b"), 0),
    ],
)
async def test_keys_move_among_the_values_as_in_the_list(
    open_app: Open, hills: Path, keys: Sequence[str], row: int
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", *keys)
        panel = desk.main.sides.facets.panel
        stops = [each for each in panel._rows if each.is_stop]

        assert panel.current is stops[row]


async def test_half_a_page_is_half_of_what_fits(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills, size=(80, 24)) as desk:
        await desk.press("f", "ctrl+d")
        down = desk.main.sides.facets.panel._stop
        await desk.press("ctrl+u")

        assert down == desk.main.sides.facets.panel.size.height // 2
        assert desk.main.sides.facets.panel._stop == 0


async def test_a_facet_of_many_values_unfolds_and_folds_again(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "6", "j", "enter")
        unfolded = lines(desk)
        await desk.press("enter")

        assert unfolded[7:12] == ["2018 3", "2017 3", "2016 3", "2015 3", "▌ … fewer"]
        assert lines(desk)[7] == "▌ … 4 more"
        assert desk.main.bar.text == ""


async def test_nothing_is_chosen_in_a_panel_that_is_closed(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "escape")
        desk.app.call_command("facet.choose")
        await desk.settle()

        assert desk.main.bar.text == ""


@pytest.mark.parametrize("key", ["escape", "q", "f"])
async def test_one_step_back_closes_the_panel_and_keeps_the_search(
    open_app: Open, hills: Path, key: str
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "enter", key)

        assert desk.main.place == "list"
        assert not desk.main.sides.facets.panel.display
        assert desk.main.bar.text == "year:2024"


async def test_from_the_list_the_search_is_left_first_and_the_panel_then(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "enter", "l", "escape")
        after_one = desk.main.bar.text, desk.main.sides.facets.is_open
        await desk.press("escape")

        assert after_one == ("", True)
        assert not desk.main.sides.facets.is_open
        assert desk.app.is_running


async def test_keys_go_from_pane_to_pane(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        places = []
        for key in ("f", "l", "l", "h", "h", "tab", "tab", "tab", "tab", "shift+tab"):
            await desk.press(key)
            places.append(desk.main.place)

        assert places == [
            "facets", "list", "detail", "list", "facets",
            "list", "detail", "search", "facets", "search",
        ]  # fmt: skip


async def test_the_search_bar_is_one_key_away(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "slash")

        assert desk.main.place == "search"


async def test_nothing_is_counted_while_the_panel_is_closed(
    open_app: Open, hills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dumps=hills) as desk:
        counted: list[object] = []
        monkeypatch.setattr(desk.main.library, "facets", counted.append)
        await desk.press("slash")
        await desk.type("gliding")

        assert counted == []


async def test_only_the_newest_counts_are_shown(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")
        old = desk.main.listed.listing
        before = lines(desk)
        desk.main.sides.facets._hand_over(replace(old), ())

        assert lines(desk) == before


async def test_counts_that_fail_are_told_and_the_app_goes_on(
    open_app: Open, hills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dumps=hills) as desk:

        def failing(listing: object) -> None:
            raise ValueError("no counts")

        monkeypatch.setattr(desk.main.library, "facets", failing)
        await desk.press("f")

        assert "no counts" in desk.main.alerts[-1]
        await desk.press("escape", "j")
        assert desk.main.list.cursor == 1
