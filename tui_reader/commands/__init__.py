"""The one registry of commands: id, default keys, scope, title, help; no screen, no file.

Bindings, help, footer, palette, keymaps and the README's key table are all made from it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from tui_reader.commands.command import HEADINGS, PLACES, Command, Place, Scope
from tui_reader.commands.keeping import KEEPING
from tui_reader.commands.moving import MOVING
from tui_reader.commands.showing import SHOWING

__all__ = ["COMMANDS", "HEADINGS", "PLACES", "Command", "Place", "Scope", "command", "known"]

COMMANDS: tuple[Command, ...] = (*MOVING, *KEEPING, *SHOWING)
"""Every command, in the order help shows them."""

_BY_ID: Mapping[str, Command] = MappingProxyType({command.id: command for command in COMMANDS})


def command(id: str) -> Command:  # noqa: A002 - it is the command's own word for its name
    """The command of that id. Raises KeyError where there is none."""
    return _BY_ID[id]


def known(id: str) -> bool:  # noqa: A002 - likewise
    """Whether there is a command of that id."""
    return id in _BY_ID
