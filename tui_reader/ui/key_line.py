"""The footer: the keys that work just now, as many as fit."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.commands import COMMANDS, PLACES, Place
from tui_reader.keymaps.keymap import DEFAULT, Keymap

Hint = tuple[str, str]
"""A key and what it does."""


def hints(keymap: Keymap, place: Place) -> tuple[Hint, ...]:
    """The commands shown in the footer of a place, with the first key that works there."""
    found = (
        (keymap.short(command.id, place), command.title)
        for command in COMMANDS
        if command.shown and place in PLACES[command.scope]
    )
    return tuple(hint for hint in found if hint[0])


class KeyLine(Widget):
    """Shows hints for a place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}

    hints: reactive[tuple[Hint, ...]] = reactive(hints(DEFAULT, "list"))

    def render_line(self, y: int) -> Strip:
        """The line; what does not fit is left out whole."""
        ground, key_style = self.rich_style, self.get_component_rich_style("keys--key")
        segments = [Segment(" ", ground)]
        room = self.size.width - 1
        for key, title in () if y else _fitting(self.hints, room):
            segments += [Segment(key, key_style), Segment(f" {title}   ", ground)]
        return Strip(segments).crop_extend(0, self.size.width, ground)


def _fitting(every: Iterable[Hint], room: int) -> Iterable[Hint]:
    for key, title in every:
        room -= cell_len(key) + cell_len(title) + 4
        if room < -3:
            return
        yield key, title
