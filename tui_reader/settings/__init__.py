"""The reader's settings: one small YAML file, only read; each mistake costs its own line."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.errors import Problem
from tui_reader.later import LaterModule

if TYPE_CHECKING:
    from tui_reader.settings import entries
else:
    entries = LaterModule("tui_reader.settings.entries")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader can set. Paths may begin with `~`; relative ones start at the settings file."""

    dumps: tuple[Path, ...] = ()
    """Files and folders of paper lists, read where the command line names none."""
    annotations: Path | None = None
    """The file of stars, read marks and notes; without it, the one in the data folder."""
    keymap: str | None = None
    """Name of a keymap (`vim`, `emacs`, `newsboat`, or one in `keymaps/`), or its file."""
    theme: str = "textual-dark"
    """Name of a theme; the palette lists them."""
    mouse: bool = True
    """Whether the mouse works in the app; without it, the terminal selects text as ever."""
    ascii: bool = False
    """Whether borders and marks are drawn with plain characters only."""
    read_after: float = 2.0
    """Seconds a paper stays open before it counts as read, from 0.1 to 60."""


DEFAULTS = Settings()
"""What holds where the file says nothing."""


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in that file and what is wrong with it. Never raises.

    Where there is no file, the defaults hold and nothing is wrong.
    """
    return entries.read_settings(path) if _exists(path) else (DEFAULTS, ())


def _exists(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True  # it cannot be read, and reading it will say why
    return True
