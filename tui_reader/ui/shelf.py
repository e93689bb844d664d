"""The shelf beside the list: views, reading lists, saved searches and tags, counted and opened."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.widget import AwaitMount

from tui_reader.annotation import Change
from tui_reader.later import LaterModule
from tui_reader.queries.query import Query
from tui_reader.ui.side import Side

if TYPE_CHECKING:
    from tui_reader.library.listing import View
    from tui_reader.library.snapshot import Snapshot
    from tui_reader.queries import narrowing
    from tui_reader.ui import shelf_counts, shelf_rows
    from tui_reader.ui.main_screen import MainScreen
    from tui_reader.ui.panel_lines import PanelRow
else:
    narrowing = LaterModule("tui_reader.queries.narrowing")
    shelf_counts = LaterModule("tui_reader.ui.shelf_counts")
    shelf_rows = LaterModule("tui_reader.ui.shelf_rows")

Count = int | None


class Shelf(Side):
    """Acts for the main screen."""

    place = "shelf"

    def __init__(self, screen: "MainScreen") -> None:
        super().__init__(screen)
        self._wanted: object = None
        """Tells the newest count from those before."""
        self._snapshot: Snapshot | None = None
        self._shelf: shelf_rows.Shelf | None = None
        self._unfolded = False
        self._opening = False
        """Whether the cursor is still to go to what is looked at."""
        self._goal: tuple[str, str] | None = None
        """Group and name of the row that the cursor is still to go to."""

    # Counting

    def count(self) -> None:
        """Count what is kept now; what was counted before is shown until that is there."""
        if self.is_open:
            wanted = self._wanted = object()
            self._snapshot = self._screen.library.snapshot
            self.errands.do_instead(lambda: self._count(wanted))
            self._show()

    def _count(self, wanted: object) -> None:
        """Count beside the screen: first what is quick, then the searches one after the other."""
        screen = self._screen
        snapshot, before = screen.library.snapshot, self._shelf
        for shelf in shelf_counts.counted(screen.library, before):
            if wanted is not self._wanted:
                return
            screen.app.call_later(self._hand_over, wanted, shelf)
        if snapshot is not screen.library.snapshot:  # its index failed
            screen.app.call_later(screen.asking.again, screen.question)

    def _hand_over(self, wanted: object, shelf: "shelf_rows.Shelf") -> None:
        if wanted is self._wanted:
            self._shelf = shelf
            self._show()

    def _show(self) -> None:
        if self._shelf is None or not self.is_open:
            return
        keymap = self._screen.outfit.keymap
        signs = shelf_rows.Signs(
            self._glyphs.more, keymap.short("shelf.new", "shelf"), keymap.short("search.save")
        )
        rows = shelf_rows.shelf_rows(
            self._shelf, self._screen.question, signs, unfolded=self._unfolded
        )
        self.panel.show(rows)
        here = next((row for row in rows if row.chosen), None)
        if self._opening and here is not None:
            self.panel.go_to(here)
        self._opening = False
        there = next((row for row in rows if (row.group, row.key) == self._goal), None)
        if there is not None:
            self.panel.go_to(there)
            self._goal = None

    def name(self, group: str, old: str, new: str) -> None:
        """Show a list or search under its other name, or a list that was begun; and go there.

        It is there before all is counted anew: the next key may be meant for it.
        """
        self._goal = group, new
        if self._shelf is not None:
            self._shelf = shelf_counts.renamed(self._shelf, group, old, new)
        self._show()

    def relisted(self) -> None:
        """Another answer is listed: mark what it is, and count the papers of another snapshot."""
        self._follow(())
        if self._snapshot is self._screen.library.snapshot:
            self._show()
        else:
            self.count()

    def changed(self, step: Sequence[Change]) -> None:
        """Something was changed by the reader, or by somebody else."""
        self._follow(step)
        self.count()

    def _follow(self, step: Sequence[Change]) -> None:
        """Go along with the opened list to its new name; leave one that is no more."""
        screen, library = self._screen, self._screen.library
        name = screen.question.reading_list
        if not name or not library.marks_known or name in library.holdings.lists:
            return
        if any(name == each for said in library.annotations.values() for each, _ in said.lists):
            return
        begun = {each.name for each in step if each.field in _OF_LISTS and each.new}
        new = begun.pop() if len(begun) == 1 else ""
        if not new:
            screen.status.say(f"The list {name} is no more")
        elif screen.selected:
            screen.home.last_in[new] = screen.selected.id
        screen.ask(replace(screen.question, reading_list=new))

    # Choosing

    def choose(self, row: "PanelRow") -> None:
        """Open what the row stands for; fold or unfold the tags."""
        if row.kind == "fold":
            self._unfolded = not self._unfolded
            self._show()
            return
        match row.group:
            case "views":
                self._open(view=cast("View", row.key))
            case "lists":
                self._open(reading_list=row.key)
            case "searches":
                self._open(self._query_of(row))
            case _:
                self._open(narrowing.clause_for("tag", row.key))
        self._screen.set_focus(self._screen.list)

    def _query_of(self, row: "PanelRow") -> str:
        saved = self._screen.library.holdings.searches.get(row.key)
        return saved.query if saved else ""

    def _open(self, text: str = "", view: "View" = "all", reading_list: str = "") -> None:
        screen, query = self._screen, Query.parse(text)
        screen.bar.put(text, whole=True)
        screen.ask(
            replace(
                screen.question,
                query=query,
                view=view,
                reading_list=reading_list,
                kept=frozenset(),
            )
        )

    def about(self, row: "PanelRow") -> str:
        """What a list is for, and which of its papers are here; what a saved search asks."""
        if row.group == "searches":
            return self._query_of(row)
        if row.group != "lists":
            return ""
        entry = self._screen.library.holdings.lists.get(row.key)
        said = (entry.description if entry else "", self.elsewhere(row.key))
        return f" {self._glyphs.dot} ".join(filter(None, said))

    def elsewhere(self, name: str) -> str:
        """How many papers a list has, where not all of them are in the library."""
        if self._shelf is None:
            return ""
        kept = self._shelf.kept
        return shelf_rows.elsewhere(kept.everywhere.get(name, 0), kept.lists.get(name, 0))

    # Commands

    def action_view_shelf(self, count: Count) -> AwaitMount | None:
        """To the panel; from there back to the list, without it."""
        self._opening = not self.is_open
        return self.toggle()

    def action_shelf_choose(self, count: Count) -> None:
        """Open what is under the cursor of the panel."""
        self.choose_current()


_OF_LISTS = frozenset({"list", "created"})
"""Fields that a change of a list's name changes."""
