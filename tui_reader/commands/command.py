"""What a command is, where it may be called, and how commands are grouped."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Place = Literal["list", "detail", "facets", "shelf", "search", "note", "page"]
"""What has the keyboard: a pane, the search bar, the note editor, or a page laid over the app."""

Scope = Literal[
    "everywhere", "reading", "panes", "main",
    "list", "detail", "facets", "shelf", "search", "note", "page",
]  # fmt: skip
"""Where a command may be called: one place or several together."""

PLACES: Mapping[Scope, frozenset[Place]] = MappingProxyType(
    {
        # The note editor keeps its keys for writing, so it is a place apart.
        "everywhere": frozenset({"list", "detail", "facets", "shelf", "search", "page"}),
        "reading": frozenset({"list", "detail", "facets", "shelf", "page"}),
        "panes": frozenset({"list", "detail", "facets", "shelf"}),
        "main": frozenset({"list", "detail"}),
        "list": frozenset({"list"}),
        "detail": frozenset({"detail"}),
        "facets": frozenset({"facets"}),
        "shelf": frozenset({"shelf"}),
        "search": frozenset({"search"}),
        "note": frozenset({"note"}),
        "page": frozenset({"page"}),
    }
)
"""The places each scope covers. In the search bar, keys that write are never taken as commands."""

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "move": "Moving",
        "detail": "Scrolling the paper from the list",
        "pane": "Panes",
        "search": "Searching",
        "hit": "Hits",
        "select": "Selecting",
        "unread": "Unread papers",
        "paper": "The paper, or those selected",
        "status": "Reading status",
        "tag": "Tags",
        "list": "Reading lists",
        "note": "Notes",
        "change": "Repeating and taking back",
        "copy": "Copying",
        "export": "Exporting",
        "view": "Views",
        "facet": "Facets",
        "shelf": "The shelf: lists, searches, tags",
        "sort": "Order",
        "app": "The program",
        "problems": "Problems",
        "library": "Dumps",
    }
)
"""Heading of each family of commands (the part of the id before the dot), in the order shown."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can ask for."""

    id: str
    """Family and deed, such as `paper.star`; what keymap files are written with."""
    keys: tuple[str, ...]
    """Default keys; a sequence has spaces between its keys (`g g`). Empty: only in the palette."""
    scope: Scope
    title: str
    """A few words, for footer, palette and tables."""
    help: str
    """One sentence without a full stop."""
    counts: bool = False
    """Whether a count before it means something, as in `5j`."""
    shown: bool = False
    """Whether the footer names it."""
    ahead_of: str = ""
    """The command whose keys it may share: where both may be called the key calls this one, which
    hands on to that one when it has nothing to do."""

    @property
    def family(self) -> str:
        """The part of the id before the dot, a key of `HEADINGS`."""
        return self.id.partition(".")[0]

    @property
    def action(self) -> str:
        """The id as a Python name: `move_half_page_down`."""
        return self.id.replace(".", "_").replace("-", "_")
