"""The start: what is there from the first, and what comes when it is wanted."""

import asyncio
import threading
from pathlib import Path

from tests.ui.conftest import Open
from tui_reader.annotations.store import AnnotationStore
from tui_reader.library.library import Library
from tui_reader.library.sources import Sources
from tui_reader.ui.completion_menu import CompletionMenu
from tui_reader.ui.key_waits import marks_known
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.side_panel import SidePanel


async def test_the_main_screen_is_the_only_one(open_app: Open) -> None:
    async with open_app() as desk:
        assert [type(screen) for screen in desk.app.screen_stack] == [MainScreen]


async def test_the_list_has_the_keyboard_from_the_first(open_app: Open) -> None:
    async with open_app() as desk:
        assert desk.main.focused is desk.main.list


async def test_facets_and_completions_are_made_when_they_are_asked_for(open_app: Open) -> None:
    async with open_app() as desk:
        assert not desk.main.query(SidePanel)
        assert not desk.main.query(CompletionMenu)

        await desk.press("f")
        assert desk.main.query_one(SidePanel).display
        assert desk.main.focused is desk.main.sides.facets.panel


async def test_a_command_on_stars_waits_until_they_were_read(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.yaml", tmp_path / "state")
    library = Library(Sources((tmp_path,), "named"), store)
    waiting = asyncio.create_task(marks_known(library))
    await asyncio.sleep(0)
    assert not waiting.done()

    opening = threading.Thread(target=library.open)
    opening.start()
    await waiting
    assert library.marks_known
    opening.join()
    library.close()
