"""Figures of moving the cursor: bytes to the terminal for a step, seconds to show another paper."""

import asyncio
import re
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from textual.geometry import Region

from tests.bench import goals
from tests.bench.painting import SIZE, reader_on
from tests.bench.stage import Stage
from tests.bench.table import Row, Section
from tests.bench.terminal import READER, bare, opened, settle
from tests.bench.timing import apart, spread

STEPS = 20
_CODES = re.compile(rb"\x1b\[([0-9;?<>=]*)([A-Za-z])|\x1b[^\[]|[^\x1b]")


def moving_figures(stage: Stage) -> Section:
    """Step through the list in a terminal, and show papers."""
    stage.build_ours()
    drawn = apart(detail_drawn, stage).result
    left, width = drawn.pop()
    command = [*READER, str(stage.papers.folder)]
    steps = _steps(command, stage.first_title, left, width)
    every, inside = (statistics.median(step[part] for step in steps) for part in (0, 1))
    plain = statistics.median(step[0] for step in _steps(bare(), "row 5", 0, SIZE[0]))
    shown = spread([seconds for seconds, _ in drawn])
    return Section(
        "Moving the cursor one row, 120x40",
        [
            Row(
                "bytes for the list", "B", inside, None, None, plain,
                goal=goals.STEP, headline="bytes for a step in the list",
            ),
            Row("bytes in all, the paper's text included", "B", every, None, None, plain),
            Row("another paper shown, median", "ms", shown.median),
            Row("another paper shown, worst", "ms", shown.worst, goal=goals.DETAIL),
        ],
        "Textual: a bare list of one-line rows",
    )  # fmt: skip


def _steps(
    command: Sequence[str | Path], ready: str, left: int, width: int
) -> list[tuple[int, int]]:
    """Bytes of each step down, in all and within some columns."""
    found = []
    with opened(command, ready) as terminal:
        for _ in range(STEPS):
            before = len(terminal.output)
            terminal.press("j" if "tui_reader" in command else "\x1b[B")
            settle(terminal)
            sent = bytes(terminal.output[before:])
            found.append((len(sent), _within(sent, left, width)))
    return found


def _within(sent: bytes, left: int, width: int) -> int:
    """Bytes that draw some columns; a code counts to the letter that follows it."""
    column, waiting, count = 0, 0, 0
    for found in _CODES.finditer(sent):
        waiting += len(found[0])
        if found[2]:
            place = found[1].split(b";") if found[2] == b"H" else []
            column = int(place[1] or 1) - 1 if len(place) > 1 else 0 if found[2] == b"H" else column
        elif found[0][0] != 0x1B:
            count += waiting * (left <= column < left + width)
            waiting = 0
            # The first byte of a letter moves on; the rest of it, in UTF-8, does not.
            column += found[0][0] & 0xC0 != 0x80
    return count


def detail_drawn(stage: Stage) -> list[tuple[float, float]]:
    """Seconds to show one paper after the other; last, the list's first column and its width."""
    return asyncio.run(_drawn(stage))


async def _drawn(stage: Stage) -> list[tuple[float, float]]:
    async with reader_on(stage) as (reader, pilot):
        main, times = reader.main, []
        await pilot.pause(0.3)
        crop = Region(0, 0, *main.detail.size)
        for row in range(0, main.list.count, max(1, main.list.count // 100)):
            main.list.set_reactive(type(main.list).cursor, row)
            start = time.perf_counter()
            main.show_selected()
            main.detail.refresh_changed()
            main.detail.render_lines(crop)
            times.append((time.perf_counter() - start, 0.0))
        region = main.list.region
        return [*times, (region.x, region.width)]
