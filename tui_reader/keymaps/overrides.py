"""One entry of a keymap file at a time: what it says, or what is wrong with it."""

import difflib
from dataclasses import dataclass

from tui_reader.commands import COMMANDS, PLACES, command, known
from tui_reader.errors import Problem
from tui_reader.keymaps.keymap import TYPED, is_typed
from tui_reader.keys import KeyNameError, parse_sequence
from tui_reader.yaml_lines import Entries, Entry, Items, Scalar, Value, quoted

MOST = 20
"""Keys of one command."""


@dataclass(frozen=True, slots=True)
class Override:
    """What a file says of one command."""

    command: str
    keys: tuple[str, ...]
    """Canonical sequences; none unbinds the command."""
    line: int


class _EntryError(Exception):
    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def read_overrides(
    file: str, entries: tuple[Entry, ...]
) -> tuple[tuple[Override, ...], tuple[Problem, ...]]:
    """The entries that can be understood, and a Problem for each that cannot."""
    overrides: list[Override] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            overrides.append(_override(entry))
        except _EntryError as error:
            problems.append(Problem(file, error.line, error.reason))
    return tuple(overrides), tuple(problems)


def _override(entry: Entry) -> Override:
    if not known(entry.name):
        raise _EntryError(entry.line, f"unknown command {quoted(entry.name)}{_nearest(entry.name)}")
    keys = tuple(dict.fromkeys(_sequence(entry.name, value) for value in _values(entry)))
    return Override(entry.name, keys, entry.line)


def _nearest(name: str) -> str:
    ids = [each.id for each in COMMANDS]
    found = difflib.get_close_matches(name[:100], ids, n=1, cutoff=0.5)
    return f", did you mean {found[0]}?" if found else ""


def _values(entry: Entry) -> tuple[Value, ...]:
    value = entry.value
    if isinstance(value, Entries):
        raise _EntryError(
            value.line, f"{entry.name}: a key or a list of keys is expected; {_QUOTE}"
        )
    values = value.values if isinstance(value, Items) else (value,)
    if len(values) > MOST:
        raise _EntryError(value.line, f"{entry.name}: more than {MOST} keys")
    return values


_QUOTE = "quote a key that is a mark, such as '?'"


def _sequence(name: str, value: Value) -> str:
    if not isinstance(value, Scalar):
        raise _EntryError(value.line, f"{name}: a key is expected; {_QUOTE}")
    if value.kind != "text":
        raise _EntryError(value.line, f"{name}: {_typed_by_yaml(value)}")
    try:
        sequence = parse_sequence(value.text)
    except KeyNameError as error:
        raise _EntryError(value.line, f"{name}: {error}") from None
    for place in PLACES[command(name).scope]:
        # Elsewhere a key that types is simply typed; here it would be the command's only chance.
        if command(name).scope in TYPED and is_typed(sequence, place):
            reason = f"{quoted(value.text)} writes text there, choose a key such as ctrl+s or f6"
            raise _EntryError(value.line, f"{name}: {reason}")
    return sequence


def _typed_by_yaml(value: Scalar) -> str:
    if value.kind == "nothing" and not value.text:
        return "YAML reads nothing here, quote the key, or write [] for no key"
    return f"YAML reads {quoted(value.text)} as {value.kind}, quote it: '{value.text[:20]}'"
