"""A library of a few papers, indexed once, and apps on it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest
from textual import _wait
from textual.pilot import Pilot

from tui_reader.annotations.store import AnnotationStore
from tui_reader.keymaps.loading import load_keymap
from tui_reader.library.library import Library
from tui_reader.library.sources import Sources
from tui_reader.places import Places
from tui_reader.settings import Settings
from tui_reader.ui.app import Outfit, PaperReadApp
from tui_reader.ui.main_screen import MainScreen

HOSTILE_TITLES = (
    "[/INST] closes what nobody opened",
    "[@click=app.quit]leave[/] by a click",
    "[draft] A[i] & b[j] with f[x](y)",
    "\x1b]52;c;ZXZpbA==\x07Clipboard \x1b[2Jclean",
    "Right \u202eto left\u202c and \u200bnothing",
    "深度学习 with wide letters 😀",
    "x [/",
    "T" * 2000,
)


def paper(number: int, **fields: object) -> dict[str, object]:
    """A record of a small dump."""
    return {
        "title": f"Paper number {number} on gliding",
        "abstract": f"We glide {number} times over quiet hills. The wind is kind.",
        "authors": ["Ada Glider", f"Bob Hill{number}"],
        "date": f"2024-{number % 12 + 1:02d}-01",
        "url": f"https://example.org/{number}",
    } | fields


PAPERS = [
    paper(0, title="Walking robots", abstract="Robots walk. " * 40 + "A diffusion of steps."),
    paper(1, title="Diffusion of heat in H$_2$O", abstract="Heat diffuses. Diffusion is slow."),
    paper(2, title='Schr\\"odinger bridges', venue="Bridge Conf"),
    *(paper(number) for number in range(3, 40)),
]


@dataclass
class Desk:
    """An app under test with what stands around it."""

    pilot: Pilot[None]
    app: PaperReadApp
    annotations: Path

    @property
    def main(self) -> MainScreen:
        """The main screen, also beneath a page."""
        return next(s for s in self.app.screen_stack if isinstance(s, MainScreen))

    @property
    def titles(self) -> list[str]:
        """Titles listed, from the first row."""
        return [self.main.listed.row(row).title for row in range(self.main.list.count)]

    async def press(self, *keys: str) -> None:
        """Press keys and wait until everything they started is over."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type text and wait for the answer."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait for the search that is to be asked, and for all workers."""
        for _ in range(2000):
            await self.pilot.pause()
            main = self.main
            beside = (
                main.asking.errands,
                main.saver.errands,
                main.opening.errands,
                *(side.errands for side in main.sides.all),
                main.export_commands.errands,
            )
            busy = not (
                all(errands.idle for errands in beside)
                and main.search_commands.idle
                and main.acting.idle
            )
            if not (main.bar.is_waiting or busy or len(self.app.workers)):
                await self.pilot.pause()
                return
            await self.app.workers.wait_for_complete()
            await asyncio.sleep(0.01 * busy)  # their threads want the time
        raise AssertionError("the app does not come to rest")

    def screen_text(self) -> str:
        """What is on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)


class Browser:
    """Opens nothing, and remembers what it was asked to open."""

    opened: ClassVar[list[str]] = []

    def open(self, address: str) -> bool:
        """Remember the address."""
        self.opened.append(address)
        return True


Open = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look four times as often whether an app is idle; `settle` waits for all that is ours."""
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.005)  # seconds
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.0005)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dump, and a cache that keeps its index for all tests."""
    folder = tmp_path_factory.mktemp("shelf")
    dump = "\n".join(json.dumps(record) for record in PAPERS)
    (folder / "gliding.jsonl").write_text(dump, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def hills(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dump whose papers have venues, keywords and years."""
    from tests.ui.hills import RECORDS  # noqa: PLC0415 - it is made of papers of ours

    dump = tmp_path_factory.mktemp("hills") / "hills.jsonl"
    dump.write_text(RECORDS, encoding="utf-8")
    return dump


@pytest.fixture
def open_app(shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens apps on the shelf; they share annotations and last places within a test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(shelf / "cache"))
    monkeypatch.setattr("webbrowser.get", Browser)
    Browser.opened.clear()

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 40),
        dumps: Path | None = None,
        keymap: str | None = None,
        settings: Settings | None = None,
    ) -> AsyncIterator[Desk]:
        settings = settings or replace(Settings(), read_after=60.0)
        sources = Sources((dumps or shelf / "gliding.jsonl",), "named")
        state, file = tmp_path / "state", tmp_path / "annotations.yaml"
        outfit = Outfit(
            Library(sources, AnnotationStore(file, state)),
            load_keymap(keymap, personal_dir=tmp_path),
            settings,
            Places(state / "places.json", sources.paths),
            state,
        )
        app = PaperReadApp(outfit)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            desk = Desk(pilot, app, file)
            await desk.settle()
            yield desk

    return opened
