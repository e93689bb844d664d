"""The app: theme, keys, first screen, and leaving in good order."""

import asyncio
import os
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, cast

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.geometry import Size
from textual.theme import BUILTIN_THEMES, Theme
from textual.widget import AwaitMount

from tui_reader.commands import Place, command
from tui_reader.errors import PaperReadError, Problem
from tui_reader.keymaps.keymap import TYPED, Keymap, is_typed
from tui_reader.keys import Match
from tui_reader.library.library import Library
from tui_reader.places import Places
from tui_reader.settings import Settings
from tui_reader.ui.glyphs import FINE, PLAIN
from tui_reader.ui.help_page import help_page
from tui_reader.ui.key_line import hints
from tui_reader.ui.key_router import KeyRouter
from tui_reader.ui.lifetime import on_signals, watch_terminal
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.note_editor import NoteEditor
from tui_reader.ui.page_screen import PageScreen
from tui_reader.ui.palette import CommandProvider
from tui_reader.ui.thin_output import thin_driver

SIZE_CHECKED = 1.0
"""Seconds between two looks at the terminal's size."""
LETTERS_WAIT = 1.0
"""Seconds a command waits at most for letters typed before it."""


@dataclass(frozen=True)
class Outfit:
    """Everything the app is given to work with."""

    library: Library
    keymap: Keymap
    settings: Settings
    places: Places
    state_dir: Path
    """Where a crash is noted and notes are handed to an editor."""
    problems: Sequence[Problem] = ()
    """What was wrong with settings and keymap."""
    theme: str = ""
    """The theme asked for at this start, if one was."""


