"""Places in a reading list: ranks that leave room, so that moving a paper changes that one only."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from tui_reader.annotation import Annotation
from tui_reader.papers import PaperId

_NARROWEST = Decimal("1e-9")
Way = Literal["up", "down", "top", "bottom"]

Ranked = tuple[Decimal, PaperId]
"""Papers of a list sort by their rank, and those with the same rank by their id."""


def ranked(annotations: Mapping[PaperId, Annotation], name: str) -> list[Ranked]:
    """The papers of a list, in order."""
    return sorted(
        (rank, paper)
        for paper, said in annotations.items()
        for each, rank in said.lists
        if each == name
    )


def behind(order: list[Ranked]) -> Decimal:
    """A rank behind all others, a whole number."""
    return order[-1][0].to_integral_value(ROUND_FLOOR) + 1 if order else Decimal(1)


def between(low: Decimal | None, high: Decimal | None, count: int) -> list[Decimal]:
    """So many rising ranks between two, with as few figures as can be.

    A bound that is missing leaves room for whole numbers. Empty where there is no room.
    """
    if low is None or high is None:
        first = 1 if high is None else int(high.to_integral_value(ROUND_CEILING)) - count
        first = first if low is None else int(low.to_integral_value(ROUND_FLOOR)) + 1
        return [Decimal(first + number) for number in range(count)]
    unit = Decimal(1)
    while unit >= _NARROWEST:
        first = int((low / unit).to_integral_value(ROUND_FLOOR)) + 1
        room = int((high / unit).to_integral_value(ROUND_CEILING)) - first
        if room >= count:
            # The middles of as many equal parts.
            steps = (first + (2 * number + 1) * room // (2 * count) for number in range(count))
            return [step * unit for step in steps]
        unit /= 10
    return []


def placed(order: list[Ranked], moving: list[PaperId], place: int) -> dict[PaperId, Decimal]:
    """New ranks that put some papers, in their order, at a place among the others (from 0).

    Where the others leave no room, as those with equal ranks do, theirs change, too.
    """
    if not moving:
        return {}
    chosen = set(moving)
    rest = [each for each in order if each[1] not in chosen]
    place = max(0, min(place, len(rest)))
    low = rest[place - 1][0] if place else None
    high = rest[place][0] if place < len(rest) else None
    if ranks := between(low, high, len(moving)):
        return dict(zip(moving, ranks, strict=True))
    before, behind_them = ([paper for _, paper in part] for part in (rest[:place], rest[place:]))
    everyone = [*before, *moving, *behind_them]
    return {paper: Decimal(number) for number, paper in enumerate(everyone, start=1)}


def moved(order: list[Ranked], moving: list[PaperId], way: Way, by: int) -> dict[PaperId, Decimal]:
    """New ranks that move some papers of a list together, up or down by so many papers."""
    names = [paper for _, paper in order]
    meant = set(moving)
    chosen = [paper for paper in names if paper in meant]
    if not chosen:
        return {}
    first = names.index(chosen[0])
    rest = len(names) - len(chosen)
    # The place of the first among the others, before and after.
    place = {"up": first - by, "down": first + by, "top": 0, "bottom": rest}[way]
    place = max(0, min(place, rest))
    together = names[first : first + len(chosen)] == chosen
    return {} if together and place == first else placed(order, chosen, place)
