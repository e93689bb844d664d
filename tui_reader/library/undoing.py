"""What can be taken back and done again, read off all that was done, also in earlier runs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui_reader.annotation import Act, Change

Step = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of taking a step back, or doing it again."""

    step: Step
    """What was done about it; empty where all of it was changed elsewhere since."""
    asked: Step
    """What should have been done."""


@dataclass(frozen=True, slots=True)
class Past:
    """One thing the reader did, as the history tells of it."""

    id: str
    at: str
    """When, as an ISO time in UTC."""
    step: Step
    undone: bool
    """Whether it was taken back."""


@dataclass(frozen=True, slots=True)
class Piles:
    """What can be taken back, and what can be done again; the next is the last of each."""

    taken: tuple[tuple[str, Step], ...]
    """The id of what was done, and the changes that stand now because of it."""
    back: tuple[tuple[str, Step], ...]
    """The id of what was taken back, and the changes that did so."""


def piles(acts: Iterable[Act], run: str, begun: str) -> Piles:
    """The piles for one run, of which what other copies did since it began is no part."""
    taken: dict[str, Step] = {}
    back: dict[str, Step] = {}
    for act in acts:
        match act.kind:
            case "do":
                if act.run == run or act.at < begun:
                    taken[act.id] = act.changes
                    back.clear()
            case "undo":
                if taken.pop(act.of, None) and act.changes:
                    back[act.of] = act.changes
            case "redo":
                if back.pop(act.of, None) and act.changes:
                    taken[act.of] = act.changes
            case "aside":
                pass
    return Piles(tuple(taken.items()), tuple(back.items()))


def past(acts: Iterable[Act]) -> tuple[Past, ...]:
    """All that was done, the newest first, and what of it was taken back."""
    done: dict[str, Act] = {}
    undone: set[str] = set()
    for act in acts:
        if act.kind == "do":
            done[act.id] = act
        elif act.kind == "undo":
            undone.add(act.of)
        elif act.kind == "redo":
            undone.discard(act.of)
    return tuple(
        Past(act.id, act.at, act.changes, act.id in undone) for act in reversed(done.values())
    )


def turned(step: Step) -> Step:
    """The changes that take a step back."""
    return tuple(replace(change, old=change.new, new=change.old) for change in reversed(step))
