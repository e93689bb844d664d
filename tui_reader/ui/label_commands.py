"""Commands on tags and reading lists: to put papers in and take them out, and to line them up."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from textual.widget import AwaitMount

from tui_reader.later import LaterModule
from tui_reader.papers import Paper
from tui_reader.ui.acting import MANY
from tui_reader.ui.key_line import Hint
from tui_reader.ui.targets import Targets

if TYPE_CHECKING:
    from tui_reader.annotation import Annotation
    from tui_reader.library import deeds, kept_names
    from tui_reader.ui import answering, name_prompt, naming, own_order, panel_lines
    from tui_reader.ui.main_screen import MainScreen
else:
    deeds = LaterModule("tui_reader.library.deeds")
    kept_names = LaterModule("tui_reader.library.kept_names")
    answering = LaterModule("tui_reader.ui.answering")
    name_prompt = LaterModule("tui_reader.ui.name_prompt")
    naming = LaterModule("tui_reader.ui.naming")
    own_order = LaterModule("tui_reader.ui.own_order")
    panel_lines = LaterModule("tui_reader.ui.panel_lines")

Count = int | None


class LabelCommands:
    """Acts for the main screen on what its commands are meant for."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._last_list = ""

    # Tags

    def action_tag_edit(self, count: Count) -> AwaitMount | None:
        """Put tags on, and take others away."""
        targets, screen = self._screen.selecting.targets(count), self._screen
        present, about = self._counted(targets, lambda said: said.tags), self._about(targets)
        if not about:
            return None
        title = f"Tags of {about}"
        if present:
            title += "\n" + "  ".join(
                f"#{tag}" if number == len(targets) else f"#{tag} ({number})"
                for tag, number in present.items()
            )

        def typed(text: str | None) -> object:
            add, remove = naming.tags_in(text or "")
            some = add or remove
            return screen.acting.act(targets, deeds.Tagging(add, remove)) if some else None

        hints = (("Enter", "Put on"), ("-name", "Takes away"), ("Tab", "Complete"))
        names = screen.library.tags()
        return self._prompt(title, names, hints, typed, present=present, several=True)

    # Reading lists

    def action_list_add(self, count: Count) -> AwaitMount | None:
        """Into a reading list."""
        targets, screen = self._screen.selecting.targets(count), self._screen
        about = self._about(targets)
        if not about:
            return None
        lists = screen.library.lists()
        names = {name: lists[name] for name in (self._last_list, *lists) if name in lists}

        def typed(text: str | None) -> object:
            name = kept_names.known_as(naming.name_in(text or ""), lists)
            if not name:
                return None
            self._last_list = name
            return screen.acting.act(targets, deeds.Adding(name))

        def entered(text: str) -> str:
            name = kept_names.known_as(naming.name_in(text), lists)
            shown = panel_lines.cut(name, naming.SHOWN, screen.style.glyphs)
            if name in lists:
                return f"adds to {shown} ({lists[name]:,})"
            return f'begins a list "{shown}"' if name else ""

        hints = (("a new name", "begins a list"),)
        return self._prompt(f"Add {about} to", names, hints, typed, entered=entered)

    def action_list_remove(self, count: Count) -> object:
        """Out of the list that is shown, else of the only one, else of one to be chosen."""
        targets, screen = self._screen.selecting.targets(count), self._screen
        about, shown = self._about(targets), screen.question.reading_list
        if not about:
            return None
        if shown:
            return screen.acting.act(targets, deeds.Removing(shown))
        names = self._counted(targets, lambda said: tuple(name for name, _ in said.lists))
        if len(targets) > MANY:
            names = screen.library.lists()
        if not names:
            screen.status.say("In no reading list")
            return None
        if len(names) == 1:
            return screen.acting.act(targets, deeds.Removing(next(iter(names))))

        def typed(text: str | None) -> object:
            name = naming.name_in(text or "")
            return screen.acting.act(targets, deeds.Removing(name)) if name else None

        hints = (("Enter", "Take out"), ("Tab", "Next list"))
        return self._prompt(f"Take {about} out of", names, hints, typed)

    # What they are meant for

    def _about(self, targets: Targets) -> str:
        """What is changed, in words; says so where that is nothing."""
        if not len(targets):
            self._screen.status.say("There is no paper here")
            return ""
        if len(targets) > 1:
            return f"{len(targets):,} papers"
        papers = targets.papers()
        return self._screen.style.text(papers[0].title) if papers else ""

    def _counted(
        self, targets: Targets, names: "Callable[[Annotation], Sequence[str]]"
    ) -> Mapping[str, int]:
        """Names that papers have, with numbers of papers; nothing is looked up for many papers."""
        papers: Sequence[Paper] = targets.papers() if len(targets) <= MANY else ()
        said = map(self._screen.library.annotation, papers)
        return dict(Counter(name for each in said for name in names(each)).most_common())

    def _prompt(
        self,
        title: str,
        names: Mapping[str, int],
        hints: tuple[Hint, ...],
        typed: Callable[[str | None], object],
        *,
        present: Mapping[str, int] | None = None,
        several: bool = False,
        entered: Callable[[str], str] | None = None,
    ) -> AwaitMount:
        screen = self._screen
        glyphs = screen.style.glyphs
        prompt = name_prompt.NamePrompt(
            title, names, hints, glyphs, present=present, several=several, entered=entered
        )
        return screen.app.push_screen(prompt, answering.then(typed))

    # Moving in a list

    def action_list_move_down(self, count: Count) -> object:
        """Further on in the list."""
        return self._move("down", count)

    def action_list_move_up(self, count: Count) -> object:
        """Nearer to the front of the list."""
        return self._move("up", count)

    def action_list_move_top(self, count: Count) -> object:
        """To the front of the list."""
        return self._move("top", None)

    def action_list_move_bottom(self, count: Count) -> object:
        """To the end of the list."""
        return self._move("bottom", None)

    def _move(self, to: Literal["up", "down", "top", "bottom"], count: Count) -> object:
        screen = self._screen
        name = screen.question.reading_list
        if why_not := own_order.hindrance(screen, name):
            screen.status.say(why_not)
            return None
        targets = screen.selecting.targets(None)
        return screen.acting.act(targets, deeds.Moving(name, to, count or 1))
