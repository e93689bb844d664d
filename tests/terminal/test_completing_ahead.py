"""A query typed at once with its completion: the keys behind Tab meet the completed word."""

from pathlib import Path

from tests.terminal.reader import needs_terminals, reading

pytestmark = needs_terminals


def test_a_completion_and_the_keys_behind_it_may_be_typed_at_once(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.press("/title:transfo\t is:unread\r")
        terminal.wait_for("/ title:transformer is:unread", " of 71")
        terminal.press("\x11")
        assert terminal.ended() == 0
    kept = tmp_path / "state" / "paperread" / "queries.txt"
    assert kept.read_text() == "title:transformer is:unread\n"
    assert kept.stat().st_mode & 0o777 == 0o600
