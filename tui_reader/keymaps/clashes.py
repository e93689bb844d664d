"""Overrides laid over a keymap so that no two commands ever want the same key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tui_reader.commands import PLACES, Place, command
from tui_reader.errors import Problem
from tui_reader.keymaps.keymap import is_typed
from tui_reader.keymaps.overrides import Override
from tui_reader.keys import shown_sequence

Keys = Mapping[str, tuple[str, ...]]
"""Command id to canonical sequences."""

QUITTING = ("view.back", "app.quit")
"""Commands of which one must have a key."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two bindings that cannot both hold."""

    key: str
    """The sequence of `command`; the same as, or the beginning of, `other_key`."""
    command: str
    other_key: str
    other: str


def clashes(keys: Keys) -> Iterable[Clash]:
    """Every pair of bindings that share a key, or a key with the beginning of a sequence.

    A command that goes ahead of another may share its keys.
    """
    places: tuple[Place, ...] = ("list", "detail", "facets", "shelf", "search", "note", "page")
    for place in places:
        yield from _clashes_in(place, keys)


def _clashes_in(place: Place, keys: Keys) -> Iterable[Clash]:
    owners: dict[str, str] = {}
    here = [
        (sequence, name)
        for name, sequences in keys.items()
        if place in PLACES[command(name).scope]
        for sequence in sequences
        if not is_typed(sequence, place)
    ]
    for sequence, name in here:
        if not _share(owners.setdefault(sequence, name), name):
            yield Clash(sequence, owners[sequence], sequence, name)
    for sequence, name in here:
        parts = sequence.split()
        for end in range(1, len(parts)):
            if owner := owners.get(" ".join(parts[:end])):
                yield Clash(" ".join(parts[:end]), owner, sequence, name)


def _share(one: str, other: str) -> bool:
    ahead = (command(one).ahead_of, command(other).ahead_of)
    return one == other or ahead[0] == other or ahead[1] == one


def overlay(
    file: str, base: Keys, overrides: tuple[Override, ...]
) -> tuple[dict[str, tuple[str, ...]], tuple[Problem, ...]]:
    """The base with every override that can stand, and a Problem for each that cannot.

    Of two lines that clash the later gives way; so does an override that takes the key of a
    command left as it was. What gives way keeps the base's keys, which may clash in turn.
    """
    standing = {override.command: override for override in overrides}
    problems = _keep_quitting(file, base, standing)
    # Each round takes one override away, and the base alone has no clash, so this ends.
    while clash := next(iter(clashes(_laid(base, standing))), None):
        loser = _loser(clash, standing)
        if loser is None:
            break
        problems.append(Problem(file, loser.line, _told(clash, loser, standing)))
        del standing[loser.command]
    return _laid(base, standing), tuple(problems)


def _laid(base: Keys, standing: Mapping[str, Override]) -> dict[str, tuple[str, ...]]:
    return {**base, **{name: override.keys for name, override in standing.items()}}


def _keep_quitting(file: str, base: Keys, standing: dict[str, Override]) -> list[Problem]:
    laid = _laid(base, standing)
    if any(laid[name] for name in QUITTING):
        return []
    line = max(standing[name].line for name in QUITTING if name in standing)
    for name in QUITTING:
        standing.pop(name, None)
    reason = "neither app.quit nor view.back would have a key; both keep theirs"
    return [Problem(file, line, reason)]


def _loser(clash: Clash, standing: Mapping[str, Override]) -> Override | None:
    """The later line of those that clash; None where neither is from the file."""
    both = [standing[name] for name in (clash.command, clash.other) if name in standing]
    return max(both, key=lambda override: override.line, default=None)


def _told(clash: Clash, loser: Override, standing: Mapping[str, Override]) -> str:
    """The clash as the loser's line is told of it."""
    mine, yours = shown_sequence(clash.key), shown_sequence(clash.other_key)
    winner = clash.other if loser.command == clash.command else clash.command
    if winner == loser.command:
        return f"{winner}: '{mine}' is also the beginning of '{yours}'; its other keys are kept"
    if loser.command == clash.other:
        mine, yours = yours, mine
    where = f"line {standing[winner].line}" if winner in standing else "its key without this file"
    if clash.key == clash.other_key:
        said = f"'{mine}' is the key of {winner} too ({where})"
    elif loser.command == clash.command:
        said = f"'{mine}' is the beginning of '{yours}' of {winner} ({where})"
    else:
        said = f"'{mine}' begins with '{yours}' of {winner} ({where})"
    return f"{loser.command}: {said}; its former keys are kept"
