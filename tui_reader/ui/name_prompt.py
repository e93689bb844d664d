"""A line for the name of a list or for tags, completed from those in use; gives back the text."""

from collections.abc import Callable, Iterator, Mapping

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui_reader.commands import Place
from tui_reader.queries.completing import Completion
from tui_reader.ui import naming
from tui_reader.ui.answering import AnsweringScreen, Deed
from tui_reader.ui.completion_menu import CompletionMenu
from tui_reader.ui.glyphs import Glyphs
from tui_reader.ui.key_line import Hint, KeyLine
from tui_reader.ui.panel_lines import cut

STEPS: Mapping[str, int] = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}
"""Keys that go through the completions, and which way."""
COLUMN = 3
"""The cell at which the menu has its letters, so that they stand below those that are typed."""


class NamePrompt(AnsweringScreen[str | None]):
    """Asks for names. Knows nothing of papers; `several` names have blanks or commas between."""

    place: Place = "note"

    def __init__(
        self,
        title: str,
        names: Mapping[str, int],
        hints: tuple[Hint, ...],
        glyphs: Glyphs,
        *,
        present: Mapping[str, int] | None = None,
        several: bool = False,
        text: str = "",
        entered: Callable[[str], str] | None = None,
        refused: Callable[[str], str] | None = None,
    ) -> None:
        """`names` with numbers of papers are offered; `present` ones behind a minus.

        `text` stands there already, to be taken or typed over. `entered` tells what Enter does
        with a text, in the place of the hints; `refused` why it cannot be taken, or nothing.
        """
        super().__init__()
        self._title = title
        self._names = names
        self._present = present or {}
        self._hints = hints
        self._glyphs = glyphs
        self._several = several
        self._entered = entered
        self._refused = refused
        self._typed = self._there = text
        self._found: tuple[Completion, ...] = ()
        self._chosen = -1

    def compose(self) -> ComposeResult:
        """What it is about, the line, the completions, the keys."""
        with Vertical(id="prompt"):
            yield Static(Content(self._title), id="prompt-title")
            yield Input(self._typed, compact=True, id="prompt-input")
            yield Static("", id="prompt-said", markup=False)
            yield CompletionMenu(self._glyphs, id="prompt-menu")
            yield KeyLine(id="prompt-keys")

    def on_mount(self) -> None:
        """Where one name is wanted, the first is there already, to be taken or typed over."""
        self.set_focus(self._line)
        self._offer()
        if not self._several and self._found:
            self._choose(0)
            self._line.select_all()

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def _offer(self) -> None:
        _, beginning, away = naming.begun(self._typed, several=self._several)
        names = self._present if away else self._names
        self._found, self._chosen = naming.offered(names, beginning), -1
        self._show()

    def _choose(self, place: int) -> None:
        """Put a completion in, or with -1 what was typed."""
        self._chosen = place
        text = self._typed
        if place >= 0:
            start, _, _ = naming.begun(text, several=self._several)
            text = text[:start] + naming.written(self._found[place].text, several=self._several)
        self._there = text
        with self.prevent(Input.Changed):
            self._line.value = text
        self._line.cursor_position = len(text)
        self._show()

    def _show(self) -> None:
        self.query_one(CompletionMenu).show(self._found, self._chosen, COLUMN)
        self._say("")
        does = self._entered(self._there) if self._entered else ""
        self.query_one(KeyLine).hints = tuple(self._telling(does)) if does else self._hints

    def _telling(self, does: str) -> Iterator[Hint]:
        """What Enter and Tab do with what is there."""
        yield "Enter", does
        place = self._after(1)
        following = self._found[place].text if place >= 0 else self._typed
        if following not in ("", self._there):
            yield "Tab", cut(following, naming.SHOWN, self._glyphs)

    def _say(self, said: str) -> None:
        line = self.query_one("#prompt-said", Static)
        line.display = bool(said)
        line.update(Content(said))

    def own_deed(self, key: str) -> Deed | None:
        """Enter gives back what is there; other keys go through the completions."""
        if key == "enter":
            return self._take
        return (lambda: self._step(STEPS[key])) if key in STEPS else None

    def _step(self, step: int) -> None:
        """Through the completions and, between the last and the first, through the typed."""
        self._take_in()
        self._choose(self._after(step))

    def _after(self, step: int) -> int:
        """The completion so many steps on; -1 for what was typed."""
        return (self._chosen + 1 + step) % (len(self._found) + 1) - 1

    def _take_in(self) -> None:
        """Notice that something else was typed than stood there last."""
        if self._line.value != self._there:
            self._typed = self._there = self._line.value
            self._offer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Something was typed; what was chosen since stays."""
        event.stop()
        self._take_in()

    def on_completion_menu_chosen(self, event: CompletionMenu.Chosen) -> None:
        """Put in what was clicked."""
        self._choose(event.place)

    def action_note_save(self, count: int | None) -> AwaitComplete | None:
        """Give back what is there, by the key that keeps a note."""
        return self._take()

    def _take(self) -> AwaitComplete | None:
        """Give back what is there, unless it is refused."""
        text = self._line.value
        self._take_in()
        said = self._refused(text) if self._refused else ""
        if not said:
            return self.give(text)
        self._say(said)
        return None

    def action_note_cancel(self, count: int | None) -> AwaitComplete | None:
        """Leave all as it is."""
        return self.give(None)
