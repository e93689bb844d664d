"""Commands that begin, rename, describe and give up reading lists and saved searches."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.widget import AwaitMount

from tui_reader.errors import PaperReadError
from tui_reader.later import LaterModule
from tui_reader.library.listing import state_of
from tui_reader.text.clean import clean
from tui_reader.ui.key_line import Hint

if TYPE_CHECKING:
    from tui_reader.annotation import Change
    from tui_reader.library import kept_names, list_deeds, telling
    from tui_reader.library.deeds import Deed
    from tui_reader.queries import narrowing, shown, tree
    from tui_reader.ui import answering, confirm_screen, name_prompt, naming
    from tui_reader.ui.main_screen import MainScreen
    from tui_reader.ui.panel_lines import PanelRow
    from tui_reader.ui.shelf import Shelf
else:
    # Nothing of this is needed before the first such command.
    kept_names = LaterModule("tui_reader.library.kept_names")
    list_deeds = LaterModule("tui_reader.library.list_deeds")
    telling = LaterModule("tui_reader.library.telling")
    narrowing = LaterModule("tui_reader.queries.narrowing")
    shown = LaterModule("tui_reader.queries.shown")
    tree = LaterModule("tui_reader.queries.tree")
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
            return self._do(list_deeds.Describing(name), "lists")

        def refused(name: str) -> str:
            lists = self._screen.library.lists()
            known = kept_names.known_as(name, lists)
            return f"There is a list {known} already" if known in lists else ""

        return self._ask("Begin a reading list", ("Enter", "Begin"), named, refused=refused)

    def action_shelf_rename(self, count: Count) -> AwaitMount | None:
        """Give a list or a saved search another name."""
        row = self._row("rename it")
        if row is None:
            return None
        old, is_list = row.key, row.group == "lists"

        renaming = list_deeds.Renaming if is_list else list_deeds.RenamingSearch

        def named(name: str) -> object:
            return self._do(renaming(old, name), row.group, old)

        def refused(name: str) -> str:
            try:
                renaming(old, name).changes((), self._screen.library.holdings, "")
            except PaperReadError as error:
                return _capital(str(error))
            return ""

        title = f"Another name for the {'list' if is_list else 'search'} {old}"
        return self._ask(title, ("Enter", "Rename"), named, old, refused=refused)

    def action_shelf_describe(self, count: Count) -> AwaitMount | None:
        """Say what a list is for."""
        row = self._row("describe it", "lists")
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
        row = self._row("give it up")
        if row is None:
            return None
        name = row.key
        deed: Deed = list_deeds.DroppingSearch(name)
        question = f"Give the search {name} up?"
        if row.group == "lists":
            deed = list_deeds.Dropping(name)
            question = f"Give the list {name} up?{self._of_papers(name)}"

        def answered(yes: bool | None) -> object:
            return self._do(deed) if yes else None

        page = confirm_screen.ConfirmScreen(question)
        return self._screen.app.push_screen(page, answering.then(answered))

    def _of_papers(self, name: str) -> str:
        """What is said of the papers of a list that is to be given up; nothing of none."""
        papers, elsewhere = self._screen.library.lists().get(name, 0), self._shelf.elsewhere(name)
        if elsewhere:
            return f" It has {elsewhere}."
        if papers < 2:
            return " Its paper stays in the library." if papers else ""
        return f" Its {papers:,} papers stay in the library."

    def action_search_save(self, count: Count) -> AwaitMount | None:
        """Keep the query of the search bar under a name; in a view or a list, with that."""
        query = self._asked()
        if not query:
            self._screen.status.say("There is no search to save: type one first")
            return None

        def named(name: str) -> object:
            return self._do(list_deeds.SavingSearch(name, query))

        return self._ask(f"Save the search {query} as", ("Enter", "Save"), named, query)

    def _asked(self) -> str:
        """The query that asks for what is listed: for the view and the opened list, too."""
        question, query = self._screen.question, self._screen.bar.text.strip()
        state = state_of(question.view)
        clauses = [shown.shown(tree.Marked(state))] if state else []
        if question.reading_list:
            clauses.append(narrowing.clause_for("list", question.reading_list))
        wanted = [each for each in clauses if each and not narrowing.has_clause(query, each)]
        return narrowing.narrowed(" ".join(wanted), query) if wanted else query

    # Asking and doing

    @property
    def _shelf(self) -> "Shelf":
        return self._screen.sides.shelf

    def _row(self, deed: str, *groups: str) -> "PanelRow | None":
        """The list or saved search under the cursor; says so where there is none."""
        row = self._shelf.current
        if row is not None and row.kind == "value" and row.group in (groups or _NAMED):
            return row
        what = "list" if groups else "list or a saved search"
        self._screen.status.say(f"Go to a {what} to {deed}")
        return None

    def _ask(
        self,
        title: str,
        hint: Hint,
        named: Callable[[str], object],
        text: str = "",
        refused: Callable[[str], str] = lambda name: "",
    ) -> AwaitMount:
        """Ask for a name; nothing is done where none is given."""

        def typed(answer: str | None) -> object:
            name = naming.name_in(answer or "")
            return named(name) if name else None

        def why_not(answer: str) -> str:
            name = naming.name_in(answer)
            return refused(name) if name else ""

        return self._prompt(title, hint, typed, naming.name_in(text), why_not)

    def _prompt(
        self,
        title: str,
        hint: Hint,
        typed: Callable[[str | None], object],
        text: str,
        refused: Callable[[str], str] | None = None,
    ) -> AwaitMount:
        hints, glyphs = (hint, ("Esc", "Leave it")), self._screen.style.glyphs
        prompt = name_prompt.NamePrompt(title, {}, hints, glyphs, text=text, refused=refused)
        return self._screen.app.push_screen(prompt, answering.then(typed))

    def _do(self, deed: "Deed", group: str = "", old: str = "") -> AwaitComplete:
        """A list may have many papers: it is done beside the screen.

        With a group, a row of it has another name by that, or is there; the cursor goes to it.
        """
        return self._screen.acting.run(self._done(deed, group, old))

    async def _done(self, deed: "Deed", group: str, old: str) -> None:
        screen = self._screen

        def work() -> "tuple[Sequence[Change], str]":
            step = screen.library.do(deed)
            said = telling.told(step) if step else "Nothing to change: it is so already"
            return step, _capital(screen.style.text(said))

        step, said = await screen.acting.errands.answer(work)
        new = next((change.name for change in step if change.new), "")
        if group and new:
            self._shelf.name(group, old, new)
        screen.acting.show(step)
        screen.status.say(said)


def _capital(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}"


_NAMED = ("lists", "searches")
"""Groups of the shelf whose rows were named by the reader."""
