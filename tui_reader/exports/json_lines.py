"""JSON Lines: one paper a line, to be read by scripts and as a dump."""

from collections.abc import Iterator

from tui_reader.exports.entries import Entries
from tui_reader.exports.json_fields import as_json


def write(entries: Entries) -> Iterator[str]:
    """One object a line."""
    for entry in entries:
        yield as_json(entry) + "\n"
