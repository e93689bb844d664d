"""Reading the dumps again, or sorting what sorts itself, says what came of it."""

import json
from pathlib import Path

from tests.ui.conftest import Open, paper


async def test_new_papers_are_counted(open_app: Open, tmp_path: Path) -> None:
    folder = tmp_path / "dumps"
    folder.mkdir()
    old = "\n".join(json.dumps(paper(number)) for number in range(30))
    (folder / "a.jsonl").write_text(old, encoding="utf-8")
    async with open_app(dumps=folder) as desk:
        (folder / "b.jsonl").write_text(json.dumps(paper(77)), encoding="utf-8")
        await desk.press("R")

        assert desk.main.status.message == "1 new paper"
        assert desk.main.list.count == 31


async def test_where_nothing_came_that_is_said(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("R")

        assert desk.main.status.message == "The dumps are as they were"


async def test_an_order_in_the_search_is_not_overruled_in_silence(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("gliding sort:title")
        before = desk.titles
        await desk.press("enter", "z", "s")

        assert "sorts, by title" in desk.main.status.message
        assert desk.titles == before
