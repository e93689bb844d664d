"""Figures of a day's dump put beside the others: how soon its papers can be searched."""

import json
import time
from collections.abc import Callable

from tests.bench import goals
from tests.bench.fts5 import Match
from tests.bench.made import write_made
from tests.bench.papers import Papers
from tests.bench.stage import Stage
from tests.bench.table import Row, Section
from tui_reader.library.listing import Question
from tui_reader.queries.query import Query

DAY = 50
"""Papers of a day's dump."""
UNHEARD = "zyxelquark"
"""A word of the last of them and of no other paper."""


def adding_figures(stage: Stage) -> Section:
    """Put a file beside the dump and read the dumps again; the papers stay changed."""
    rows = _day(stage)
    with stage.fts5() as base:
        theirs = _seconds(lambda: base.insert(rows), lambda: base.ask(Match(UNHEARD)) == 1)
    with stage.library() as library:

        def found() -> bool:
            return len(library.search(Question(Query.parse(UNHEARD))).numbers) == 1

        library.search(Question(Query.parse("before")))
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (stage.papers.folder / "today.jsonl").write_text(lines, encoding="utf-8")
        start = time.perf_counter()
        wants_index = library.reload()
        assert found(), "the day's papers are not found"
        ours = time.perf_counter() - start
        if wants_index:
            library.build()
            assert found(), "the day's papers are lost again"
        settled = time.perf_counter() - start
    return Section(
        f"A day's dump of {DAY} papers put beside the others",
        [
            Row(
                "until its papers are found",
                "s",
                ours,
                theirs,
                goal=goals.ADDED,
                headline="day's dump until found",
            ),
            Row("until the index holds them", "s", settled, theirs),
        ],
        "FTS5: executemany, commit and a query",
    )


def _seconds(work: Callable[[], object], holds: Callable[[], bool]) -> float:
    start = time.perf_counter()
    work()
    assert holds()
    return time.perf_counter() - start


def _day(stage: Stage) -> list[dict[str, object]]:
    day = Papers(stage.home / "day", DAY, "made-up papers")
    day.folder.mkdir()
    write_made(day.folder, DAY, seed=99)
    rows = list(day.rows())
    rows[-1]["title"] = f"{UNHEARD} {rows[-1]['title']}"
    return rows
