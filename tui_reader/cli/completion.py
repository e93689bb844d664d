"""`paperread completion SHELL`: prints the script by which a shell completes arguments."""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui_reader import locations
from tui_reader.annotation import Holdings
from tui_reader.cli.words import Kind, Shell
from tui_reader.errors import PaperReadError
from tui_reader.later import LaterModule
from tui_reader.library.kept_names import lists_in_use, tags_in_use
from tui_reader.settings import load_settings
from tui_reader.text.clean import clean

if TYPE_CHECKING:
    from tui_reader.annotations import annotations_file
    from tui_reader.cli.completing import bash, fish, zsh
else:
    annotations_file = LaterModule("tui_reader.annotations.annotations_file")
    bash = LaterModule("tui_reader.cli.completing.bash")
    fish = LaterModule("tui_reader.cli.completing.fish")
    zsh = LaterModule("tui_reader.cli.completing.zsh")


def run(arguments: argparse.Namespace) -> int:
    """Print a script, or the names in use of one kind, a line each, as such a script asks for."""
    if "shell" in arguments:
        print(_script(arguments.shell), end="")
        return 0
    for name in _names(_holdings(arguments), arguments.kind):
        print(clean(name, multiline=False))
    return 0


def _script(shell: Shell) -> str:
    match shell:
        case "bash":
            return bash.script()
        case "zsh":
            return zsh.script()
        case "fish":
            return fish.script()


def _names(holdings: Holdings, kind: Kind) -> Iterable[str]:
    match kind:
        case "tags":
            return tags_in_use(holdings)
        case "lists":
            return lists_in_use(holdings)
        case "searches":
            return sorted(holdings.searches)


def _holdings(arguments: argparse.Namespace) -> Holdings:
    """What the annotations file says; nothing where it is not there or not understood.

    It is only read: a shell that asks for names must not take part in keeping them.
    """
    settings, _ = load_settings(locations.settings_file())
    file = arguments.annotations or settings.annotations or locations.annotations_file()
    try:
        content = annotations_file.look(file, ()).content
        return annotations_file.load(content, file.name).holdings if content else Holdings()
    except (OSError, PaperReadError):
        return Holdings()
