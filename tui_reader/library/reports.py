"""The account of one dump: what came of it and what was wrong with it."""

from dataclasses import asdict, dataclass
from typing import Any

from tui_reader.errors import Problem


@dataclass(frozen=True, slots=True)
class DumpReport:
    """What came of one dump."""

    file: str
    """Its name, safe to show."""
    papers: int = 0
    """Papers it brought that were not known before."""
    duplicates: int = 0
    """Records that were a paper already known."""
    skipped: int = 0
    """Records or lines that could not be read."""
    problems: tuple[Problem, ...] = ()
    readable: bool = True
    """False where nothing of it could be read."""

    def row(self) -> dict[str, Any]:
        """As plain values, for a manifest."""
        return asdict(self)

    @classmethod
    def of(cls, row: dict[str, Any]) -> "DumpReport":
        """Back from plain values."""
        problems = tuple(Problem(**problem) for problem in row["problems"])
        return cls(**{**row, "problems": problems})
