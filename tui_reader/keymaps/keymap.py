"""A keymap: which keys call which command now; help, footer and screens ask it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui_reader.commands import COMMANDS, PLACES, Place, command
from tui_reader.errors import Problem
from tui_reader.keys import key_character, parse_sequence, shown_sequence
from tui_reader.later import LaterModule

if TYPE_CHECKING:
    from tui_reader import key_sequences
else:
    key_sequences = LaterModule("tui_reader.key_sequences")

_EDITING = frozenset({"backspace", "delete", "left", "right", "home", "end"})
"""Keys that change or walk a line of text, beside those that type."""
_WRITING = _EDITING | {"enter", "up", "down", "pageup", "pagedown"}
"""Likewise in text of several lines."""

TYPED: Mapping[Place, frozenset[str]] = MappingProxyType({"search": _EDITING, "note": _WRITING})
"""Keys that belong to the text of a place."""


def is_typed(sequence: str, place: Place) -> bool:
    """Whether a sequence begins with a key that writes or edits text there, and so never fires."""
    first = sequence.partition(" ")[0]
    return place in TYPED and (bool(key_character(first)) or first in TYPED[place])


@dataclass(frozen=True)
class Keymap:
    """The keys in force."""

    name: str
    """What it was asked for by: `default`, `vim`, or a file's name."""
    keys: Mapping[str, tuple[str, ...]]
    """Command id to its canonical sequences; every command is there, some with none."""
    problems: tuple[Problem, ...] = ()
    """What was wrong with the file; the entries concerned kept the keys they had."""

    def shown_keys(self, command_id: str) -> tuple[str, ...]:
        """The keys of a command as readers are shown them: `('gg', 'Home')`."""
        return tuple(shown_sequence(sequence) for sequence in self.keys[command_id])

    def shown(self, command_id: str) -> str:
        """All its keys in a line: `gg, Home`; empty where it has none."""
        return ", ".join(self.shown_keys(command_id))

    def short(self, command_id: str, place: Place | None = None) -> str:
        """Its first key, for the footer; with a place, the first that works there."""
        for sequence in self.keys[command_id]:
            if place is None or self._fires(command_id, sequence, place):
                return shown_sequence(sequence)
        return ""

    def sequences(self, place: Place) -> "key_sequences.KeySequences":
        """What the keyboard means while that place has it."""
        # The command that goes ahead comes last and so takes the key.
        bound = {
            sequence: command_id
            for command_id in sorted(self.keys, key=lambda name: bool(command(name).ahead_of))
            for sequence in self.keys[command_id]
            if self._fires(command_id, sequence, place)
        }
        return key_sequences.KeySequences(bound, counts=place not in TYPED)

    @staticmethod
    def _fires(command_id: str, sequence: str, place: Place) -> bool:
        return place in PLACES[command(command_id).scope] and not is_typed(sequence, place)


DEFAULT = Keymap(
    "default",
    MappingProxyType({c.id: tuple(parse_sequence(key) for key in c.keys) for c in COMMANDS}),
)
"""The registry's own keys."""
