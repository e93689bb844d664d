"""The main screen: list, paper and search bar; routes what happens between them and the library."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from tui_reader.commands import Place
from tui_reader.errors import Problem
from tui_reader.later import LaterModule
from tui_reader.library.library import Library
from tui_reader.library.listing import EMPTY, Listing, Question
from tui_reader.papers import Paper, PaperId
from tui_reader.places import Place as LastPlace
from tui_reader.queries.query import Query
from tui_reader.text.clean import clean
from tui_reader.ui.acting import Acting
from tui_reader.ui.ahead import Ahead
from tui_reader.ui.asking import Asking
from tui_reader.ui.glyphs import FINE, PLAIN
from tui_reader.ui.home import Home
from tui_reader.ui.key_line import KeyLine, hints
from tui_reader.ui.left_off import place_of, question_of
from tui_reader.ui.listed import Listed
from tui_reader.ui.opening import Opening
from tui_reader.ui.paper_commands import PaperCommands
from tui_reader.ui.paper_list import PaperList
from tui_reader.ui.paper_page import PageStyle
from tui_reader.ui.reading_clock import ReadingClock
from tui_reader.ui.room import classes_in, fit, row_height_in
from tui_reader.ui.rows import Row
from tui_reader.ui.saver import Saver
from tui_reader.ui.search_bar import SearchBar
from tui_reader.ui.search_commands import SearchCommands
from tui_reader.ui.selecting import Selecting
from tui_reader.ui.sides import Sides
from tui_reader.ui.standing import standing
from tui_reader.ui.status_line import StatusLine
from tui_reader.ui.text_pane import TextPane

if TYPE_CHECKING:
    from tui_reader.ui import command_targets, export_commands
    from tui_reader.ui.app import Outfit
else:
    command_targets = LaterModule("tui_reader.ui.command_targets")
    export_commands = LaterModule("tui_reader.ui.export_commands")


class MainScreen(Screen[None]):
    """Holds what is listed and what is selected; everything else lies with the library."""

    AUTO_FOCUS = "#list"

    def __init__(self, outfit: "Outfit", size: Size) -> None:
        super().__init__(classes=" ".join(classes_in(size)))
        self.library: Library = outfit.library
        self.outfit = outfit
        self.question: Question = EMPTY.question
        """What was asked last; the listing answers it, or will."""
        self.style = PageStyle(PLAIN if outfit.settings.ascii else FINE)
        self.listed = Listed(self.library, EMPTY, self.style)
        """What the list shows."""
        self.ahead = Ahead(self)
        failed = self.background_failed
        self.asking = Asking(self, self.library, self.show_listing, failed, self.ahead.read)
        self.selecting = Selecting(self)
        self.acting = Acting(self)
        self.saver = Saver(self, self.library, self.acting.after_saving, failed)
        self.opening = Opening(self, self.library)
        self.clock = ReadingClock(self, outfit.settings.read_after, self.acting.read_for_a_moment)
        self.paper_commands = PaperCommands(self)
        self.search_commands = SearchCommands(self)
        self.sides = Sides(self)
        self.alerts: tuple[str, ...] = ()
        """What went wrong lately, in words."""
        self.home = Home()
        """The paper the reader is on."""
        self._shown = PaperId("")

    @cached_property
    def export_commands(self) -> "export_commands.ExportCommands":
        """Commands that write papers out, and the work that goes on for them."""
        return export_commands.ExportCommands(self)

    @cached_property
    def targets(self) -> Sequence[object]:
        """Where commands are looked for, after the widget that has the keyboard."""
        return command_targets.targets_of(self)

    def compose(self) -> ComposeResult:
        """Bar, panes, status, keys."""
        yield SearchBar(self.style.glyphs, id="search")
        with Container(id="panes"):
            yield PaperList(self.selecting.holds, glyphs=self.style.glyphs, id="list")
            yield TextPane(id="detail")
        yield StatusLine(more=self.style.glyphs.more, id="status")
        yield KeyLine(id="keys")

    @cached_property
    def list(self) -> PaperList:
        """The list of papers."""
        return self.query_one(PaperList)

    @cached_property
    def detail(self) -> TextPane:
        """The paper under the cursor."""
        return self.query_one("#detail", TextPane)

    @cached_property
    def bar(self) -> SearchBar:
        """The search bar."""
        return self.query_one(SearchBar)

    @cached_property
    def status(self) -> StatusLine:
        """The status line."""
        return self.query_one(StatusLine)

    def on_mount(self) -> None:
        """Go where the reader was, and show the papers that are there without a search."""
        last = self.outfit.places.load()
        self.home = Home(PaperId(last.paper), last.reading_list)
        self.bar.put(last.query)
        self.question = question_of(last)
        self.bar.say(". ".join(self.question.query.problems))
        self.list.row_height = row_height_in(self.app.size)
        listing = self.library.at_once(self.question)
        if listing is None:
            self.list.show(0, self.row, notice="Opening the library")
        else:
            self.show_listing(listing)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """At the start all widgets have their styles already; to look them up again is slow."""
        if not self.stack_updates:
            event.refresh_styles = False

    def open_library(self) -> None:
        """Open the library; what that takes keeps the first rows waiting where it comes before."""
        self.opening.start()
        self.saver.start()
        assert self.targets  # imported now, so that no key waits for it

    @property
    def place(self) -> Place:
        """What has the keyboard, for the keymap."""
        if isinstance(self.focused, Input):
            return "search"
        if side := self.sides.with_keyboard:
            return side.place
        return "detail" if self.focused is self.detail else "list"

    @property
    def place_now(self) -> LastPlace:
        """Where the reader is, to be remembered."""
        return place_of(self.bar.text, self.question, self.home.paper, self.selected)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong that the reader should know."""
        return (*self.outfit.problems, *self.library.problems)

    @property
    def selected(self) -> Paper | None:
        """The paper under the cursor, as of this very moment."""
        return self.listed.paper(self.list.cursor)

    # Asking and showing

    @on(SearchBar.Asked)
    def ask_query(self, event: SearchBar.Asked) -> None:
        """Somebody typed."""
        self.bar.heard()
        query = Query.parse(event.text, typing=event.typing, begun=event.begun)
        self.ask(replace(self.question, query=query))

    @on(SearchBar.Left)
    def _left_the_bar(self, event: SearchBar.Left) -> None:
        self.search_commands.remember(event.text)

    def ask(self, question: Question) -> None:
        """Ask the library; the answer is shown when it comes."""
        self.question = question
        self.asking.ask(question)

    def show_listing(self, listing: Listing) -> None:
        """Show an answer, with the cursor on the reader's paper if it is among the rows."""
        before, paper = self.listed, self.selected
        if self.list.moved:
            self.home.go(paper)
        self.listed = self.ahead.listed(listing)
        cursor = self.home.row(before, self.listed, paper)
        self.search_commands.tell(listing)
        self.selecting.relisted(before)
        keymap = self.outfit.keymap
        keys = keymap.short("view.back", self.place), keymap.short("list.add", "list")
        self.list.show(len(self.listed), self.row, cursor, self.listed.notice(*keys))
        self.show_selected(same_query=False)
        self.update_status()
        self.sides.relisted()
        if listing.snapshot is not self.library.snapshot:
            self.asking.again(self.question)

    # Going about

    @on(PaperList.Highlighted)
    def _highlighted(self) -> None:
        """The reader went to a row; what a search merely put there does not count as read."""
        self.home.go(self.selected)
        self.show_selected()
        if self.selecting.range:
            self.list.refresh_changed()
        self.update_status()
        self.clock.start()

    @on(PaperList.Opened)
    def _opened(self) -> None:
        self.set_full(full=True)

    def show_selected(self, *, same_query: bool = True) -> None:
        """Show the selected paper as it is now; one that is shown already keeps its place."""
        paper = self.selected
        before, self._shown = self._shown, paper.id if paper else PaperId("")
        same = self._shown == before
        self.detail.show(self.listed.page(paper), keep_place=same, keep_hit=same and same_query)

    def row(self, row: int) -> Row:
        """What a row of the list shows now."""
        return self.listed.row(row, self.list.room)

    # Status and keys

    def update_status(self, activity: str | None = None) -> None:
        """Bring the status line up to date; with what goes on in the background, if given."""
        key = self.outfit.keymap.short("problems.show", "list")
        before = self.status.status
        if activity is not None:
            before = replace(before, activity=activity)
        self.status.status = standing(before, self, len(self.problems), key)

    def set_style(self, style: PageStyle) -> None:
        """Show everything in another style."""
        self.style = style
        self.listed = replace(self.listed, style=style)
        self.list.redraw()
        self.show_selected()

    def alert(self, message: str) -> None:
        """Say what went wrong; the page of problems keeps it whole."""
        said = clean(message, multiline=False)  # it may quote a file, or a library's own words
        self.alerts = (*self.alerts[-19:], said)
        self.status.say(said, alert=True)

    def show_pending(self, keys: str) -> None:
        """Show the keys that wait for more."""
        if self.status.status.pending != keys:
            self.status.status = replace(self.status.status, pending=keys)

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        self.query_one(KeyLine).hints = hints(self.outfit.keymap, self.place)

    def set_full(self, *, full: bool) -> None:
        """Show the paper over the full width, or list and paper."""
        self.set_class(full, "-full")
        self.home.go(self.selected)
        self.clock.start()
        self.set_focus(self.detail if full else self.list)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side, stacked, or too small."""
        fit(self, event.size)
        self.list.row_height = row_height_in(event.size)

    def background_failed(self, error: Exception) -> None:
        """Whatever failed beside the screen is said; the app goes on. May come from any thread."""
        self.app.call_later(self.alert, f"{type(error).__name__}: {error}")

    @on(Worker.StateChanged)
    def _worker_failed(self, event: Worker.StateChanged) -> None:
        """The same for Textual's own workers."""
        if event.state is WorkerState.ERROR and isinstance(event.worker.error, Exception):
            self.background_failed(event.worker.error)

    def on_unmount(self) -> None:
        """Nothing more is to be done beside a screen that is gone."""
        for work in (self.asking, self.saver, self.opening, self.acting, self.export_commands):
            work.errands.close()
        for side in self.sides.all:
            side.errands.close()
        self.search_commands.close()
