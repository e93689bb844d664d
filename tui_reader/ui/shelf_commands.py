"""Commands that begin, rename, describe and give up reading lists and saved searches."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.widget import AwaitMount

from tui_reader.later import LaterModule
from tui_reader.text.clean import clean
from tui_reader.ui.key_line import Hint

if TYPE_CHECKING:
    from tui_reader.annotation import Change
    from tui_reader.library import list_deeds, telling
    from tui_reader.library.deeds import Deed
    from tui_reader.ui import answering, confirm_screen, name_prompt, naming
    from tui_reader.ui.main_screen import MainScreen
    from tui_reader.ui.panel_lines import PanelRow
else:
    # Nothing of this is needed before the first such command.
    list_deeds = LaterModule("tui_reader.library.list_deeds")
    telling = LaterModule("tui_reader.library.telling")
    answering = LaterModule("tui_reader.ui.answering")
    confirm_screen = LaterModule("tui_reader.ui.confirm_screen")
    name_prompt = LaterModule("tui_reader.ui.name_prompt")
    naming = LaterModule("tui_reader.ui.naming")

Count = int | None

LONGEST = 1000
"""Characters of a description."""


class ShelfCommands:
    """Acts for the main screen on the row under the cursor of the shelf."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def action_shelf_new(self, count: Count) -> AwaitMount:
        """Begin a list."""

        def named(name: str) -> object:
            if name in self._screen.library.lists():
                self._screen.status.say(f"There is a list {name} already")
                return None
            return self._do(list_deeds.Describing(name))

        return self._ask("Begin a reading list", ("Enter", "Begin"), named)

    def action_shelf_rename(self, count: Count) -> AwaitMount | None:
        """Give a list or a saved search another name."""
        row = self._row("rename")
        if row is None:
            return None
        old, is_list = row.key, row.group == "lists"

        def named(name: str) -> object:
            deed = list_deeds.Renaming if is_list else list_deeds.RenamingSearch
            return self._do(deed(old, name))

        what = "list" if is_list else "search"
        return self._ask(f"Another name for the {what} {old}", ("Enter", "Rename"), named, old)

    def action_shelf_describe(self, count: Count) -> AwaitMount | None:
        """Say what a list is for."""
        row = self._row("describe", "lists")
        if row is None:
            return None
        name, lists = row.key, self._screen.library.holdings.lists
        before = lists[name].description if name in lists else ""

        def typed(text: str | None) -> object:
            if text is None:
                return None
            description = clean(text, multiline=False, limit=LONGEST).strip()
            return self._do(list_deeds.Describing(name, description))

        title = f"What is the list {name} for?"
        return self._prompt(title, ("Enter", "Keep"), typed, before)

    def action_shelf_drop(self, count: Count) -> AwaitMount | None:
        """Give a list or a saved search up, if the reader is sure."""
        row = self._row("give up")
        if row is None:
            return None
        name, papers = row.key, row.count
        deed: Deed = list_deeds.DroppingSearch(name)
        question = f"Give the search {name} up?"
        if row.group == "lists":
            deed = list_deeds.Dropping(name)
            stay = {"0": "", "1": " Its paper stays in the library."}
            question = f"Give the list {name} up?" + stay.get(
                papers, f" Its {papers} papers stay in the library."
            )

        def answered(yes: bool | None) -> object:
            return self._do(deed) if yes else None

        page = confirm_screen.ConfirmScreen(question)
        return self._screen.app.push_screen(page, answering.then(answered))

    def action_search_save(self, count: Count) -> AwaitMount | None:
        """Keep the query of the search bar under a name."""
        query = self._screen.bar.text.strip()
        if not query:
            self._screen.status.say("There is no search to save: type one first")
            return None

        def named(name: str) -> object:
            return self._do(list_deeds.SavingSearch(name, query))

        return self._ask(f"Save the search {query} as", ("Enter", "Save"), named, query)

    # Asking and doing

    def _row(self, deed: str, *groups: str) -> "PanelRow | None":
        """The list or saved search under the cursor; says so where there is none."""
        row = self._screen.sides.shelf.current
        if row is not None and row.kind == "value" and row.group in (groups or _NAMED):
            return row
        what = "list" if groups else "list or a saved search"
        self._screen.status.say(f"Go to a {what} to {deed} it")
        return None

    def _ask(
        self, title: str, hint: Hint, named: Callable[[str], object], text: str = ""
    ) -> AwaitMount:
        """Ask for a name; nothing is done where none is given."""

        def typed(answer: str | None) -> object:
            name = naming.name_in(answer or "")
            return named(name) if name else None

        return self._prompt(title, hint, typed, naming.name_in(text))

    def _prompt(
        self, title: str, hint: Hint, typed: Callable[[str | None], object], text: str
    ) -> AwaitMount:
        hints = (hint, ("Esc", "Leave it"))
        prompt = name_prompt.NamePrompt(title, {}, hints, self._screen.style.glyphs, text=text)
        return self._screen.app.push_screen(prompt, answering.then(typed))

    def _do(self, deed: "Deed") -> AwaitComplete:
        """A list may have many papers: it is done beside the screen."""
        return self._screen.acting.run(self._done(deed))

    async def _done(self, deed: "Deed") -> None:
        screen = self._screen

        def work() -> "tuple[Sequence[Change], str]":
            step = screen.library.do(deed)
            said = telling.told(step) if step else "Nothing to change: it is so already"
            return step, screen.style.text(said)

        step, said = await screen.acting.errands.answer(work)
        screen.acting.show(step)
        screen.status.say(said)


_NAMED = ("lists", "searches")
"""Groups of the shelf whose rows were named by the reader."""