class PaperReadApp(App[None], inherit_bindings=False):
    """paperread on the screen."""

    TITLE = "paperread"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type[CommandProvider]]] = {CommandProvider}  # type: ignore[assignment] # Textual allows callables, too
    COMMAND_PALETTE_BINDING = "unbound"

    def __init__(self, outfit: Outfit) -> None:
        super().__init__()
        self.outfit = outfit
        self.animation_level = "none"
        self.router = KeyRouter(outfit.keymap)
        self.crash = ""
        """What ended the app, if something did, in words."""
        self._keeping = threading.Lock()
        self._kept = False
        self._pressed = ""
        self._escaped = False

    def get_driver_class(self) -> type[Driver]:
        """Whatever speaks to this system's terminals, in fewer bytes."""
        return thin_driver(super().get_driver_class())

    @property
    def keymap_in_force(self) -> Keymap:
        """The keys that work now."""
        return self.router.keymap

    def on_load(self) -> None:
        """Listen to signals before the terminal is taken over."""
        if not self.is_headless:
            on_signals(self.leave)

    def on_mount(self) -> None:
        """Take the theme, look after the terminal, show the main screen."""
        settings = self.outfit.settings
        self.set_class(settings.ascii, "-ascii")
        chosen = self.outfit.theme or self.outfit.places.chosen_theme(settings.theme)
        self._choose_theme(chosen)
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if not self.is_headless:
            watch_terminal(self.keep_everything)
            self.set_interval(SIZE_CHECKED, self._check_size)
        self.push_screen(MainScreen(self.outfit))

    def _choose_theme(self, name: str) -> None:
        if name in BUILTIN_THEMES:
            self.theme = name
        else:
            self.notify(f"There is no theme {name!r}; the palette lists them", markup=False)

    def _check_size(self) -> None:
        """Take on the terminal's size where a storm of changes left the screen with another."""
        with suppress(OSError, AttributeError, ValueError):
            size = Size(*os.get_terminal_size(sys.__stderr__.fileno()))  # type: ignore[union-attr] # without one there is no app
            if size.area and size != self.screen.size:
                self.screen.post_message(events.Resize(size, size))
                self.call_later(self.action_app_redraw)

    def _keep_theme(self, theme: Theme) -> None:
        self.outfit.places.choose_theme(theme.name, self.outfit.settings.theme)

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Keys of the keymap go to their commands; all others take Textual's way."""
        ours = isinstance(event, events.Key) and not event.is_forwarded
        if ours and await self._take(cast(events.Key, event)):
            return
        await super().on_event(event)

    @property
    def place(self) -> Place | None:
        """What has the keyboard; None where keys are not ours, as in the palette."""
        return getattr(self.screen, "place", None)

    async def _take(self, event: events.Key) -> bool:
        place = self.place
        if place is None:
            return await self._leave_palette(event.key)
        if getattr(self.screen, "takes_digits", False) and event.key.isdecimal():
            return False
        outcome = self.router.press(event.key, place)
        if isinstance(self.screen, MainScreen):
            self.screen.show_pending(str(self.router.pending))
        if isinstance(outcome, Match):
            self._escaped &= event.key == "escape"
            self._pressed = event.key
            if isinstance(self.screen, MainScreen):
                self.screen.status.silence()
            if place in TYPED:
                await self._typed_before()
            called = self.call_command(outcome.command, outcome.count)
            if isinstance(called, AwaitMount | AwaitComplete):
                await called  # the next key is for the page that opens or is left
            return True
        if not outcome and event.key == "ctrl+c":
            self._say_how_to_leave()
        return outcome

    async def _leave_palette(self, key: str) -> bool:
        """The keys that step back close the palette, too, unless they are typed in it."""
        screen = self.screen
        stepping = self.keymap_in_force.keys["view.back"]
        if not isinstance(screen, CommandPalette) or key not in stepping or is_typed(key, "search"):
            return False
        await screen.dismiss()
        return True

    async def _typed_before(self) -> None:
        """Wait until the text that has the keyboard has taken in the letters before this key."""
        taken_in = asyncio.Event()
        if self.focused is not None and self.focused.call_later(taken_in.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(taken_in.wait(), LETTERS_WAIT)

    def call_command(self, command_id: str, count: int | None = None) -> object:
        """Call a command on what has the keyboard, else the screen, else the app.

        Returns what the command gave: something to wait for where a page opens or is left.
        """
        name = f"action_{command(command_id).action}"
        more = self.screen.targets if isinstance(self.screen, MainScreen) else ()
        for target in (self.screen.focused, *more, self.screen, self):
            action = getattr(target, name, None)
            if action is not None:
                return action(count)
        return None

    def step_out(self) -> None:
        """Leave from the top; by Escape, which one presses to be sure, only when pressed twice."""
        if self._pressed != "escape" or self._escaped:
            self.leave(0)
            return
        self._escaped = True
        if isinstance(self.screen, MainScreen):
            key = self.keymap_in_force.short("app.quit", "list")
            self.screen.status.say(f"Escape once more leaves the program, and so does {key}")

    def _say_how_to_leave(self) -> None:
        keymap = self.keymap_in_force
        if self.place == "note":
            save, cancel = keymap.short("note.save"), keymap.short("note.cancel")
            said = f"{save} keeps the note, {cancel} does not"
        else:
            key = keymap.short("app.quit", self.place) or keymap.short("view.back", self.place)
            said = f"{key} leaves the program"
        self.notify(said, markup=False)

    # Commands

    def action_app_quit(self, count: int | None = None) -> None:
        """Save and leave."""
        self.leave(0)

    def action_app_help(self, count: int | None = None) -> AwaitMount:
        """Show every key in force."""
        keymap, glyphs = self.keymap_in_force, PLAIN if self.outfit.settings.ascii else FINE
        page = PageScreen("Keys and queries", help_page(keymap, glyphs), hints(keymap, "page"))
        return self.push_screen(page)

    def action_app_palette(self, count: int | None = None) -> AwaitMount:
        """Find a command by its name."""
        return self.push_screen(CommandPalette())

    def action_app_theme(self, count: int | None = None) -> None:
        """Choose the colours."""
        self.search_themes()

    def action_app_redraw(self, count: int | None = None) -> None:
        """Draw everything anew."""
        self.refresh(layout=True)
        self.screen.refresh(layout=True)

    # Leaving

    def leave(self, status: int) -> None:
        """Save what the reader wrote and where they were, then go."""
        self.keep_everything()
        self.exit(return_code=status)

    def keep_everything(self) -> None:
        """Save what the reader wrote, a note still on its page included, and where they were.

        Whoever comes second waits until the first is done: a lost terminal ends the program next.
        """
        with self._keeping:
            if self._kept:
                return
            self._kept = True
            screens = [screen for screen in self.screen_stack if isinstance(screen, MainScreen)]
            for page in self.screen_stack:
                with suppress(NoMatches, PaperReadError):  # a page not composed holds nothing yet
                    if isinstance(page, NoteEditor) and page.is_changed:
                        screens[0].paper_commands.keep_draft(page.text)
            self.outfit.library.close()
            for screen in screens:
                with suppress(NoMatches):  # a screen that was never composed has no place
                    self.outfit.places.save(screen.place_now)

    def on_app_blur(self) -> None:
        """The reader looks elsewhere, perhaps at the file: it shall be up to date."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.saver.save_now()

    def _handle_exception(self, error: Exception) -> None:
        """Save first, note the crash in a file, and leave without a wall of text."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.crash = type(error).__name__
        text = "".join(traceback.format_exception(error))
        try:
            self.outfit.state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = self.outfit.state_dir / f"crash-{time.strftime('%Y%m%dT%H%M%S')}.log"
            file.write_text(text, encoding="utf-8")
            self.crash += f", {file} says where"
        except OSError:
            pass  # the crash is told on the last line all the same
        self.leave(1)
