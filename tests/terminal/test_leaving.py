"""However it ends, what was written is kept and the terminal is given back."""

import os
import signal
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.terminal.pseudo_terminal import PseudoTerminal, home_of
from tests.terminal.reader import KAN, READY, SAMPLES, kept, needs_terminals, reading, starred

pytestmark = needs_terminals


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 0)],
)
def test_a_signal_saves_restores_and_tells_by_its_status(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    with reading(tmp_path) as terminal:
        starred(terminal)
        terminal.send(number)
        assert terminal.ended() == status
        assert terminal.is_restored
        assert b"Traceback" not in terminal.output
    assert kept(tmp_path)[KAN]["starred"] == date.today()


def test_a_signal_leaves_from_the_note_page_as_well(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        starred(terminal)
        terminal.press("e")
        terminal.wait_for("Save", "Cancel")
        terminal.send(signal.SIGTERM)
        assert terminal.ended() == 143
        assert terminal.is_restored
    assert kept(tmp_path)[KAN]["starred"] == date.today()


@pytest.mark.parametrize("nohup", [False, True])
def test_a_terminal_that_is_closed_ends_it_and_all_is_saved(tmp_path: Path, nohup: bool) -> None:
    with PseudoTerminal([SAMPLES], home_of(tmp_path), nohup=nohup) as terminal:
        terminal.wait_for(READY)
        starred(terminal)
        terminal.hang_up()
        assert terminal.ended() == 129
    assert kept(tmp_path)[KAN]["starred"] == date.today()


CRASHING = """
import sys
from tui_reader.cli import main
from tui_reader.ui.paper_commands import PaperCommands
def crash(self, count): raise RuntimeError("out of order")
PaperCommands.action_paper_browse = crash
sys.exit(main(sys.argv[1:]))
"""


def test_a_crash_saves_and_is_one_line_with_status_1(tmp_path: Path) -> None:
    program = (sys.executable, "-c", CRASHING)
    with PseudoTerminal([SAMPLES], home_of(tmp_path), program=program) as terminal:
        terminal.wait_for(READY)
        starred(terminal)
        terminal.press("o")
        assert terminal.ended() == 1
        assert terminal.is_restored
        assert b"Traceback" not in terminal.output
        assert b"paperread: an error ended it; " in terminal.output
    assert kept(tmp_path)[KAN]["starred"] == date.today()
    (log,) = (tmp_path / "state" / "paperread").glob("crash-*.log")
    assert "out of order" in log.read_text()


def test_sizes_of_every_kind_are_lived_through(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        for columns, lines in ((1, 1), (0, 0), (200, 2), (2, 60), (29, 24), (80, 7), (300, 90)):
            terminal.resize(columns or 1, lines or 1)
            os.kill(terminal.process.pid, signal.SIGWINCH)
        terminal.resize(29, 10)
        terminal.wait_for("too small")
        terminal.resize(80, 24)
        terminal.wait_for("KAN: Kolmogorov", READY)
        starred(terminal)
        terminal.press("q")
        assert terminal.ended() == 0
