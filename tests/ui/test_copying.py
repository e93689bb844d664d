"""The paper under the cursor goes to the clipboard in the form that is wanted."""

import pytest

from tests.ui.conftest import Open


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
