"""The lines of the history as values: when something was done, what it was, whether it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from tui_reader.papers import PaperId
from tui_reader.ui import turning

if TYPE_CHECKING:
    from tui_reader.library.undoing import Past

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing the reader did."""

    id: str
    when: str
    said: str
    papers: frozenset[PaperId] = frozenset()
    """Papers it was done to."""
    undone: bool = False
    """Whether it was taken back."""


@dataclass(frozen=True, slots=True)
class HistoryRows:
    """Everything the reader did, the newest first."""

    rows: tuple[HistoryRow, ...] = ()

    @property
    def standing(self) -> int:
        """The row of the newest thing that stands; those before it were taken back last."""
        rows = self.rows
        return next((row for row, each in enumerate(rows) if not each.undone), len(rows))

    def find(self, name: str) -> int:
        """The row of that id, -1 where there is none."""
        return next((row for row, each in enumerate(self.rows) if each.id == name), -1)

    def between(self, row: int) -> tuple[HistoryRow, ...]:
        """What has to be taken back, or done again, until a row is the newest that stands.

        Nothing where it is so already, or the row was taken back before others were done.
        """
        now = self.standing
        if row < now:
            return self.rows[row:now]
        if self.rows[row].undone:
            return ()
        return tuple(each for each in self.rows[now:row] if not each.undone)


def rows_of(past: "Sequence[Past]", today: date, dot: str) -> HistoryRows:
    """The lines of what was done, the newest first. Takes its time with what is long."""
    return HistoryRows(
        tuple(
            HistoryRow(
                each.id,
                moment(each.at, today),
                turning.told(each.step, dot),
                frozenset(change.id for change in each.step if change.id),
                each.undone,
            )
            for each in past
        )
    )


def moment(at: str, today: date) -> str:
    """An ISO time as one reads it here: `14:05` today, `20 Nov 14:05` this year, `2025-11-20`.

    Empty where it is no time.
    """
    try:
        local = datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError, OSError):
        return ""
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return clock
    if local.year == today.year:
        return f"{local.day} {_MONTHS[local.month - 1]} {clock}"
    return local.date().isoformat()
