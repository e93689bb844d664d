"""Commands that select papers; keeps the selection, and the range that still follows the cursor."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.library.listing import EMPTY as NOTHING
from tui_reader.library.listing import Listing
from tui_reader.ui.listed import Listed
from tui_reader.ui.selection import EMPTY, NOBODY, Selection
from tui_reader.ui.targets import Targets

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen

Count = int | None
AT_ONCE = 100
"""Selected papers that are found again in another snapshot while the screen waits."""


class Selecting:
    """Acts for the main screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.selection: Selection = EMPTY
        """The papers; a range comes to them when it ends."""
        self._begin = -1
        """The row at which the range begins; -1 where there is none."""
        self._seen: tuple[Listing, frozenset[int]] = (NOTHING, frozenset())
        self._hidden: tuple[Selection, Listing, int] = (EMPTY, NOTHING, 0)

    @property
    def range(self) -> range:
        """The rows of the range that follows the cursor."""
        if self._begin < 0:
            return range(0)
        first, last = sorted((self._begin, self._screen.list.cursor))
        return range(first, last + 1)

    def holds(self, row: int) -> bool:
        """Whether a row is shown as selected. Asked of every row that is drawn."""
        if self._begin >= 0 and row in self.range:
            return True
        listing, chosen = self._screen.listed.listing, self.selection
        there = chosen.numbers and chosen.snapshot is listing.snapshot
        return bool(there) and listing.numbers[row] in chosen

    @property
    def hidden(self) -> int:
        """How many of the selected papers are not listed."""
        listing, chosen = self._screen.listed.listing, self.selection
        is_elsewhere = chosen.snapshot is not listing.snapshot
        if not chosen.numbers or is_elsewhere or len(listing.numbers) == listing.snapshot.count:
            return 0
        if listing is not self._seen[0]:
            self._seen = listing, frozenset(listing.numbers)
        if chosen is not self._hidden[0] or listing is not self._hidden[1]:
            self._hidden = chosen, listing, len(chosen.numbers - self._seen[1])
        return self._hidden[2]

    def targets(self, count: Count) -> Targets:
        """What a command is meant for; a range ends with it."""
        self._end_range(self._screen.listed)
        listing, cursor = self._screen.listed.listing, self._screen.list.cursor
        if self.selection.numbers:
            return Targets(listing, selection=self.selection)
        return Targets(listing, range(cursor, min(cursor + (count or 1), len(listing.numbers))))

    # Commands

    def action_select_toggle(self, count: Count) -> None:
        """Select papers from the cursor on, or take them out, and go on; in a range, end it."""
        if self._is_sought() or self._end_range(self._screen.listed):
            return
        papers, row = self._screen.list, self._screen.list.cursor
        numbers = self._screen.listed.listing.numbers[row : row + (count or 1)]
        if numbers:
            self._show(self.selection.put(numbers, selected=numbers[0] not in self.selection))
            papers.cursor = row + len(numbers)

    def action_select_range(self, count: Count) -> None:
        """Begin a range at the cursor, or end it."""
        if self._is_sought() or self._end_range(self._screen.listed):
            return
        if self._screen.list.count:
            self._begin = self._screen.list.cursor
            self._show(self.selection.begun(self._screen.listed.listing.numbers[self._begin]))

    def action_select_all(self, count: Count) -> None:
        """Select every paper that is listed, or none of them where all are."""
        if self._is_sought():
            return
        self._end_range(self._screen.listed)
        every = frozenset(self._screen.listed.listing.numbers)
        self._show(self.selection.put(every, selected=not every <= self.selection.numbers))

    def drop(self) -> bool:
        """Drop the range, else the selection; whether there was one."""
        if self._begin < 0 and not self.selection.numbers:
            return False
        chosen = self.selection
        dropped = chosen.begun(NOBODY) if self._begin >= 0 else replace(chosen, numbers=frozenset())
        self._begin = -1
        self._show(dropped)
        return True

    def _end_range(self, listed: Listed) -> bool:
        """Select what the range covers; whether there was one."""
        rows = self.range
        if not rows:
            return False
        self._begin = -1
        covered = listed.listing.numbers[rows.start : rows.stop]
        self._show(self.selection.begun(NOBODY).put(covered, selected=True))
        return True

    def _show(self, selection: Selection) -> None:
        self.selection = selection
        self.redraw()

    def redraw(self) -> None:
        """Draw what is selected, and say how much it is."""
        self._screen.list.refresh_changed()
        self._screen.update_status()

    # What is listed changes

    def relisted(self, before: Listed) -> None:
        """Something else is listed: the same papers stay selected; so does what a range covered."""
        listing = self._screen.listed.listing
        asked = replace(before.listing.question, kept=listing.question.kept)
        if self._begin >= 0 and asked != listing.question:
            self._end_range(before)
        if self.selection.snapshot is not listing.snapshot:
            self._carry_over()
        if self._begin >= 0:
            anchor = self.selection.anchor
            there = anchor != NOBODY and anchor in listing.numbers
            self._begin = listing.numbers.index(anchor) if there else -1

    def _carry_over(self) -> None:
        """Find the selected papers in the snapshot that is listed; many of them in a while."""
        chosen, snapshot = self.selection, self._screen.listed.listing.snapshot
        if len(chosen) <= AT_ONCE:
            self.selection = chosen.of(snapshot)
            return

        def take(found: Selection) -> None:
            if self.selection is chosen:
                self._show(found)

        def find() -> None:
            self._screen.app.call_later(take, chosen.of(snapshot))

        self._screen.acting.errands.do(find)

    def _is_sought(self) -> bool:
        """Whether the selection is still being looked for in what is listed; says so."""
        waits = self.selection.snapshot is not self._screen.listed.listing.snapshot
        if waits:
            self._screen.status.say("One moment: the selected papers are being found again")
        return waits
