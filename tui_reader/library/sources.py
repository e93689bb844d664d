"""Which dumps to read when the reader names some, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tui_reader import locations

Origin = Literal["named", "settings", "added", "samples"]


@dataclass(frozen=True, slots=True)
class Sources:
    """Files and folders to read dumps from."""

    paths: tuple[Path, ...]
    origin: Origin
    """Who chose them."""


def choose_sources(named: Sequence[Path], settings: Sequence[Path]) -> Sources:
    """What was named on the command line, else in settings, else was added, else the samples."""
    if named:
        return Sources(tuple(named), "named")
    if settings:
        return Sources(tuple(settings), "settings")
    added = locations.dumps_dir()
    try:
        if any(not path.name.startswith(".") for path in added.iterdir()):
            return Sources((added,), "added")
    except OSError:
        pass  # no folder yet, or not ours to read: the samples are there for that
    return Sources((locations.shipped("sample_dumps"),), "samples")
