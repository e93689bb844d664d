"""The panel of facets on the screen: where it stands, what it draws."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.strip import Strip

from tests.ui.conftest import Open
from tui_reader.settings import Settings
from tui_reader.ui.panel_lines import PanelRow
from tui_reader.ui.side_panel import SidePanel


def lines_drawn(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The lines of the panel that are drawn from here on."""
    drawn: set[int] = set()
    draw = SidePanel.line

    def noted(panel: SidePanel, line: int) -> Strip:
        drawn.add(line)
        return draw(panel, line)

    monkeypatch.setattr(SidePanel, "line", noted)
    return drawn


async def test_the_panel_stands_left_of_the_list_and_nothing_overlaps(
    open_app: Open, hills: Path
) -> None:
    for size in ((200, 60), (120, 40), (100, 30), (80, 24), (60, 20), (40, 12)):
        async with open_app(dumps=hills, size=size) as desk:
            await desk.press("f")
            panel, rows, detail = (
                widget.region
                for widget in (desk.main.sides.facets.panel, desk.main.list, desk.main.detail)
            )

            assert panel.x == 0
            assert panel.right == rows.x <= detail.x
            assert not any(
                one.overlaps(other)
                for one, other in ((panel, rows), (panel, detail), (rows, detail))
            )
            assert max(rows.right, detail.right) == size[0]


async def test_on_a_wide_screen_the_panel_is_narrow_and_list_and_paper_have_the_rest(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills, size=(200, 60)) as desk:
        await desk.press("f")

        assert 24 <= desk.main.sides.facets.panel.region.width <= 30
        assert desk.main.detail.region.y == desk.main.list.region.y


async def test_reading_over_the_full_width_hides_the_panel_and_leaving_brings_it_back(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f", "l", "enter")
        full = desk.main.detail.region
        await desk.press("q")

        assert full == Region(0, 1, 120, 37)
        assert desk.main.sides.facets.panel.display


async def test_every_line_is_as_wide_as_the_panel(open_app: Open, hills: Path) -> None:
    names = ("深度学习 😀 " * 9, "ﬁ é" * 50, "", "[@click=app.quit]x[/]", "a")
    async with open_app(dumps=hills) as desk:
        await desk.press("f")
        panel = desk.main.sides.facets.panel
        panel.show(
            tuple(
                PanelRow("value", "venue", name, f"{10**place}", name, place == 1, share=place / 4)
                for place, name in enumerate(names)
            )
        )
        await desk.settle()
        widths = {panel.render_line(y).cell_length for y in range(7)}

        assert widths == {panel.scrollable_content_region.width}
        assert "[@click=ap…x[/]" in panel.text


async def test_of_many_values_only_those_on_the_screen_are_drawn(
    open_app: Open, hills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")
        drawn = lines_drawn(monkeypatch)
        panel = desk.main.sides.facets.panel
        panel.show(tuple(PanelRow("value", "venue", f"v{n}", "1", f"{n}") for n in range(9999)))
        await desk.press("G")

        assert len(drawn) < 100
        assert "v9998" in desk.screen_text()


async def test_a_step_draws_two_lines(
    open_app: Open, hills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")
        drawn = lines_drawn(monkeypatch)
        await desk.press("j")

        assert drawn == {1, 2}


async def test_the_first_value_of_a_facet_is_shown_with_its_heading(
    open_app: Open, hills: Path
) -> None:
    async with open_app(dumps=hills, size=(80, 24)) as desk:
        await desk.press("f", "G", "g", "g")

        assert desk.main.sides.facets.panel.scroll_offset.y == 0


async def test_a_click_chooses(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")
        await desk.pilot.click(SidePanel, offset=(8, 3))
        await desk.settle()

        assert desk.main.bar.text == "year:2023"


async def test_in_ascii_the_panel_is_ascii(open_app: Open, hills: Path) -> None:
    plain = replace(Settings(), ascii=True, read_after=60.0)
    async with open_app(dumps=hills, settings=plain) as desk:
        await desk.press("f", "enter")
        width = desk.main.sides.facets.panel.region.width
        shown = "".join(line[:width] for line in desk.screen_text().splitlines()[1:-2])

        assert ">x 2024" in shown
        assert shown.replace("深度学习 会议", "").isascii()


async def test_the_footer_says_how_to_choose(open_app: Open, hills: Path) -> None:
    async with open_app(dumps=hills) as desk:
        await desk.press("f")

        assert "Choose" in desk.screen_text().splitlines()[-1]
