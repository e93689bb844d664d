"""JSON: one list with an object for each paper, to be read by people, by scripts and as a dump."""

from collections.abc import Iterable, Iterator

from tui_reader.exports.entries import Entries
from tui_reader.exports.json_fields import as_json


def write(entries: Entries) -> Iterator[str]:
    """One list of objects."""
    return listed(as_json(entry, indent=1) for entry in entries)


def listed(values: Iterable[str]) -> Iterator[str]:
    """Values that are JSON already as one list."""
    opening = "["
    for value in values:
        yield f"{opening}\n{value}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"
