"""Dumps read into one catalog, with an account of each file."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tui_reader.catalog import Catalog, Gathering
from tui_reader.dumps.reading import read_dump
from tui_reader.dumps.sources import find_dumps
from tui_reader.errors import Problem, UnreadableError
from tui_reader.files.fingerprints import Fingerprint, fingerprint
from tui_reader.files.reading import shown_name

EARLY = 1000
"""Papers worth showing while the rest is read."""
KEPT_PROBLEMS = 200
"""Problems remembered of one dump; more are only counted."""


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


@dataclass(frozen=True, slots=True)
class Gathered:
    """All dumps, read."""

    catalog: Catalog
    reports: tuple[DumpReport, ...]
    fingerprints: dict[Path, Fingerprint]


def list_dumps(paths: Sequence[Path]) -> tuple[dict[Path, Fingerprint], tuple[DumpReport, ...]]:
    """The dumps there are, as they look now, and reports of those that cannot be had."""
    files, problems = find_dumps(paths)
    found: dict[Path, Fingerprint] = {}
    reports = [_unreadable(problem.file, problem) for problem in problems]
    for path in files:
        try:
            found[path] = fingerprint(path)
        except OSError as error:
            reason = error.strerror or "not a regular file, so it cannot be a dump"
            reports.append(_unreadable(shown_name(path), Problem(shown_name(path), 0, reason)))
    return found, tuple(reports)


def _unreadable(file: str, problem: Problem) -> DumpReport:
    return DumpReport(file, skipped=1, problems=(problem,), readable=False)


def gather(
    paths: Sequence[Path],
    progress: Callable[[str, int], None] = lambda file, papers: None,
    early: Callable[[Catalog], None] | None = None,
) -> Gathered:
    """Read every dump. Progress is told the file being read and the papers known so far.

    With `early`, the first papers are handed over as soon as there are some screens full of them.
    """
    files, reports = list_dumps(paths)
    gathering = Gathering()
    every = list(reports)

    def told(file: str, papers: int) -> None:
        progress(file, papers)
        if papers >= EARLY and waiting:
            waiting.pop()(gathering.catalog())

    waiting = [early] if early else []
    for path in files:
        every.append(_read(path, gathering, told))
    return Gathered(gathering.catalog(), tuple(every), files)


def _read(path: Path, gathering: Gathering, progress: Callable[[str, int], None]) -> DumpReport:
    name = shown_name(path)
    progress(name, gathering.count)
    papers = duplicates = skipped = 0
    problems: list[Problem] = []
    try:
        for record in read_dump(path):
            if isinstance(record, Problem):
                skipped += 1
                if len(problems) < KEPT_PROBLEMS:
                    problems.append(record)
            elif gathering.add(record):
                duplicates += 1
            else:
                papers += 1
            if (papers + duplicates) % 1000 == 999:
                progress(name, gathering.count)
    except UnreadableError as error:
        problem = Problem(error.file, 0, error.reason)
        every = (*problems, problem)
        return DumpReport(name, papers, duplicates, skipped + 1, every, readable=False)
    return DumpReport(name, papers, duplicates, skipped, tuple(problems))
