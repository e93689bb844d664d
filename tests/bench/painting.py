"""Apps that tell when their list was painted: paperread's, and a plain one on FTS5."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tests.bench.fts5 import Fts5
from tests.bench.stage import Stage
from tui_reader.keymaps.loading import load_keymap
from tui_reader.places import Places
from tui_reader.settings import Settings
from tui_reader.ui.app import Outfit, PaperReadApp
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.search_bar import SearchBar
from tui_reader.ui.thin_output import thin

SIZE = (120, 40)


class TimedReader:
    """paperread, noting when a text was asked for and when its answer was painted."""

    def __init__(self, outfit: Outfit) -> None:
        self.app = PaperReadApp(outfit)
        self.asked: dict[str, float] = {}
        self.painted: dict[str, float] = {}
        self.pressed = 0.0
        """When a key was last pressed."""
        self.frames: list[tuple[float, str]] = []
        """What was drawn since, and when."""
        self.app._display = self._display  # type: ignore[method-assign] # to draw without a terminal

    @property
    def main(self) -> MainScreen:
        """The main screen."""
        screens = self.app.screen_stack
        return next(screen for screen in screens if isinstance(screen, MainScreen))

    @property
    def is_open(self) -> bool:
        """Whether the library was opened, its papers are shown, and nothing is left to do."""
        main = self.main
        opened = main.library.marks_known and not main.opening.busy
        return opened and main.list.count > 0 and main.asking.errands.idle

    def note(self, message: Any) -> None:
        """Note a question or a key, by the time it was sent."""
        if isinstance(message, Key):
            self.pressed, self.frames = message.time, []
        if isinstance(message, SearchBar.Asked):
            self.asked.setdefault(message.text, message.time)

    def watch_list(self) -> None:
        """Note when all that an answer changes of the list has been drawn."""
        shown = self.main.list
        show = shown.show

        def show_rows(*arguments: Any, **more: Any) -> None:
            show(*arguments, **more)
            text = self.main.listed.listing.question.query.text
            shown.call_after_refresh(lambda: self.painted.setdefault(text, time.monotonic()))

        shown.show = show_rows  # type: ignore[method-assign] # to see it told

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Make what a terminal would be sent, as it is made where there is one."""
        if renderable is not None:
            frame = thin(renderable.render_segments(self.app.console), erases=True)
            self.frames.append((time.monotonic(), frame))


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

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Make what a terminal would be sent."""
        if renderable is not None:
            renderable.render_segments(self.console)

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
    reader = TimedReader(outfit)
    gc.disable()  # as the command line does it: the app sets aside what is there when it is ready
    async with reader.app.run_test(size=SIZE, message_hook=reader.note) as pilot:
        await pilot.pause()
        await until(lambda: reader.is_open)
        reader.watch_list()
        yield reader, pilot


async def until(holds: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "the app does not get there"
        await asyncio.sleep(0.005)
