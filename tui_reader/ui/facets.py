"""Facets beside the list: counted for what is listed, chosen to narrow it, their commands."""

from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from tui_reader.later import LaterModule
from tui_reader.library.listing import EMPTY, Listing
from tui_reader.ui.side import Side

if TYPE_CHECKING:
    from tui_reader.library.facets import Facet
    from tui_reader.queries import narrowing
    from tui_reader.ui import facet_rows
    from tui_reader.ui.main_screen import MainScreen
    from tui_reader.ui.panel_lines import PanelRow
else:
    narrowing = LaterModule("tui_reader.queries.narrowing")
    facet_rows = LaterModule("tui_reader.ui.facet_rows")

Count = int | None


class Facets(Side):
    """Acts for the main screen."""

    place = "facets"

    def __init__(self, screen: "MainScreen") -> None:
        super().__init__(screen)
        self._wanted: Listing = EMPTY
        self._facets: tuple[Facet, ...] = ()
        self._unfolded: frozenset[str] = frozenset()

    # Counting

    def count(self) -> None:
        """Count for what is listed now; what was counted before is shown until that is there."""
        if self.is_open:
            listing = self._wanted = self._screen.listed.listing
            self.errands.do_instead(lambda: self._count(listing))

    def _count(self, listing: Listing) -> None:
        if listing is self._wanted:
            facets = self._screen.library.facets(listing)
            self._screen.app.call_later(self._hand_over, listing, facets)

    def _hand_over(self, listing: Listing, facets: "tuple[Facet, ...]") -> None:
        if listing is not self._wanted:
            return
        self._facets = facets
        self._show()
        if listing.snapshot is not self._screen.library.snapshot:
            self._screen.asking.again(self._screen.question)

    def _show(self) -> None:
        self.panel.show(facet_rows.facet_rows(self._facets, self._unfolded, self._glyphs.more))

    # Choosing

    def choose(self, row: "PanelRow") -> None:
        """Narrow the query to a value, or take it out again; fold or unfold a facet."""
        if row.kind == "fold":
            self._unfolded ^= {row.group}
            self._show()
            return
        bar = self._screen.bar
        chosen = narrowing.has_clause(bar.text, row.key)
        change = narrowing.without if chosen else narrowing.narrowed
        bar.put(change(bar.text, row.key), whole=not chosen)
        bar.ask()

    # Commands

    def action_view_facets(self, count: Count) -> AwaitMount | None:
        """To the panel; from there back to the list, without it."""
        return self.toggle()

    def action_facet_choose(self, count: Count) -> None:
        """Choose what is under the cursor of the panel."""
        self.choose_current()
