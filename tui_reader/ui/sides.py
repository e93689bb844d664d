"""The panels at the left of the list, of which one at most is open."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule

if TYPE_CHECKING:
    from tui_reader.annotation import Change
    from tui_reader.ui import facets, shelf
    from tui_reader.ui.main_screen import MainScreen
    from tui_reader.ui.side import Side
else:
    facets = LaterModule("tui_reader.ui.facets")
    shelf = LaterModule("tui_reader.ui.shelf")


class Sides:
    """Acts for the main screen; makes a panel when it is first wanted."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    @cached_property
    def facets(self) -> "facets.Facets":
        """What is listed, counted."""
        return facets.Facets(self._screen)

    @cached_property
    def shelf(self) -> "shelf.Shelf":
        """What the reader keeps."""
        return shelf.Shelf(self._screen)

    @property
    def all(self) -> "tuple[Side, ...]":
        """Every panel."""
        return self.facets, self.shelf

    @property
    def open(self) -> "Side | None":
        """The panel that is there."""
        if not (self._screen.has_class("-facets") or self._screen.has_class("-shelf")):
            return None
        return next((side for side in self.all if side.is_open), None)

    @property
    def with_keyboard(self) -> "Side | None":
        """The panel that the reader is in."""
        side = self.open
        return side if side is not None and side.has_keyboard else None

    def close(self) -> None:
        """Take away what is there."""
        if self.open is not None:
            self.open.close()

    def relisted(self) -> None:
        """Another answer is listed."""
        if self._are_concerned:
            self.facets.count()
            self.shelf.relisted()

    def changed(self, step: "Sequence[Change]") -> None:
        """Something was changed by the reader, or, in no step of theirs, by somebody else."""
        if self._are_concerned:
            self.facets.count()
            self.shelf.changed(step)

    @property
    def _are_concerned(self) -> bool:
        """Whether a panel or a list is open: nothing else is to be kept up to date."""
        return self.open is not None or bool(self._screen.question.reading_list)
