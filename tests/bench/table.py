"""The table that is printed: what was measured, side by side, with its goal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

RIVALS = ("FTS5", "Whoosh", "Textual", "PyYAML")
"""SQLite's FTS5; plain Whoosh; a bare Textual app that does only this one thing; PyYAML on the
same file, with libyaml."""

UNITS = {
    "ms": ("ms", 1e3), "s": ("s", 1.0), "/s": ("papers/s", 1.0), "MB": ("MB", 1e-6),
    "%": ("of 100", 100.0), "B": ("bytes", 1.0), "n": ("", 1.0),
}  # fmt: skip
"""How a value is shown: its unit, and by what it is multiplied."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted of a figure: of itself, or beside its rival."""

    bound: float
    by: Literal["most", "least"] = "most"
    of: Literal["value", "ratio"] = "ratio"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of paperread and of whom it is measured beside, in seconds, bytes or shares."""

    name: str
    unit: str
    """One of `UNITS`."""
    paperread: float | None
    fts5: float | None = None
    whoosh: float | None = None
    textual: float | None = None
    goal: Goal | None = None
    pyyaml: float | None = None
    headline: str = ""
    """What it is called in the README; empty where it does not belong there."""

    @property
    def ratio(self) -> float | None:
        """Times its rival: the first there is of FTS5, Textual, Whoosh and PyYAML."""
        for rival in (self.fts5, self.textual, self.whoosh, self.pyyaml):
            if rival and self.paperread is not None:
                return self.paperread / rival
        return None

    @property
    def reached(self) -> bool | None:
        """Whether the goal is; None without goal or figure."""
        value = None
        if self.goal is not None:
            value = self.ratio if self.goal.of == "ratio" else self.paperread
        if self.goal is None or value is None:
            return None
        return value <= self.goal.bound if self.goal.by == "most" else value >= self.goal.bound


@dataclass(frozen=True, slots=True)
class Section:
    """Figures of one kind, and what has to be known of how they were taken."""

    title: str
    rows: Sequence[Row]
    remark: str = ""


HEADS = ("", "paperread", *RIVALS, "ratio", "goal", "reached")


def cells(row: Row) -> tuple[str, ...]:
    """A row as it is shown."""
    values = (row.paperread, row.fts5, row.whoosh, row.textual, row.pyyaml)
    ratio = "" if row.ratio is None else f"x {row.ratio:.2f}"
    reached = "" if row.reached is None else ("yes" if row.reached else "NO")
    return row.name, *(_shown(value, row.unit) for value in values), ratio, _goal(row), reached


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    name, times = UNITS[unit]
    shown = value * times
    digits = 0 if abs(shown) >= 100 or unit in {"B", "n"} else 1 if abs(shown) >= 10 else 2
    return f"{shown:,.{digits}f} {name}".rstrip()


def _goal(row: Row) -> str:
    if row.goal is None:
        return ""
    sign = "<=" if row.goal.by == "most" else ">="
    bound = row.goal.bound
    return f"{sign} x {bound:g}" if row.goal.of == "ratio" else f"{sign} {_shown(bound, row.unit)}"


def plain(sections: Iterable[Section]) -> str:
    """The whole table as aligned text."""
    found = list(sections)
    every = [HEADS, *(cells(row) for section in found for row in section.rows)]
    widths = [max(len(line[column]) for line in every) for column in range(len(HEADS))]
    lines = [_aligned(HEADS, widths)]
    for section in found:
        lines += ["", section.title + (f" ({section.remark})" if section.remark else "")]
        lines += [_aligned(cells(row), widths) for row in section.rows]
    return "\n".join(lines)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = line
    right = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
    return f"  {'  '.join((first.ljust(widths[0]), *right))}".rstrip()


def markdown(sections: Iterable[Section]) -> str:
    """The figures that belong into the README, as its table."""
    every = [row for section in sections for row in section.rows if row.headline]
    rows = [(row.headline, *cells(row)[1:]) for row in every]
    used = [n for n in range(len(HEADS)) if n == 0 or any(row[n] for row in rows)]
    lines = [HEADS, tuple("---" for _ in HEADS), *rows]
    return "\n".join("| " + " | ".join(line[n] for n in used) + " |" for line in lines)
