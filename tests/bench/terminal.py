"""Programs in a pseudo-terminal of 120x40: opened, used, left alone until they are quiet."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.painting import SIZE
from tests.bench.startup import BARE
from tests.terminal.pseudo_terminal import PseudoTerminal, home_of

READER = (sys.executable, "-P", "-m", "tui_reader")
QUIET = 0.25
"""Seconds without output after which a program has said all it had to say."""


def bare() -> list[str]:
    """The command of a bare Textual app with one list."""
    return [sys.executable, "-c", BARE]


@contextmanager
def opened(command: Sequence[str | Path], ready: str) -> Iterator[PseudoTerminal]:
    """A program that has painted a text and is quiet; it uses the caches of this run."""
    columns, lines = SIZE
    with tempfile.TemporaryDirectory() as home:
        env = home_of(Path(home)) | {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}
        first, *rest = map(str, command)
        program = PseudoTerminal(rest, env, columns=columns, lines=lines, program=[first])
        with program as terminal:
            terminal.wait_for(ready)
            settle(terminal, 1.0)
            yield terminal


def settle(terminal: PseudoTerminal, quiet: float = QUIET) -> None:
    """Read on until nothing came for a while."""
    size, since = -1, 0.0

    def nothing_came() -> bool:
        nonlocal size, since
        if len(terminal.output) != size:
            size, since = len(terminal.output), time.monotonic()
        return time.monotonic() - since > quiet

    terminal.wait_until(nothing_came, "an end of the output")
