"""What is exported: papers in order, each with what the reader said of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from tui_reader.annotation import BLANK, Annotation
from tui_reader.papers import Paper


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper with the reader's own words and marks."""

    paper: Paper
    said: Annotation = BLANK


class Entries(Protocol):
    """Papers to export, which may be gone through several times and need not be in memory."""

    def __len__(self) -> int:
        """How many papers there are."""

    def __iter__(self) -> Iterator[Entry]:
        """The papers in order."""
