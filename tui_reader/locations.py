"""Where paperread keeps things: XDG folders, honoured on every system; nothing is created here."""

import os
from pathlib import Path

APP = "paperread"


def _base(variable: str, *fallback: str) -> Path:
    # The XDG specification says a relative path is invalid and to be ignored.
    value = os.environ.get(variable, "")
    if value and Path(value).is_absolute():
        return Path(value) / APP
    return Path(os.path.expanduser("~")).joinpath(*fallback) / APP  # noqa: PTH111 - Path.home() raises where HOME is unknown


def config_dir() -> Path:
    """Folder of settings and personal keymaps."""
    return _base("XDG_CONFIG_HOME", ".config")


def data_dir() -> Path:
    """Folder of what belongs to the reader: annotations and added dumps."""
    return _base("XDG_DATA_HOME", ".local", "share")


def cache_dir() -> Path:
    """Folder of what can be made again: the index."""
    return _base("XDG_CACHE_HOME", ".cache")


def state_dir() -> Path:
    """Folder of what paperread notes for itself: journal, backups, the last place in the list."""
    return _base("XDG_STATE_HOME", ".local", "state")


def settings_file() -> Path:
    """The reader's settings."""
    return config_dir() / "settings.yaml"


def dumps_dir() -> Path:
    """Folder that `paperread add` copies dumps to."""
    return data_dir() / "dumps"


def annotations_file() -> Path:
    """Stars, read marks and notes, unless the reader keeps them elsewhere."""
    return data_dir() / "annotations.yaml"


def shipped(kind: str) -> Path:
    """Folder of files that travel with the program: `keymaps` or `sample_dumps`.

    A wheel carries them inside the package; a checkout has them at its top level.
    """
    from importlib import resources  # noqa: PLC0415 - costs the start of the app for nothing

    inside = Path(str(resources.files("tui_reader"))) / "_data" / kind
    return inside if inside.is_dir() else Path(__file__).resolve().parent.parent / kind
