"""While an answer takes its time, that is said; what is listed answers an earlier question."""

import threading

import pytest

from tests.ui.conftest import Open
from tui_reader.library.listing import Listing, Question


async def test_it_is_said_until_the_answer_is_there(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as desk:
        go_on = threading.Event()
        search = desk.main.library.search

        def slowly(question: Question) -> Listing:
            go_on.wait(20)
            return search(question)

        monkeypatch.setattr(desk.main.library, "search", slowly)
        await desk.press("slash")
        await desk.pilot.press(*"robot")
        try:
            while desk.main.status.message != "Searching":
                await desk.pilot.pause(0.01)
            assert desk.main.list.count == 40
        finally:
            go_on.set()
        await desk.settle()

        assert desk.main.status.message == ""
        assert desk.main.list.count == 1
