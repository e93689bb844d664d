"""Where the real dumps lie, if they do, and how tests read a text as a dump."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.dumps.reading import read_dump
from tui_reader.errors import Problem
from tui_reader.papers import Paper

_BESIDE = Path(__file__).resolve().parents[2] / "../shared"
SHARED = Path(os.environ.get("PAPERREAD_SHARED") or _BESIDE).resolve()

needs_shared = pytest.mark.skipif(
    not (SHARED / "dumps").is_dir(), reason="the folder with real dumps is not here"
)

Write = Callable[..., Path]


def papers(path: Path) -> list[Paper]:
    """The papers of a dump."""
    return [item for item in read_dump(path) if isinstance(item, Paper)]


def problems(path: Path) -> list[Problem]:
    """The problems of a dump."""
    return [item for item in read_dump(path) if isinstance(item, Problem)]


def pairs(path: Path) -> list[tuple[str, str]]:
    """Title and abstract of each paper; no problem may occur."""
    items = list(read_dump(path))
    assert not [str(item) for item in items if isinstance(item, Problem)]
    return [(item.title, item.abstract) for item in items if isinstance(item, Paper)]
