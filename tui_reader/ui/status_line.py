"""One line that says where the reader is, what is going on, and what is not yet saved."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

SAID_FOR = 4.0
"""Seconds a message stays."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the line shows, as one value."""

    position: int = 0
    """Row of the cursor, from 1; 0 where there are no rows."""
    shown: int = 0
    total: int = 0
    view: str = "all"
    reading_list: str = ""
    """The list that was opened, if one was."""
    selected: int = 0
    """Papers that are selected, and …"""
    hidden: int = 0
    """… how many of them are not listed, and …"""
    range: int = 0
    """… those of a range that is still to end."""
    order: str = ""
    """How the list is sorted, in words."""
    doing: str = ""
    """What is being done to many papers."""
    offer: str = ""
    """What may have been meant in the query."""
    activity: str = ""
    """What is going on in the background."""
    unsaved: str = ""
    """Why something is not saved yet."""
    problems: str = ""
    """Where problems are to be found, if there are any."""
    pending: str = ""
    """Keys pressed that wait for more."""

    @property
    def left(self) -> str:
        """Place in the list, and which list it is."""
        if not self.total:
            return ""
        of = f"{self.shown:,}" if self.shown == self.total else f"{self.shown:,} of {self.total:,}"
        parts = [f"{self.position:,} / {of}" if self.shown else of]
        parts += [f"range of {self.range:,}"] if self.range else []
        hidden = f" ({self.hidden:,} not shown)" if self.hidden else ""
        parts += [f"{self.selected:,} selected{hidden}"] if self.selected else []
        parts += [f"in {self.reading_list}"] if self.reading_list else []
        parts += [f"{self.view} only"] if self.view != "all" else []
        parts.append(self.order)
        return "  ".join(parts)

    @property
    def right(self) -> str:
        """What goes on, from the passing to the lasting."""
        parts = (self.pending, self.offer, self.doing, self.activity, self.problems, self.unsaved)
        return "  ".join(part for part in parts if part)


def unsaved_mark(reason: str, mark: str) -> str:
    """How it is shown that something is not saved yet: quietly while it only waits."""
    if not reason:
        return ""
    return f"{mark} unsaved" if reason == "waiting" else f"UNSAVED: {reason}"


class StatusLine(Widget):
    """Shows a Status, and for a moment a message in its place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--message", "status--alert"}

    status: reactive[Status] = reactive(Status(), repaint=False)

    def __init__(self, *, more: str = "…", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._more = more
        self.message = ""
        """What is said just now."""
        self._alert = False
        self._timer: Timer | None = None

    def watch_status(self) -> None:
        """Draw it after what it speaks of: both at once would keep the next key waiting."""
        self.call_after_refresh(self.refresh)

    def say(self, message: str, *, alert: bool = False) -> None:
        """Say something until the next command, or for a moment; an alert waits for the command."""
        self.message = message
        self._alert = alert
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if alert else self.set_timer(SAID_FOR, self.silence)
        self.refresh()

    def silence(self) -> None:
        """Say nothing any more."""
        if self.message:
            self.message = ""
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, ground = self.size.width, self.rich_style
        if y or width < 4:
            return Strip.blank(width, ground)
        right = self.status.right
        left = self.message or self.status.left
        room = max(0, width - cell_len(right) - 4)
        if cell_len(left) > room:
            left = set_cell_size(left, max(0, room - cell_len(self._more))) + self._more
        style = ground
        if self.message:
            name = "status--alert" if self._alert else "status--message"
            style = self.get_component_rich_style(name)
        start = Strip([Segment(f" {left}", style)])
        end = Strip([Segment(f"{right} "[-width:], ground)])
        gap = width - start.cell_length - end.cell_length
        return Strip.join([start, Strip.blank(max(0, gap), ground), end]).crop_extend(
            0, width, ground
        )
