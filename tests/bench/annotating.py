"""Figures of the annotations of many papers: read, changed, saved, taken back, painted."""

import asyncio
import gc
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median

import yaml

from tests.bench import goals
from tests.bench.annotated import COUNT, Annotated
from tests.bench.heartbeat import Heartbeat
from tests.bench.painting import reader_on
from tests.bench.stage import Stage
from tests.bench.table import Row, Section
from tests.bench.timing import apart, spread, timed
from tui_reader.library.deeds import Standing, Tagging
from tui_reader.library.personal import Personal
from tui_reader.papers import Paper

ROUNDS = 3
MANY = 500
ACTS = 2000
KEYS = 40

STAR = "★"

Figures = dict[str, float]
"""Seconds."""


def annotation_figures(stage: Stage) -> list[Section]:
    """Work with the annotations of many papers, without the app and in it."""
    annotated = Annotated(stage)
    annotated.build_ours()
    took: Figures = apart(kept, annotated).result
    plain: Figures = apart(plainly, annotated.file).result
    painted, held = apart(starred, annotated).result
    star = spread(painted)
    return [
        Section(
            f"{COUNT:,} annotated papers",
            [
                Row(
                    "file read", "s", took["read"], pyyaml=plain["read"],
                    goal=goals.FILE, headline="10,000 annotated papers read",
                ),
                Row(
                    "one change saved", "s", took["save"], pyyaml=plain["save"],
                    goal=goals.FILE, headline="one change of them saved",
                ),
                Row("event loop held up meanwhile", "ms", took["held"], goal=goals.BLOCKED),
                Row("one change kept, in journal and memory", "ms", took["change"]),
                Row(
                    f"{MANY} papers marked in one step", "ms", took["many"],
                    goal=goals.BULK, headline="500 papers marked in one step",
                ),
                Row("that step taken back", "ms", took["undo"], goal=goals.BULK),
                Row(f"history of {ACTS:,} acts read", "ms", took["history"]),
            ],
            "PyYAML: CSafeLoader; the same, CSafeDumper and a plain write",
        ),
        Section(
            "A star in the app",
            [
                Row("key to painted, median", "ms", star.median),
                Row(
                    "key to painted, p95", "ms", star.p95,
                    goal=goals.KEPT, headline="star to painted, p95",
                ),
                Row("loop held up, p95", "ms", spread(held).p95, goal=goals.BLOCKED),
            ],
            f"{COUNT:,} annotated papers; saves go on behind it",
        ),
    ]  # fmt: skip


def kept(stage: Annotated) -> Figures:
    """What paperread takes; each is the best of some rounds but for the hold-up, the worst."""
    papers = stage.write()
    took: Figures = {}
    mine = Personal(stage.store)
    took["read"] = timed(mine.read_annotations)
    took["change"] = median(timed(partial(mine.star, each)) for each in papers[:50])
    gc.freeze()  # as the app does once all is there
    rounds = []
    for each in papers[:ROUNDS]:
        mine.star(each)
        rounds.append(timed(mine.save))
    took["save"] = min(rounds)
    took["held"] = asyncio.run(_held(mine, papers[:ROUNDS]))
    mine.do(Standing(""), papers[:MANY])
    took["many"] = timed(lambda: mine.do(Standing("read"), papers[:MANY]))
    took["undo"] = timed(mine.undo)
    for number in range(ACTS):
        mine.do(Tagging((f"tag {number % 9}",)), papers[number : number + 1])
    assert mine.save()
    store = stage.store
    store.open()
    took["history"] = timed(store.acts)
    assert len(store.acts()) == ACTS
    return took


async def _held(mine: Personal, papers: Sequence[Paper]) -> float:
    """Seconds that the loop is kept waiting at most while a thread saves."""
    latest = []
    async with Heartbeat() as heart:
        for paper in papers:
            mine.star(paper)
            heart.latest()
            assert await asyncio.to_thread(mine.save)
            latest.append(heart.latest())
    return max(latest)


def plainly(file: Path) -> Figures:
    """What plain PyYAML takes to read the file, and to read it, write it and flush it."""
    read = min(timed(lambda: _loaded(file)) for _ in range(ROUNDS))
    save = min(timed(lambda: _saved(file)) for _ in range(ROUNDS))
    return {"read": read, "save": save}


def _loaded(file: Path) -> object:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _saved(file: Path) -> None:
    said = _loaded(file)
    text = yaml.dump(
        said, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6
    )
    with file.with_name("plain.yaml").open("w", encoding="utf-8") as copy:
        copy.write(text)
        copy.flush()
        os.fsync(copy.fileno())


def starred(stage: Annotated) -> tuple[list[float], list[float]]:
    """Seconds from key to painted of some stars in the app, and that the loop was held up."""
    stage.write()
    return asyncio.run(_starred_in_app(stage))


async def _starred_in_app(stage: Annotated) -> tuple[list[float], list[float]]:
    painted, held = [], []
    async with reader_on(stage) as (reader, pilot), Heartbeat() as heart:
        await pilot.pause(0.3)
        for _ in range(KEYS):
            await pilot.press("j")
            await pilot.pause(0.05)
            paper = reader.main.selected
            if paper is None or reader.main.library.annotation(paper).starred:
                continue
            heart.latest()
            await pilot.press("s")
            await pilot.pause(0.1)
            painted.append(min(at for at, frame in reader.frames if STAR in frame) - reader.pressed)
            held.append(heart.latest())
    return painted, held
