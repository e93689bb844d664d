"""paperread in a terminal with a home of its own, and what it keeps there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.terminal.pseudo_terminal import PseudoTerminal, home_of
from tui_reader import locations

KAN = "arxiv:2404.19756"
"""The first paper of the samples."""
SAMPLES = locations.shipped("sample_dumps")
READY = "1 / 71"
"""The status line when the samples are there."""


def opened(home: Path, *arguments: str | Path, **env: str) -> PseudoTerminal:
    """paperread with these arguments, in a home."""
    return PseudoTerminal(arguments, home_of(home, **env))


@contextmanager
def reading(home: Path, *arguments: str | Path, **env: str) -> Iterator[PseudoTerminal]:
    """paperread with the samples on the screen."""
    with opened(home, SAMPLES, *arguments, **env) as terminal:
        terminal.wait_for(READY, "KAN: Kolmogorov")
        yield terminal


def starred(terminal: PseudoTerminal) -> None:
    """Star the paper under the cursor and wait until that is acknowledged."""
    terminal.press("s")
    terminal.wait_for("★ starred")


def kept(home: Path) -> dict[str, Any]:
    """The papers of the annotations file."""
    file = home / "data" / "paperread" / "annotations.yaml"
    if not file.exists():
        return {}
    papers: dict[str, Any] = yaml.safe_load(file.read_text())["papers"]
    return papers


needs_terminals = pytest.mark.skipif(
    not Path("/dev/ptmx").exists(), reason="needs pseudo-terminals"
)
