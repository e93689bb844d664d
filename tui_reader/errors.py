"""What can go wrong, in words to act on: a Problem is told, a PaperReadError is raised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found wrong in a file, told and then lived with."""

    file: str
    """The file's name, safe to show."""
    line: int
    """Line in the file, from 1; 0 where the whole file is meant."""
    reason: str
    """What is wrong and what was done about it, one sentence without a full stop."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.reason}"


class PaperReadError(Exception):
    """Something the reader asked for cannot be done; the message is one clear line."""


class UnreadableError(PaperReadError):
    """A file cannot be read at all (missing, not a regular file, too large, binary …)."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        """The file's name, safe to show."""
        self.reason = reason
        """What is wrong with it, without the name."""
