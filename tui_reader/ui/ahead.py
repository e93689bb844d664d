"""What is shown first of an answer, made before the screen is told of it."""

from typing import TYPE_CHECKING

from tui_reader.library.listing import Listing
from tui_reader.ui.listed import Listed

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen


class Ahead:
    """Reads for the main screen, in the thread that asked, so that no key waits for it."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._made = screen.listed

    def read(self, listing: Listing) -> None:
        """Make the rows of the first screen, and what is slow about its paper."""
        screen = self._screen
        made = Listed(screen.library, listing, screen.style)
        made.read_ahead(screen.home.paper, screen.list.page, screen.list.room)
        self._made = made

    def listed(self, listing: Listing) -> Listed:
        """The rows of an answer, with those that were made for it unless they look otherwise."""
        screen, made = self._screen, self._made
        if made.listing is listing and made.style is screen.style:
            return made
        return Listed(screen.library, listing, screen.style)
