"""What a layout is given to read: the file's name and its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui_reader.dumps import fields
from tui_reader.files.lines import lines

HEAD = 1 << 16
"""Characters at the beginning of a file by which its layout is recognised."""
_DAY_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?:\D.*)?")


@dataclass(frozen=True, slots=True)
class Source:
    """A dump that is being read. Its text is read once: by `pieces` or by `lines`, not both."""

    name: str
    """The file's name, safe to show."""
    head: str = field(repr=False)
    """The beginning of the text, at least `HEAD` characters if there are so many."""
    pieces: Iterator[str] = field(repr=False)
    """The text: `head`, then pieces of any size; every line end is LF."""

    def lines(self) -> Iterator[tuple[int, str | None]]:
        """The lines with their numbers, from 1; None for a line that is too long."""
        return enumerate(lines(self.pieces), 1)

    @property
    def day(self) -> str:
        """The day the file is named after, as `YYYY-MM-DD`; else empty."""
        found = _DAY_NAME.fullmatch(self.name)
        return fields.day(found[1]) if found else ""
