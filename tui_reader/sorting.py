"""In what order papers are listed: plain values."""

from dataclasses import dataclass
from typing import Literal, get_args

SortKey = Literal["relevance", "dump", "date", "title", "upvotes"]

SORT_KEYS: tuple[SortKey, ...] = get_args(SortKey)
"""In the order a reader goes through them."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a listing is sorted: newest, most upvoted and most relevant first, titles from A."""

    key: SortKey = "relevance"
    reverse: bool = False

    @property
    def next(self) -> "Order":
        """The order after this one, the other way round no longer."""
        place = SORT_KEYS.index(self.key)
        return Order(SORT_KEYS[(place + 1) % len(SORT_KEYS)])

    def __str__(self) -> str:
        return f"reversed {self.key}" if self.reverse else self.key
