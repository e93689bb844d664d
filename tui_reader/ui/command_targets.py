"""All that acts on commands for the main screen; imported behind the first rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.ui.copy_commands import CopyCommands
from tui_reader.ui.history_commands import HistoryCommands
from tui_reader.ui.hit_commands import HitCommands
from tui_reader.ui.label_commands import LabelCommands
from tui_reader.ui.list_commands import ListCommands
from tui_reader.ui.mark_commands import MarkCommands
from tui_reader.ui.shelf_commands import ShelfCommands
from tui_reader.ui.undo_commands import UndoCommands

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen


def targets_of(screen: "MainScreen") -> Sequence[object]:
    """The objects whose `action_…` methods are the commands."""
    makers = (
        ListCommands, HitCommands, ShelfCommands, MarkCommands, LabelCommands, UndoCommands,
        CopyCommands, HistoryCommands,
    )  # fmt: skip
    own = (screen.paper_commands, screen.search_commands, screen.selecting, screen.export_commands)
    return (*own, *screen.sides.all, *(make(screen) for make in makers))
