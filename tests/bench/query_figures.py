"""Figures of queries: median, p95 and worst, all in all and by kind."""

from collections.abc import Mapping

from tests.bench import goals
from tests.bench.asking import Taken, Times, ask_everybody
from tests.bench.queries import Asked
from tests.bench.stage import Stage
from tests.bench.table import Goal, Row, Section
from tests.bench.timing import Spread, spread

SLOWEST = 8


def query_figures(stage: Stage) -> list[Section]:
    """Ask everybody the same."""
    taken = ask_everybody(stage)
    number, papers = len(taken.warm), stage.papers.count
    warm = {"worst" if papers <= goals.MANY else "p95": goals.warm(papers)}
    remark = (
        f"{number} queries, {len(taken.fts5_warm)} of them for FTS5 too; from {taken.origin};"
        " first time: each once, shuffled, freshly opened, files in the system's cache"
    )
    rows = [
        *_beside_fts5(
            "asked again", taken.warm, taken.fts5_warm, goals.WARM_MEDIAN, goals.WARM_P95
        ),
        *_beside_fts5("asked first", taken.cold, taken.fts5_cold),
        *_beside_whoosh(taken),
        *_own(f"all {number}, asked again", taken.warm, warm),
        *_own(f"all {number}, asked first", taken.cold, {"p95": goals.cold(papers)}),
        _row("the very first after opening", taken.cold, taken.fts5_cold, taken.first),
    ]
    return [
        Section("Queries: the best 50 and the number of hits", rows, remark),
        Section("Queries by kind, median, asked again", _kinds(taken)),
        Section("Queries by kind, worst, asked first", _worst_kinds(taken)),
        Section("paperread's slowest queries, asked first", _slowest(taken)),
    ]


def _beside_fts5(
    name: str,
    ours: Times,
    fts5: Times,
    median_goal: Goal | None = None,
    p95_goal: Goal | None = None,
) -> list[Row]:
    mine, theirs = spread([ours[each] for each in fts5]), spread(list(fts5.values()))
    title = f"query {name}"
    return [
        Row(
            f"{name}, median", "ms", mine.median, theirs.median,
            goal=median_goal, headline=f"{title}, median",
        ),
        Row(f"{name}, p95", "ms", mine.p95, theirs.p95, goal=p95_goal, headline=f"{title}, p95"),
        Row(f"{name}, worst", "ms", mine.worst, theirs.worst),
    ]  # fmt: skip


def _beside_whoosh(taken: Taken) -> list[Row]:
    mine = spread([taken.warm[each] for each in taken.whoosh])
    slow = spread(list(taken.whoosh.values()))
    name = f"asked again, {len(taken.whoosh)} in Whoosh's time"
    title = "the same, those that Whoosh had time for, median"
    return [
        Row(f"{name}, median", "ms", mine.median, None, slow.median, headline=title),
        Row(f"{name}, p95", "ms", mine.p95, None, slow.p95),
    ]


def _own(name: str, times: Times, wanted: Mapping[str, Goal]) -> list[Row]:
    every: Spread = spread(list(times.values()))
    parts = {"median": every.median, "p95": every.p95, "worst": every.worst}
    return [
        Row(f"{name}, {part}", "ms", seconds, goal=wanted.get(part))
        for part, seconds in parts.items()
    ]


def _row(name: str, ours: Times, fts5: Times, asked: Asked) -> Row:
    return Row(name, "ms", ours[asked], fts5.get(asked))


def _of_kind(times: Times, kind: str) -> Spread | None:
    found = [seconds for each, seconds in times.items() if each.kind == kind]
    return spread(found) if found else None


def _kinds(taken: Taken) -> list[Row]:
    rows = []
    for kind in sorted({each.kind for each in taken.warm}):
        every = (taken.warm, taken.fts5_warm, taken.whoosh)
        found = [_of_kind(times, kind) for times in every]
        ours, fts5, whoosh = (each.median if each else None for each in found)
        rows.append(Row(kind, "ms", ours, fts5, whoosh))
    return rows


def _worst_kinds(taken: Taken) -> list[Row]:
    rows = []
    for kind in sorted({each.kind for each in taken.cold}):
        ours, fts5 = _of_kind(taken.cold, kind), _of_kind(taken.fts5_cold, kind)
        rows.append(Row(kind, "ms", ours.worst if ours else None, fts5.worst if fts5 else None))
    return rows


def _slowest(taken: Taken) -> list[Row]:
    slowest = sorted(taken.cold, key=lambda each: -taken.cold[each])[:SLOWEST]
    return [_row(each.ours[:44], taken.cold, taken.fts5_cold, each) for each in slowest]
