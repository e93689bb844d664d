"""What a command is meant for: what is selected, or so many papers from the cursor on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui_reader.library.listing import Listing
from tui_reader.papers import Paper
from tui_reader.ui.selection import Selection


@dataclass(frozen=True, slots=True)
class Targets:
    """Papers of a listing; which they are is found out when they are read."""

    listing: Listing
    rows: range = range(0)
    """Rows that are meant, where nothing is selected."""
    selection: Selection | None = None

    def __len__(self) -> int:
        return len(self.rows) if self.selection is None else len(self.selection)

    def papers(self) -> tuple[Paper, ...]:
        """The papers, in the order of the list; selected ones that it lacks come after.

        Reads every one of them. Those that cannot be read any more are left out.
        """
        return tuple(_read(self.listing, self.numbers()))

    def numbers(self) -> Sequence[int]:
        """Their numbers in the listing's snapshot, in that order.

        Reads the selected papers where they were selected in another snapshot.
        """
        listed = self.listing.numbers
        if self.selection is None:
            return listed[self.rows.start : self.rows.stop]
        chosen = self.selection.of(self.listing.snapshot).numbers
        here = [number for number in listed if number in chosen]
        return [*here, *sorted(chosen.difference(here))]


def _read(listing: Listing, numbers: Iterable[int]) -> Iterable[Paper]:
    for number in numbers:
        try:
            yield listing.snapshot.paper(number)
        except (OSError, ValueError, IndexError):
            continue
