"""The tree of the empty query, which stands for every paper."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.queries.tree import Node


@dataclass(frozen=True, slots=True)
class And:
    """All parts; no parts means every paper."""

    parts: "tuple[Node, ...]"


EVERYTHING = And(())
"""The tree of the empty query."""
