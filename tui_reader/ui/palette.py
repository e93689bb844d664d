"""Every command in the palette, with its key; what is chosen goes the way of a key press."""

from functools import partial
from typing import Protocol, cast, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui_reader.commands import COMMANDS, PLACES, Command
from tui_reader.keymaps.keymap import Keymap


@runtime_checkable
class CommandHost(Protocol):
    """What the palette asks of the app."""

    @property
    def keymap_in_force(self) -> Keymap:
        """The keys to show."""

    def call_command(self, command_id: str, count: int | None = None) -> object:
        """Call a command on what is beneath the palette."""


class CommandProvider(Provider):
    """Offers every command that can be called on the main screen."""

    @property
    def _host(self) -> CommandHost:
        return cast(CommandHost, self.app)

    @property
    def _commands(self) -> list[Command]:
        return [
            command
            for command in COMMANDS
            if PLACES[command.scope] & PLACES["main"] and command.id != "app.palette"
        ]

    def _help(self, command: Command) -> str:
        keys = self._host.keymap_in_force.shown(command.id)
        return f"{command.help}  ({keys})" if keys else command.help

    async def discover(self) -> Hits:
        """All commands, in the order of help."""
        for command in self._commands:
            call = partial(self._host.call_command, command.id)
            yield DiscoveryHit(Content(command.title), call, command.title, self._help(command))

    async def search(self, query: str) -> Hits:
        """Commands whose title or id is like what was typed."""
        matcher = self.matcher(query)
        for command in self._commands:
            score = max(matcher.match(command.title), matcher.match(command.id))
            if score > 0:
                call = partial(self._host.call_command, command.id)
                shown = matcher.highlight(command.title)
                yield Hit(score, shown, call, command.title, self._help(command))
