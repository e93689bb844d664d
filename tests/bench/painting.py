"""Apps that tell when their list was painted: paperread's, and a plain one on FTS5."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, OptionList

from tests.bench.fts5 import Fts5
from tests.bench.stage import Stage
from tui_reader.keymaps.loading import load_keymap
from tui_reader.places import Places
from tui_reader.settings import Settings
from tui_reader.ui import app as app_module
from tui_reader.ui.app import Outfit, PaperReadApp
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.search_bar import SearchBar

SIZE = (120, 40)


class TimedReader(PaperReadApp):
    """paperread, noting when a text was asked for and when its answer was painted."""

    CSS_PATH = str(Path(app_module.__file__).parent / PaperReadApp.CSS_PATH)

    def __init__(self, outfit: Outfit) -> None:
        super().__init__(outfit)
        self.asked: dict[str, float] = {}
        self.painted: dict[str, float] = {}

    @property
    def main(self) -> MainScreen:
        """The main screen."""
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    def note(self, message: Any) -> None:
        """Note a question, by the time it was sent."""
        if isinstance(message, SearchBar.Asked):
            self.asked.setdefault(message.text, message.time)

    def watch_list(self) -> None:
        """Note which answer the list draws."""
        shown = self.main.list
        render = shown.render_lines

        def render_lines(crop: Any) -> list[Strip]:
            lines = render(crop)
            text = self.main.listed.listing.question.query.text
            # Painted when what is drawn now has been written out.
            if text in self.asked:
                self.call_later(lambda: self.painted.setdefault(text, time.monotonic()))
            return lines

        shown.render_lines = render_lines  # type: ignore[method-assign] # to see it draw


class PlainReader(App[None]):
    """What a plain app does: a line, FTS5 asked at every letter, fifty titles in a list."""

    def __init__(self, base: Fts5) -> None:
        super().__init__()
        self._base = base
        self.painted: dict[str, float] = {}
        self.asked: dict[str, float] = {}

    def compose(self) -> ComposeResult:
        """A line and a list."""
        yield Input()
        yield OptionList(markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask and show."""
        self.asked.setdefault(event.value, event.time)
        words = [f'"{word}"' for word in event.value.split()]
        titles = self._base.titles(" ".join(words) + "*") if words else []
        shown = self.query_one(OptionList)
        shown.clear_options()
        shown.add_options(titles)
        self.call_after_refresh(self._painted, event.value)

    def _painted(self, text: str) -> None:
        self.painted.setdefault(text, time.monotonic())


@asynccontextmanager
async def reader_on(stage: Stage) -> AsyncIterator[tuple[TimedReader, Pilot[None]]]:
    """paperread on a stage's papers, with its list shown."""
    stage.build_ours()
    state = stage.home / "app"
    outfit = Outfit(
        stage.closed_library(),
        load_keymap(None, personal_dir=state),
        Settings(),
        Places(state / "places.json", stage.sources.paths),
        state,
    )
    app = TimedReader(outfit)
    async with app.run_test(size=SIZE, message_hook=app.note) as pilot:
        await pilot.pause()
        await until(lambda: app.main.list.count)
        app.watch_list()
        yield app, pilot


async def until(holds: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "the app does not get there"
        await asyncio.sleep(0.005)
