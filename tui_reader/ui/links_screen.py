"""A choice among the links of a paper; gives back an address or nothing."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.commands import Place
from tui_reader.links import Link
from tui_reader.ui.answering import AnsweringScreen, Deed

DIGITS = "0123456789"
"""Keys that choose here; they are no counts."""


class LinksScreen(AnsweringScreen[str | None]):
    """Lists links; Enter or a digit chooses one."""

    place: Place = "page"

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__()
        self._links = tuple(links)

    def compose(self) -> ComposeResult:
        """One line per link."""
        with Vertical(id="links-page"):
            yield Static("Open which link?", id="links-title", markup=False)
            yield OptionList(
                *(
                    Option(Content(f"{number}  {name:<9}{address}"))
                    for number, (name, address) in enumerate(self._links, start=1)
                ),
                id="links",
                markup=False,
                compact=True,
            )

    def on_mount(self) -> None:
        """The list has the keyboard."""
        self.set_focus(self.query_one(OptionList))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back the address that was chosen."""
        self._give(event.option_index)

    def own_deed(self, key: str) -> Deed | None:
        """A digit chooses its link, Enter the one under the cursor."""
        if key == "enter":
            return lambda: self._give(self.query_one(OptionList).highlighted or 0)
        return (lambda: self._give(int(key) - 1)) if key in DIGITS else None

    def _give(self, place: int) -> AwaitComplete | None:
        there = 0 <= place < len(self._links)
        return self.give(self._links[place][1]) if there else None

    def action_move_down(self, count: int | None) -> None:
        """Down the list."""
        self._move(count or 1)

    def action_move_up(self, count: int | None) -> None:
        """Up the list."""
        self._move(-(count or 1))

    def action_move_top(self, count: int | None) -> None:
        """To the first link."""
        self._move(-len(self._links))

    def action_move_bottom(self, count: int | None) -> None:
        """To the last link."""
        self._move(len(self._links))

    def _move(self, step: int) -> None:
        options = self.query_one(OptionList)
        options.highlighted = max(0, min((options.highlighted or 0) + step, len(self._links) - 1))

    def action_view_back(self, count: int | None) -> AwaitComplete | None:
        """Choose none."""
        return self.give(None)
