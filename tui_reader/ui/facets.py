"""Facets beside the list: counted for what is listed, chosen to narrow it, their commands."""

from functools import cached_property
from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from tui_reader.later import LaterModule
from tui_reader.library.listing import EMPTY, Listing
from tui_reader.ui.errands import Errands

if TYPE_CHECKING:
    from tui_reader.library.facets import Facet
    from tui_reader.queries import narrowing
    from tui_reader.ui import facet_panel, facet_rows
    from tui_reader.ui.facet_lines import FacetRow
    from tui_reader.ui.main_screen import MainScreen
else:
    narrowing = LaterModule("tui_reader.queries.narrowing")
    facet_panel = LaterModule("tui_reader.ui.facet_panel")
    facet_rows = LaterModule("tui_reader.ui.facet_rows")

Count = int | None


class Facets:
    """Acts for the main screen; counts on a thread of its own, and only while the panel is open."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._glyphs = screen.style.glyphs
        self.errands = Errands("facets", screen.background_failed)
        self._wanted: Listing = EMPTY
        self._facets: tuple[Facet, ...] = ()
        self._unfolded: frozenset[str] = frozenset()

    @cached_property
    def panel(self) -> "facet_panel.FacetPanel":
        """The panel; made when it is first wanted."""
        return facet_panel.FacetPanel(self._choose, self._glyphs, id="facets")

    @property
    def is_open(self) -> bool:
        """Whether the panel is there."""
        return self._screen.has_class("-facets")

    @property
    def has_keyboard(self) -> bool:
        """Whether the reader is in the panel."""
        return self.is_open and self._screen.focused is self.panel

    def close(self) -> None:
        """Take the panel away, and go to the list from it."""
        had_keyboard = self.has_keyboard
        self._screen.set_class(False, "-facets")
        if had_keyboard:
            self._screen.set_focus(self._screen.list)

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
            self._screen.ask(self._screen.question)

    def _show(self) -> None:
        self.panel.show(facet_rows.facet_rows(self._facets, self._unfolded, self._glyphs.more))

    # Choosing

    def _choose(self, row: "FacetRow") -> None:
        """Narrow the query to a value, or take it out again; fold or unfold a facet."""
        if row.kind == "fold":
            self._unfolded ^= {row.facet}
            self._show()
            return
        bar = self._screen.bar
        chosen = narrowing.has_clause(bar.text, row.clause)
        change = narrowing.without if chosen else narrowing.narrowed
        bar.put(change(bar.text, row.clause), whole=not chosen)
        bar.ask()

    # Commands

    def action_view_facets(self, count: Count) -> AwaitMount | None:
        """To the panel; from there back to the list, without it."""
        screen, mounted = self._screen, None
        if self.has_keyboard:
            self.close()
            return None
        if not self.panel.is_attached:
            mounted = screen.query_one("#panes").mount(self.panel, before=0)
        screen.set_class(False, "-full")
        screen.set_class(True, "-facets")
        screen.set_focus(self.panel)
        self.count()
        return mounted

    def action_facet_choose(self, count: Count) -> None:
        """Choose what is under the cursor of the panel."""
        if self.is_open and self.panel.current is not None:
            self._choose(self.panel.current)
