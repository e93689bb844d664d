"""The completions that are offered for a piece of the search bar's text, as a plain value."""

from dataclasses import dataclass, replace

from tui_reader.queries.completing import Completion, Unfinished, taken


@dataclass(frozen=True, slots=True)
class Choices:
    """One goes round through them and, between the last and the first, through what was typed."""

    typed: str
    """The whole text as it was typed."""
    cursor: int
    """Where the cursor was in it."""
    piece: Unfinished
    """What is completed."""
    found: tuple[Completion, ...]
    """In the order in which they are offered."""
    place: int = -1
    """The one that is chosen; -1 for what was typed."""

    @property
    def text(self) -> str:
        """The text with what is chosen put in."""
        return self._put[0]

    @property
    def behind(self) -> int:
        """Where the cursor stands then."""
        return self._put[1]

    @property
    def _put(self) -> tuple[str, int]:
        if self.place < 0:
            return self.typed, self.cursor
        return taken(self.typed, self.piece, self.found[self.place])

    def go(self, place: int) -> "Choices":
        """With this one chosen."""
        return replace(self, place=place)

    def step(self, step: int) -> "Choices":
        """With the one chosen that lies so many further on, all round."""
        return self.go((self.place + 1 + step) % (len(self.found) + 1) - 1)
