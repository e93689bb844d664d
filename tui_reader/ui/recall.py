"""Going through earlier queries from what stands in the search bar, as a plain value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Recall:
    """Where one is among the earlier queries."""

    before: str
    """What stood in the bar; going past the newest brings it back."""
    found: tuple[str, ...]
    """The queries that are gone through, the newest first, each once."""
    place: int = -1
    """Which of them is shown; -1 for what stood before."""

    @property
    def text(self) -> str:
        """What is shown."""
        return self.before if self.place < 0 else self.found[self.place]

    def older(self) -> "Recall | None":
        """One query further back; None where there is none."""
        at_end = self.place + 1 >= len(self.found)
        return None if at_end else replace(self, place=self.place + 1)

    def newer(self) -> "Recall | None":
        """One query on, at last what stood before; None from there."""
        return None if self.place < 0 else replace(self, place=self.place - 1)


def recall(text: str, queries: Sequence[str], beginning: str) -> Recall:
    """The way back from a text through queries (the newest last) that begin in a certain way."""
    begun = beginning.lstrip().casefold()
    newest_first = reversed(queries)
    found = dict.fromkeys(each for each in newest_first if each.casefold().startswith(begun))
    found.pop(text.strip(), None)
    return Recall(text, tuple(found))
