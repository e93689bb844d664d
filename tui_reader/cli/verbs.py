"""The verbs by name; each lies in a module that is imported when it is called, and no other's."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule

if TYPE_CHECKING:
    import argparse

APP = "open_app"
"""What opens the app; it is called without a name."""
VERBS = (
    "add", "import", "index", "search", "show", "star", "unstar", "status", "tag", "note", "list",
    "saved", "undo", "redo", "history", "export", "merge", "keymap", "completion", "doctor",
)  # fmt: skip


def verb(name: str) -> "Callable[[argparse.Namespace], int]":
    """What a verb does."""
    module = LaterModule(f"tui_reader.cli.{name}")

    def run(arguments: "argparse.Namespace") -> int:
        if name != APP:
            gc.enable()  # the app does so itself, when its first rows are on the screen
        return int(module.run(arguments))

    return run
