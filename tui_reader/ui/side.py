"""A panel at the left of the list: opened and closed by a key, filled while it is open."""

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from textual.widget import AwaitMount

from tui_reader.later import LaterModule
from tui_reader.ui.errands import Errands

if TYPE_CHECKING:
    from tui_reader.ui import side_panel
    from tui_reader.ui.main_screen import MainScreen
    from tui_reader.ui.panel_lines import PanelRow
else:
    side_panel = LaterModule("tui_reader.ui.side_panel")


class Side(ABC):
    """Acts for the main screen; counts on a thread of its own, and only while it is open."""

    place: Literal["facets", "shelf"]
    """What the keymap calls it; the screen has it as a class while it is open."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._glyphs = screen.style.glyphs
        self.errands = Errands(self.place, screen.background_failed)

    @abstractmethod
    def count(self) -> None:
        """Count anew, where it is open; what was counted before is shown until that is there."""

    @abstractmethod
    def choose(self, row: "PanelRow") -> None:
        """Do what a row is there for."""

    def about(self, row: "PanelRow") -> str:
        """What is said of a row that the reader goes to."""
        return ""

    def _reached(self, row: "PanelRow") -> None:
        said = self.about(row)
        if said:
            self._screen.status.say(said)

    @cached_property
    def panel(self) -> "side_panel.SidePanel":
        """The panel; made when it is first wanted."""
        return side_panel.SidePanel(self.choose, self._glyphs, self._reached, id=self.place)

    @property
    def is_open(self) -> bool:
        """Whether the panel is there."""
        return self._screen.has_class(f"-{self.place}")

    @property
    def has_keyboard(self) -> bool:
        """Whether the reader is in the panel."""
        return self.is_open and self._screen.focused is self.panel

    @property
    def current(self) -> "PanelRow | None":
        """The row under the cursor of a panel that is there."""
        return self.panel.current if self.is_open else None

    def close(self) -> None:
        """Take the panel away, and go to the list from it."""
        had_keyboard = self.has_keyboard
        self._screen.remove_class(f"-{self.place}", "-side")
        if had_keyboard:
            self._screen.set_focus(self._screen.list)

    def toggle(self) -> AwaitMount | None:
        """To the panel, in the place of another; from there back to the list, without it."""
        screen, mounted = self._screen, None
        if self.has_keyboard:
            self.close()
            return None
        if screen.sides.open not in (None, self):
            screen.sides.close()
        if not self.panel.is_attached:
            mounted = screen.query_one("#panes").mount(self.panel, before=0)
        screen.remove_class("-full")
        screen.add_class(f"-{self.place}", "-side")
        screen.set_focus(self.panel)
        # What counts would keep the screen from being drawn anew.
        screen.call_after_refresh(self.count)
        return mounted

    def choose_current(self) -> None:
        """Choose the row under the cursor."""
        row = self.current
        if row is not None:
            self.choose(row)
