"""A list that is suddenly shorter is drawn, wherever the reader was in the longer one."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import Open, paper


@pytest.mark.parametrize("papers", [10, 15, 25])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_from_the_end_of_a_long_list(
    open_app: Open, tmp_path: Path, papers: int, size: tuple[int, int]
) -> None:
    marked = [paper(number, title=f"Wanted {number}") for number in range(papers)]
    others = [paper(number) for number in range(papers, 400)]
    dump = tmp_path / "long.jsonl"
    dump.write_text("\n".join(map(json.dumps, marked + others)), encoding="utf-8")
    async with open_app(dumps=dump, size=size) as desk:
        await desk.press("G", "slash")
        await desk.type("wanted")

        assert desk.main.list.count == papers
        assert "Wanted 0" in desk.screen_text()
