"""Rows of papers of which only title and abstract are known."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import Open
from tui_reader.library.deeds import Tagging

LONG = "A title that is longer than a row of this list is wide, and goes on below, to its end"
BARE = [
    {"title": LONG, "abstract": "The wind is kind."},
    {"title": "Short", "abstract": "Quiet hills."},
]


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    dump = tmp_path / "bare.jsonl"
    dump.write_text("\n".join(map(json.dumps, BARE)), encoding="utf-8")
    return dump


async def test_a_tag_comes_behind_a_title_that_goes_on_below(open_app: Open, bare: Path) -> None:
    async with open_app(dumps=bare, size=(120, 40)) as desk:
        papers = [desk.main.listed.paper(row) for row in range(2)]
        desk.main.library.do(Tagging(("rag",)), [paper for paper in papers if paper])
        desk.main.list.redraw()
        await desk.settle()
        lines = [desk.main.list.render_line(y).text.strip() for y in range(4)]

        assert lines[1].endswith("to its end  #rag")
        assert lines[3] == "#rag · Quiet hills."


async def test_a_message_that_is_cut_says_so(open_app: Open) -> None:
    async with open_app(size=(60, 24)) as desk:
        desk.main.status.say("word " * 40)
        line = desk.main.status.render_line(0).text.rstrip()

        assert line.endswith("…")
