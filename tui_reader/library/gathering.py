"""Dumps read into one catalog, with an account of each file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui_reader.catalog import Catalog, Gathering
from tui_reader.dumps.reading import read_dump
from tui_reader.dumps.sources import find_dumps
from tui_reader.errors import Problem, UnreadableError
from tui_reader.files.fingerprints import Fingerprint, fingerprint
from tui_reader.files.reading import shown_name
from tui_reader.library.reports import DumpReport

EARLY = 1000
"""Papers worth showing while the rest is read."""
KEPT_PROBLEMS = 200
"""Problems remembered of one dump; more are only counted."""


def _nobody(file: str, papers: int) -> None:
    """Progress that nobody wants to hear of."""


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
    progress: Callable[[str, int], None] = _nobody,
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
        every.append(read_into(gathering, path, told))
    return Gathered(gathering.catalog(), tuple(every), files)


def read_into(
    gathering: Gathering, path: Path, progress: Callable[[str, int], None] = _nobody
) -> DumpReport:
    """Read one dump into a gathering, with an account of it; raises nothing for a bad dump."""
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
