"""Keys may come faster than the screen follows, as over a slow line: none may go astray."""

from pathlib import Path

from tests.terminal.pseudo_terminal import PseudoTerminal
from tests.terminal.reader import KAN, kept, needs_terminals, reading

pytestmark = needs_terminals
FOURTH = "arxiv:2304.02643"
"""The fourth paper of the samples."""


def left(terminal: PseudoTerminal) -> None:
    """Leave with a key that nothing typed before can be waiting for."""
    terminal.press("\x11")
    assert terminal.ended() == 0


def test_a_star_goes_to_the_paper_the_cursor_went_to(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.press("jjjs")
        terminal.wait_for("4 / 71", "★")
        left(terminal)
    assert list(kept(tmp_path)) == [FOURTH]


def test_a_query_typed_at_once_is_no_commands(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.press("/rest\r")
        terminal.wait_for("/ rest", " of 71")
        left(terminal)
    assert kept(tmp_path) == {}


def test_a_note_typed_at_once_is_kept(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.press("enote\x13")
        terminal.wait_for("▎ note")
        left(terminal)
    assert kept(tmp_path)[KAN]["note"].strip() == "note"
