"""What the reader keeps, with how many papers of the library are in each: views, lists, tags."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.library.listing import VIEWS, View, state_of

if TYPE_CHECKING:
    from tui_reader.search.own_counts import OwnCounts


@dataclass(frozen=True, slots=True)
class Kept:
    """Numbers of papers; choosing one of these lists just as many."""

    views: Mapping[View, int] = field(default_factory=dict)
    """In the order they are shown."""
    lists: Mapping[str, int] = field(default_factory=dict)
    """In alphabetical order; lists without papers, too."""
    everywhere: Mapping[str, int] = field(default_factory=dict)
    """The same lists with the papers that are not in the library, too."""
    tags: Mapping[str, int] = field(default_factory=dict)
    """The most used first; those of no paper left out."""


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a saved search."""

    papers: int
    new: int
    """Those that the newest list brought; 0 where it brought the whole library."""


def kept_of(counted: "OwnCounts", papers: int, lists: Mapping[str, int]) -> Kept:
    """What was counted of a library of so many papers, beside all lists with all their papers."""
    own = {str(state): count for state, count in counted.states.items()}
    views = {view: own[str(state_of(view))] if state_of(view) else papers for view in VIEWS}
    names = {*lists, *counted.lists}
    return Kept(
        views,
        {name: counted.lists.get(name, 0) for name in sorted(names, key=alphabetical)},
        lists,
        dict(sorted(counted.tags.items(), key=lambda tag: (-tag[1], tag[0].casefold()))),
    )


def alphabetical(name: str) -> tuple[str, str]:
    """What lists and searches are sorted by."""
    return name.casefold(), name
