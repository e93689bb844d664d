"""A dump with venues, keywords and years, for tests of facets, and how to read their panel."""

import json

from tests.ui.conftest import Desk, paper

VENUES = ("ICLR 2024", "ICLR 2024 Workshop", "TMLR", "[/INST]", "深度学习 会议")
RECORDS = "\n".join(
    json.dumps(
        paper(
            number,
            date=f"{2015 + number % 10}-05-01",
            venue=VENUES[number % 5],
            keywords=["gliding", f"hill {number}"] if number % 2 else [],
            code="https://example.org/code" if number % 3 else "",
        )
    )
    for number in range(30)
)


def lines(desk: Desk) -> list[str]:
    """What the panel holds, each line without the spaces around and between."""
    return [" ".join(line.split()) for line in desk.main.sides.facets.panel.text.splitlines()]


def under_cursor(desk: Desk) -> str:
    """The value under the cursor of the panel."""
    row = desk.main.sides.facets.panel.current
    return row.text if row else ""


async def go_to(desk: Desk, value: str) -> None:
    """Go down to a value."""
    await desk.press("g", "g")
    while under_cursor(desk) != value:
        before = under_cursor(desk)
        await desk.press("j")
        assert under_cursor(desk) != before, f"{value} is not in the panel"
