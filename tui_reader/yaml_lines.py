"""YAML files of the reader's settings, read with their line numbers and never written.

The text is taken as it stands: what YAML would make of it (a number, a truth value) is told beside
it, so that a caller can ask for quotes instead of guessing what was meant.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

import yaml

from tui_reader.errors import Problem

LARGEST = 1_000_000
"""Bytes; no settings a person writes are larger."""
DEEPEST = 8
"""Levels of lists and entries within one another."""
MOST = 50_000
"""Values and brackets in one file, about a second's work."""

Kind = Literal["text", "a number", "a truth value", "a date", "a tag", "nothing"]
_KINDS: dict[str, Kind] = {
    "int": "a number",
    "float": "a number",
    "bool": "a truth value",
    "timestamp": "a date",
    "null": "nothing",
}
_TAG = "tag:yaml.org,2002:"
_RESOLVER = yaml.resolver.Resolver()


@dataclass(frozen=True, slots=True)
class Scalar:
    """One plain value."""

    text: str
    """As written, without quotes."""
    line: int
    kind: Kind = "text"
    """What YAML reads it as."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    values: "tuple[Value, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Entries:
    """Names with their values, as `name: value` lines give them."""

    pairs: "tuple[tuple[Value, Value], ...]"
    line: int


Value = Scalar | Items | Entries


@dataclass(frozen=True, slots=True)
class Entry:
    """One `name: value` of a file's top level."""

    name: str
    line: int
    value: Value


class _MistakeError(Exception):
    """The file as a whole cannot be understood."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def quoted(text: str) -> str:
    """A piece of the file as it can be shown: short, with control characters written out."""
    return repr(text if len(text) <= 60 else text[:59] + "…")


def shown_path(path: Path) -> str:
    """The file's name as it can be shown."""
    name = str(path)
    return name if name.isprintable() else repr(name)[1:-1]


def read_entries(path: Path, hint: str = "") -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The top-level entries of a YAML file, and what is wrong with it; never raises.

    A name that stands there twice is told and left out, since neither line can be trusted.
    `hint` is what else to say where the file is not YAML.
    """
    file = shown_path(path)
    try:
        return _distinct(file, _tree(_text(path), hint))
    except OSError as error:
        return (), (Problem(file, 0, f"cannot be read ({error.strerror or error})"),)
    except ValueError:  # a NUL in the name
        return (), (Problem(file, 0, "cannot be read (not a file name)"),)
    except _MistakeError as mistake:
        return (), (Problem(file, mistake.line, mistake.reason),)


def _text(path: Path) -> str:
    # O_NONBLOCK: a FIFO must not hold up the start.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("not a regular file")
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise OSError(f"larger than {LARGEST // 1_000_000} MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _MistakeError(line, "not UTF-8 text") from None


def _tree(text: str, hint: str) -> Value | None:
    """What the file says; None where it says nothing. Raises _MistakeError."""
    last = text.count("\n") + (not text.endswith("\n"))
    try:
        return _document(islice(yaml.parse(text, Loader=yaml.SafeLoader), MOST))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line + 1, last) if mark else 0
        said = (error.problem or error.context or "").replace("'\\x00'", "the end")
        raise _MistakeError(line, f"not YAML: {said}{hint}") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _MistakeError(line, "not YAML: a control character") from None


def _document(events: Iterator[yaml.Event]) -> Value | None:
    """One document's value, off the events, so that no alias is ever followed."""
    root: Value | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                raise _MistakeError(_line(event), "a second document, write only one")
            root = _value(next(events, event), events, 0)
        if isinstance(event, yaml.StreamEndEvent):
            return root
    raise _MistakeError(0, f"more than {MOST} values")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Value:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _MistakeError(_line(event), "anchors and aliases (& and *) are not read here")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if depth >= DEEPEST:
        raise _MistakeError(_line(event), f"more than {DEEPEST} levels")
    within: list[Value] = []
    for inner in events:
        if isinstance(inner, yaml.CollectionEndEvent):
            break
        within.append(_value(inner, events, depth + 1))
    if isinstance(event, yaml.MappingStartEvent):
        return Entries(tuple(zip(within[::2], within[1::2], strict=False)), _line(event))
    return Items(tuple(within), _line(event))


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    line, text = _line(event), event.value
    if event.tag and event.tag != _TAG + "str":
        return Scalar(text or event.tag, line, "a tag")
    if event.style in {">", "|"} and not text:
        return Scalar(event.style, line, "nothing")
    if event.style or event.tag:
        return Scalar(text, line)
    tag = str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call] # its stubs have no types here
    return Scalar(text, line, _KINDS.get(tag.removeprefix(_TAG), "text"))


def _distinct(file: str, root: Value | None) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    if root is None or (isinstance(root, Scalar) and root.kind == "nothing"):
        return (), ()
    if not isinstance(root, Entries):
        return (), (Problem(file, root.line, "lines of `name: value` are expected here"),)
    first: dict[str, Entry] = {}
    twice: set[str] = set()
    problems: list[Problem] = []
    for name, value in root.pairs:
        if not isinstance(name, Scalar):
            problems.append(Problem(file, name.line, "a name is expected here"))
        elif earlier := first.get(name.text):
            twice.add(name.text)
            reason = f"{quoted(name.text)} is also on line {earlier.line}; neither was taken"
            problems.append(Problem(file, name.line, reason))
        else:
            first[name.text] = Entry(name.text, name.line, value)
    return tuple(entry for name, entry in first.items() if name not in twice), tuple(problems)
