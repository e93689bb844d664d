"""What can be taken back and done again, read off all that was done, also in earlier runs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from tui_reader.annotation import (
    BLANK,
    Act,
    Annotation,
    Change,
    Field,
    Holdings,
    ReadingList,
    SavedSearch,
)
from tui_reader.papers import PaperId

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


def piles(acts: Iterable[Act], run: str, begun: str, earlier: Collection[str] = ()) -> Piles:
    """The piles for one run, of which what other copies did since it began is no part.

    Acts from before that are told by their times, and by their ids where these are among the
    `earlier` ones, for clocks are set back.
    """
    taken: dict[str, Step] = {}
    back: dict[str, Step] = {}
    for act in acts:
        is_own = act.run == run or act.at < begun or act.id in earlier
        match act.kind:
            case "do":
                if is_own:
                    taken[act.id] = act.changes
                    back.clear()
            case "undo":
                if taken.pop(act.of, None) and act.changes:
                    back[act.of] = act.changes
            case "redo":
                # What is no longer on the pile may have been on that of the run that did it again.
                if (back.pop(act.of, None) or is_own) and act.changes:
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
        elif act.kind == "undo" and act.changes:
            undone.add(act.of)
        elif act.kind == "redo":
            undone.discard(act.of)
    return tuple(
        Past(act.id, act.at, act.changes, act.id in undone) for act in reversed(done.values())
    )


def turned(step: Step) -> Step:
    """The changes that take a step back."""
    return tuple(replace(change, old=change.new, new=change.old) for change in reversed(step))


def fitting(step: Step, holdings: Holdings) -> Step:
    """Those changes whose field still holds what they begin with."""
    # Looked through once for each paper, however many of its tags and lists are meant.
    labels: dict[PaperId, Mapping[tuple[Field, str], str]] = {}
    found = []
    for change in step:
        if change.field in ("tag", "list"):
            if change.id not in labels:
                labels[change.id] = _labels(holdings.papers.get(change.id, BLANK))
            name = change.name.casefold() if change.field == "tag" else change.name
            value = labels[change.id].get((change.field, name), "")
        else:
            value = _value(change, holdings)
        if value == change.old:
            found.append(change)
    return tuple(found)


def _labels(said: Annotation) -> Mapping[tuple[Field, str], str]:
    """The tags and lists of a paper by their names, as changes tell of them."""
    found: dict[tuple[Field, str], str] = {("tag", tag.casefold()): tag for tag in said.tags}
    return found | {("list", name): f"{rank:f}" for name, rank in said.lists}


def _value(change: Change, holdings: Holdings) -> str:
    """What the field holds that a change is about, unless it is a tag or a list."""
    if change.field == "query":
        return holdings.searches.get(change.name, SavedSearch()).value(change.field)
    if change.field in ("created", "description"):
        return holdings.lists.get(change.name, ReadingList()).value(change.field)
    return holdings.papers.get(change.id, BLANK).value(change.field)
