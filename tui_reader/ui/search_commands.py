"""Commands of the search bar: to it and from it, completing, earlier queries, corrections."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.commands import command
from tui_reader.later import LaterModule
from tui_reader.library.listing import Listing
from tui_reader.query_history import QueryHistory
from tui_reader.ui import understood
from tui_reader.ui.completing import Completing
from tui_reader.ui.errands import Errands

if TYPE_CHECKING:
    from tui_reader.ui import recall
    from tui_reader.ui.main_screen import MainScreen
else:
    recall = LaterModule("tui_reader.ui.recall")

Count = int | None


class SearchCommands:
    """Acts for the main screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._history = QueryHistory(screen.outfit.state_dir / "queries.txt")
        self._recall: recall.Recall | None = None
        self.completing = Completing(screen.library, self._say, screen.background_failed)
        self._keeping = Errands("history", screen.background_failed)

    # To the bar and from it

    def action_search_focus(self, count: Count) -> None:
        """To the search bar."""
        self._screen.set_class(False, "-full")
        self._screen.set_focus(self._screen.bar.input)

    def action_search_to_list(self, count: Count) -> None:
        """Ask for what is typed, as whole words now, and go to the list."""
        screen = self._screen
        screen.bar.ask()
        screen.set_focus(screen.list)

    def action_search_clear(self, count: Count) -> None:
        """Every paper of the view again."""
        self._screen.bar.put("")
        self._screen.bar.ask()

    def step_back(self) -> None:
        """Out of the completions, else of the query, else of the bar."""
        bar = self._screen.bar
        if bar.choices:
            bar.offer(bar.choices.go(-1))
            bar.offer(None)
        elif bar.text:
            self.action_search_clear(None)
        else:
            self._screen.set_focus(self._screen.list)

    # Completing

    def action_search_complete(self, count: Count) -> object:
        """Offer completions, or choose the next of them."""
        if self._choose(1):
            return None
        begun = self.completing.begin(self._screen.bar)
        return begun or self._hand_on("search.complete")

    def action_search_complete_back(self, count: Count) -> object:
        """Choose the completion before."""
        return None if self._choose(-1) else self._hand_on("search.complete-back")

    def _choose(self, step: int) -> bool:
        """Go on among the completions that are offered; False where there are none."""
        bar = self._screen.bar
        if bar.choices:
            bar.offer(bar.choices.step(step))
        return bar.choices is not None

    def _hand_on(self, name: str) -> object:
        return self._screen.app.call_command(command(name).ahead_of)  # type: ignore[attr-defined] # it is our app

    # Earlier queries

    def action_search_older(self, count: Count) -> None:
        """Back through the earlier queries; among completions, up."""
        if self._choose(-1):
            return
        bar = self._screen.bar
        beginning = bar.text if bar.is_typed else ""
        way = self._way or recall.recall(bar.text, self._history.entries, beginning)
        older = way.older()
        if older:
            self._show(older)
        elif beginning and not way.found:
            self._say("No earlier search begins like this")
        else:
            self._say("No earlier search")

    def action_search_newer(self, count: Count) -> object:
        """Forth again; among completions, down."""
        if self._choose(1):
            return None
        newer = self._way.newer() if self._way else None
        if newer is None:
            return self._hand_on("search.newer")
        self._show(newer)
        return None

    @property
    def _way(self) -> "recall.Recall | None":
        """Where the reader is among the earlier queries; None where they typed since."""
        there = self._recall is not None and self._recall.text == self._screen.bar.text
        return self._recall if there else None

    def _show(self, way: "recall.Recall") -> None:
        self._recall = way
        self._screen.bar.put(way.text)
        self._screen.bar.ask_soon()

    def remember(self, query: str) -> None:
        """Keep a query that was used."""
        self._recall = None
        if self._history.add(query):
            self._keeping.do(self._history.save)

    # Corrections

    def tell(self, listing: Listing) -> None:
        """Say what the query was taken for."""
        screen = self._screen
        keymap, typing = screen.outfit.keymap, screen.bar.typing
        key = keymap.short("search.correct", "search") or keymap.short("search.correct", "list")
        screen.bar.say(understood.below_the_bar(listing, typing=typing))
        offer = understood.offer(listing, key, typing=typing)
        screen.status.status = replace(screen.status.status, offer=offer)

    def action_search_correct(self, count: Count) -> None:
        """Write what was meant into the query, and ask that."""
        screen, listing = self._screen, self._screen.listed.listing
        text = understood.corrected(listing)
        if screen.bar.text != listing.question.query.text or text == screen.bar.text:
            self._say("There is nothing to correct")
            return
        screen.bar.put(text)
        screen.bar.ask()
        if screen.place != "search":
            self.remember(text)

    # Leaving

    @property
    def idle(self) -> bool:
        """Whether nothing is done beside the screen."""
        return self.completing.errands.idle and self._keeping.idle

    def close(self) -> None:
        """Nothing more is to be done beside the screen."""
        self.completing.errands.close()
        self._keeping.close()
        self._history.save()

    def _say(self, message: str) -> None:
        self._screen.status.say(message)
