"""What is selected, else the paper under the cursor, goes to the clipboard in the wanted form."""

import pytest

from tests.ui.conftest import Open
from tui_reader.ui import outgoing


@pytest.mark.parametrize(
    ("key", "begins", "has"),
    [
        ("b", "@", "Walking robots"),
        ("m", "[Walking robots](<https://example.org/0>)", ""),
        ("c", "Ada Glider, Bob Hill0. Walking robots.", "https://example.org/0"),
    ],
)
async def test_as_bibtex_as_a_link_or_as_a_citation(
    open_app: Open, key: str, begins: str, has: str
) -> None:
    async with open_app() as desk:
        await desk.press("y", key)

        assert desk.app.clipboard.startswith(begins)
        assert has in desk.app.clipboard
        assert "\n" not in desk.main.status.message
        assert desk.main.status.message.startswith("Sent to the clipboard: ")


@pytest.mark.parametrize(
    ("key", "line", "told"),
    [
        ("t", "Walking robots", "2 titles"),
        ("u", "https://example.org/0", "2 addresses"),
        ("m", "[Walking robots](<https://example.org/0>)", "2 links"),
        ("c", "Ada Glider, Bob Hill0. Walking robots. 2024. https://example.org/0", "2 citations"),
    ],
)
async def test_of_several_papers_each_has_a_line(
    open_app: Open, key: str, line: str, told: str
) -> None:
    async with open_app() as desk:
        await desk.press("x", "j", "x", "G", "y", key)
        copied = desk.app.clipboard.splitlines()

        assert len(copied) == 2
        assert copied[0] == line
        assert desk.main.status.message == f"Sent to the clipboard: {told}"


async def test_of_several_papers_all_entries_are_joined(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "y", "b")

        assert desk.app.clipboard.count("\n@") == 2
        assert desk.app.clipboard.count("\n}\n") == 3
        assert desk.main.status.message == "Sent to the clipboard: 3 entries"


async def test_more_than_a_terminal_takes_is_refused(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "LARGEST", 200)
    async with open_app() as desk:
        await desk.press("y", "i", "X", "y", "i")

        assert desk.app.clipboard.count("title:") == 1
        assert "too much for the clipboard" in desk.main.status.message
