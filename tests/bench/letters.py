"""Figures of typing in the app: letter by letter, each answered and painted before the next."""

import asyncio
from functools import partial

from textual.pilot import Pilot

from tests.bench import goals
from tests.bench.heartbeat import Heartbeat
from tests.bench.painting import SIZE, PlainReader, TimedReader, reader_on, until
from tests.bench.papers import REAL_KIND, Papers
from tests.bench.queries import commonest
from tests.bench.stage import Stage
from tests.bench.table import Row, Section
from tests.bench.timing import apart, spread

REAL = "diffusion models for robots"
LIKE_REAL = ((9, 0.03), (6, 0.25), (6, 0.15))
"""Letters of its words, and the share of abstracts that hold them."""
ROUNDS = 2

Typed = tuple[list[float], list[float]]
"""Seconds until the list was painted, and that the loop was held up at most, for each letter."""


def typed_text(papers: Papers) -> str:
    """What is typed: on made-up papers their own words, as long and about as common."""
    if papers.kind == REAL_KIND:
        return REAL
    words = commonest(papers)
    chosen = []
    for length, share in LIKE_REAL:
        fitting = [each for each in words if len(each[0]) == length and each[0] not in chosen]
        chosen.append(min(fitting, key=lambda each: abs(each[1] - share))[0])
    return f"{chosen[0]} {chosen[1]} for {chosen[2]}"


def typing_figures(stage: Stage) -> Section:
    """Type with paperread and with a plain app on FTS5."""
    text = typed_text(stage.papers)
    stage.build_ours()
    stage.build_theirs()
    ours, blocked = apart(ours_typed, stage, text).result
    theirs, plainly_blocked = apart(theirs_typed, stage, text).result
    mine, plain = spread(ours), spread(theirs)
    held, plainly_held = spread(blocked), spread(plainly_blocked)
    return Section(
        f"Typing {text!r} in the app, letter by letter",
        [
            Row(
                "list painted, median", "ms", mine.median, plain.median,
                headline="letter typed to list painted, median",
            ),
            Row(
                "list painted, p95", "ms", mine.p95, plain.p95,
                goal=goals.TYPED, headline="letter typed to list painted, p95",
            ),
            Row("list painted, worst", "ms", mine.worst, plain.worst),
            Row("loop held up, median", "ms", held.median, plainly_held.median),
            Row("loop held up, p95", "ms", held.p95, plainly_held.p95, goal=goals.BLOCKED),
            Row(
                "loop held up, worst", "ms", held.worst, plainly_held.worst,
                goal=goals.BLOCKED, headline="longest hold-up of the event loop",
            ),
        ],
        "after the debounce; longest hold-up for each letter; FTS5: a plain Textual app on it",
    )  # fmt: skip


def ours_typed(stage: Stage, text: str) -> Typed:
    """Type with paperread, in a process that does nothing else."""
    return asyncio.run(_ours(stage, text))


def theirs_typed(stage: Stage, text: str) -> Typed:
    """Type with the plain app, likewise."""
    return asyncio.run(_theirs(stage, text))


async def _ours(stage: Stage, text: str) -> Typed:
    async with reader_on(stage) as (reader, pilot), Heartbeat() as heart:
        taken, held = [], []
        for _ in range(ROUNDS):
            await pilot.press("slash")
            reader.main.bar.put("")
            reader.asked.clear()
            reader.painted.clear()
            found = await _typed(reader, pilot, heart, text)
            taken += found[0]
            held += found[1]
            await pilot.press("enter")
        return taken, held


async def _theirs(stage: Stage, text: str) -> Typed:
    with stage.fts5() as base:
        app = PlainReader(base)
        async with app.run_test(size=SIZE) as pilot, Heartbeat() as heart:
            await pilot.pause(0.2)
            return await _typed(app, pilot, heart, text)


async def _typed(
    app: "TimedReader | PlainReader", pilot: Pilot[None], heart: Heartbeat, text: str
) -> Typed:
    taken, held = [], []
    heart.latest()
    for end in range(1, len(text) + 1):
        letter, typed = text[end - 1], text[:end]
        await pilot.press("space" if letter == " " else letter)
        await until(partial(app.painted.__contains__, typed))
        taken.append(app.painted[typed] - app.asked[typed])
        held.append(heart.latest())
    return taken, held
