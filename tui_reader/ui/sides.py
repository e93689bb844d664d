"""The panels at the left of the list, of which one at most is open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.annotation import Change
from tui_reader.ui.facets import Facets
from tui_reader.ui.shelf import Shelf
from tui_reader.ui.side import Side

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen


class Sides:
    """Acts for the main screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self.facets = Facets(screen)
        self.shelf = Shelf(screen)
        self.all: tuple[Side, ...] = (self.facets, self.shelf)

    @property
    def open(self) -> Side | None:
        """The panel that is there."""
        return next((side for side in self.all if side.is_open), None)

    @property
    def with_keyboard(self) -> Side | None:
        """The panel that the reader is in."""
        return next((side for side in self.all if side.has_keyboard), None)

    def close(self) -> None:
        """Take away what is there."""
        if self.open is not None:
            self.open.close()

    def relisted(self) -> None:
        """Another answer is listed."""
        self.facets.count()
        self.shelf.relisted()

    def changed(self, step: Sequence[Change]) -> None:
        """Something was changed by the reader, or, in no step of theirs, by somebody else."""
        self.facets.count()
        self.shelf.changed(step)
