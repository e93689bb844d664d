"""The app: theme, keys, first screen, and leaving in good order."""

import gc
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

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
from tui_reader.later import LaterModule
from tui_reader.library.library import Library
from tui_reader.places import Places
from tui_reader.settings import Settings
from tui_reader.ui import answering, key_waits
from tui_reader.ui.glyphs import FINE, PLAIN
from tui_reader.ui.key_line import hints
from tui_reader.ui.lifetime import on_signals, watch_terminal
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.palette import CommandProvider
from tui_reader.ui.thin_output import thin_driver

if TYPE_CHECKING:
    from tui_reader.ui import crash_note, help_page, key_router, leaving, note_editor, page_screen
else:
    # Nothing of this is needed before the first key.
    crash_note = LaterModule("tui_reader.ui.crash_note")
    help_page = LaterModule("tui_reader.ui.help_page")
    key_router = LaterModule("tui_reader.ui.key_router")
    leaving = LaterModule("tui_reader.ui.leaving")
    note_editor = LaterModule("tui_reader.ui.note_editor")
    page_screen = LaterModule("tui_reader.ui.page_screen")

PANELS = Path(__file__).with_name("panels.tcss")
"""How everything looks that is not there at the start; to read it takes some milliseconds."""
SWITCH = 0.001
"""Seconds a thread goes on while another wants its turn."""
SIZE_CHECKED = 1.0
"""Seconds between two looks at the terminal's size."""


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
    COMMANDS: ClassVar[set[type[CommandProvider]]] = {CommandProvider}  # type: ignore[assignment] # Textual allows callables, too
    COMMAND_PALETTE_BINDING = "unbound"

    def __init__(self, outfit: Outfit) -> None:
        looks = ["app.tcss", "ascii.tcss"] if outfit.settings.ascii else ["app.tcss"]
        super().__init__(css_path=[*looks])
        self.outfit = outfit
        self.set_class(outfit.settings.ascii, "-ascii")
        self.animation_level = "none"
        self._wanted_theme = outfit.theme or outfit.places.chosen_theme(outfit.settings.theme)
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
        return self.outfit.keymap

    @cached_property
    def router(self) -> "key_router.KeyRouter":
        """What keys mean; made when the first is pressed."""
        return key_router.KeyRouter(self.keymap_in_force)

    def on_load(self) -> None:
        """Listen to signals before the terminal is taken over, and take the theme.

        Nothing has a style yet; a theme that comes later has everything styled once more.
        """
        if not self.is_headless:
            on_signals(self.leave)
        if self._wanted_theme in BUILTIN_THEMES:
            self.theme = self._wanted_theme
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> MainScreen:
        """The main screen, from the first."""
        return MainScreen(self.outfit, self.size)

    def on_mount(self) -> None:
        """Remember themes that are chosen; say so where the one asked for is not known."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if (name := self._wanted_theme) not in BUILTIN_THEMES:
            self.notify(f"There is no theme {name!r}; the palette lists them", markup=False)

    def on_ready(self) -> None:
        """The first rows are on the screen: time for all that nobody waits for."""
        self.stylesheet.read(PANELS)
        self.stylesheet.parse()
        # A thread that never waits, such as one that saves, holds a key up by no more than this.
        sys.setswitchinterval(SWITCH)
        if not gc.isenabled():  # it was stopped for the start; what was made by then stays
            gc.freeze()
            gc.enable()
        if not self.is_headless:
            watch_terminal(self.keep_everything)
            self.set_interval(SIZE_CHECKED, self._check_size)
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.open_library()

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
        own_deed = getattr(self.screen, "own_deed", None)
        if own := own_deed(event.key) if own_deed else None:
            self.router.forget()
            await key_waits.letters_taken_in(self.focused)
            await answering.done(own())
            return True
        outcome = self.router.press(event.key, place)
        if isinstance(self.screen, MainScreen):
            self.screen.show_pending(str(self.router.pending))
        if not isinstance(outcome, bool):
            self._escaped &= event.key == "escape"
            self._pressed = event.key
            if isinstance(self.screen, MainScreen):
                self.screen.status.silence()
            if place in TYPED:
                await key_waits.letters_taken_in(self.focused)
            await key_waits.ready_for(command(outcome.command).family, self.screen)
            await answering.done(self.call_command(outcome.command, outcome.count))
            return True
        if not outcome and event.key == "ctrl+c":
            self.notify(leaving.how_to_leave(self.keymap_in_force, place), markup=False)
        return outcome

    async def _leave_palette(self, key: str) -> bool:
        """The keys that step back close the palette, too, unless they are typed in it."""
        screen = self.screen
        stepping = self.keymap_in_force.keys["view.back"]
        if not isinstance(screen, CommandPalette) or key not in stepping or is_typed(key, "search"):
            return False
        await screen.dismiss()
        return True

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

    def step_out(self) -> AwaitComplete | None:
        """Leave from the top; by Escape, which one presses to be sure, only when pressed twice."""
        if self._pressed != "escape" or self._escaped:
            return self.action_app_quit()
        self._escaped = True
        if isinstance(self.screen, MainScreen):
            key = self.keymap_in_force.short("app.quit", "list")
            self.screen.status.say(f"Escape once more leaves the program, and so does {key}")
        return None

    # Commands

    def action_app_quit(self, count: int | None = None) -> AwaitComplete:
        """Save and leave, when all that was asked for is done."""

        async def leave() -> None:
            await leaving.everything_done(self.screen_stack)
            self.leave(0)

        return AwaitComplete(leave())

    def action_app_help(self, count: int | None = None) -> AwaitMount:
        """Show every key in force."""
        keymap, glyphs = self.keymap_in_force, PLAIN if self.outfit.settings.ascii else FINE
        paragraphs, keys = help_page.help_page(keymap, glyphs), hints(keymap, "page")
        return self.push_screen(page_screen.PageScreen("Keys and queries", paragraphs, keys))

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
                if getattr(page, "place", None) != "note":
                    continue
                with suppress(NoMatches, PaperReadError):  # a page not composed holds nothing yet
                    if isinstance(page, note_editor.NoteEditor) and page.is_changed:
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
        self.crash = crash_note.written(error, self.outfit.state_dir)
        self.leave(1)
