"""What may follow what on the command line, read off the parsers."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tui_reader.cli.parsers import PARSERS
from tui_reader.cli.parsers.opening import opening
from tui_reader.cli.parsers.parser import Parser
from tui_reader.cli.words import WAYS

Kind = Literal["nothing", "anything", "words", "files", "tags", "lists", "searches", "signed"]
"""What can be completed: `signed` are tags with `+` or `-` before them."""

_KINDS: dict[str, Kind] = {
    "PATH": "files",
    "FILE": "files",
    "NAME|FILE": "files",
    "TAG": "tags",
    "LIST": "lists",
    "SEARCH": "searches",
    "ID|+TAG|-TAG": "signed",
}
"""Kinds by how the help calls an argument."""
_WORDS = {"WHERE": WAYS}
"""Words by how the help calls an argument that takes others as well."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken in one place."""

    kind: Kind = "nothing"
    name: str = ""
    """How the help calls it."""
    words: tuple[str, ...] = ()
    """What there is to choose from."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option and what comes behind it."""

    names: tuple[str, ...]
    help: str
    taken: Taken
    repeats: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """What a verb takes."""

    words: tuple[str, ...]
    """The words that name it; none for the app."""
    help: str
    options: tuple[Option, ...]
    places: tuple[Taken, ...]
    """What stands in each place, apart from options."""
    repeats: bool
    """Whether the last place may come again."""


def shapes() -> Iterator[Shape]:
    """The app, and every verb that the help names."""
    yield _shape("", opening())
    for verb, make in PARSERS.items():
        if verb != "completion names":
            yield _shape(verb, make())


def _shape(verb: str, made: Parser) -> Shape:
    actions = made._actions  # argparse has no other list of its arguments
    options = [each for each in actions if each.option_strings]
    places = [each for each in actions if not each.option_strings]
    return Shape(
        tuple(verb.split()),
        (made.description or "").split("; ")[0],
        tuple(
            Option(
                tuple(each.option_strings),
                each.help or "",
                _taken(each) if each.nargs != 0 else Taken(),
                isinstance(each, argparse._AppendAction),
            )
            for each in options
        ),
        tuple(map(_taken, places)),
        any(each.nargs in ("+", "*") for each in places),
    )


def _taken(action: argparse.Action) -> Taken:
    name = str(action.metavar or action.dest)
    if action.choices is not None:
        return Taken("words", name, tuple(map(str, action.choices)))
    if name in _WORDS:
        return Taken("words", name, _WORDS[name])
    return Taken(_KINDS.get(name, "anything"), name)
