"""Which papers hold given words side by side, or near one another, by the places of their words."""

import numpy as np

from tui_reader.search.arrays import Ints, Longs, Mask

_MUCH_RARER = 16
"""Looking up few places among many is faster than merging both from this ratio on."""


def in_order(choices: list[Longs], starts: Longs, gap: int) -> Ints:
    """The papers where words follow one another in order.

    Args:
        choices: for each word of the phrase the places where it, or what may stand for it,
            stands; rising.
        starts: where each paper's words begin, and the end; shape (N + 1,).
        gap: how many other words may stand in between, all in all.

    Returns:
        Paper numbers, rising.
    """
    first, last = _side_by_side(choices) if gap == 0 else _within(choices, gap)
    paper = np.searchsorted(starts, first, side="right") - 1
    whole = paper[last < starts[paper + 1]]
    return whole[_firsts(whole)].astype(np.int32)


def papers_at(places: Longs, starts: Longs) -> tuple[Ints, Ints]:
    """The papers that some rising places belong to, and how many places lie in each."""
    papers = np.searchsorted(starts, places, side="right") - 1
    first = np.flatnonzero(_firsts(papers))
    counts = np.diff(first, append=len(papers))
    return papers[first].astype(np.int32), counts.astype(np.int32)


def _firsts(rising: Longs) -> Mask:
    """Where in a rising array each number stands first."""
    firsts = np.ones(len(rising), dtype=np.bool_)
    np.not_equal(rising[1:], rising[:-1], out=firsts[1:])
    return firsts


def _side_by_side(choices: list[Longs]) -> tuple[Longs, Longs]:
    """First and last places of the phrase, beginning with its rarest words."""
    order = sorted(range(len(choices)), key=lambda word: len(choices[word]))
    begin = choices[order[0]] - order[0]
    for word in order[1:]:
        begin = _both(begin, choices[word] - word)
    return begin, begin + (len(choices) - 1)


def _both(few: Longs, many: Longs) -> Longs:
    """What is in both of two rising arrays of distinct numbers."""
    if len(few) * _MUCH_RARER < len(many):
        at = np.searchsorted(many, few)
        known = at < len(many)
        found: Longs = few[known][many[at[known]] == few[known]]
        return found
    merged = np.sort(np.concatenate([few, many]), kind="stable")
    twice: Longs = merged[:-1][merged[1:] == merged[:-1]]
    return twice


def _within(choices: list[Longs], gap: int) -> tuple[Longs, Longs]:
    """First and last places where each word's next occurrence comes soon enough.

    From a given first place, taking the nearest next word each time ends soonest.
    """
    first = last = choices[0]
    for step, places in enumerate(choices[1:], start=1):
        at = np.searchsorted(places, last, side="right")
        known = at < len(places)
        first, last = first[known], places[at[known]]
        near = last - first - step <= gap
        first, last = first[near], last[near]
    return first, last
