"""Figures of memory: the real program in a terminal, idle after some searches."""

from collections.abc import Sequence

from tests.bench import goals
from tests.bench.queries import queries
from tests.bench.stage import Stage
from tests.bench.table import Row, Section
from tests.bench.terminal import READER, bare, opened, settle
from tests.bench.timing import memory_of

SEARCHES = 12


def memory_figures(stage: Stage) -> Section:
    """Resident memory of paperread and of a bare Textual app."""
    stage.build_ours()
    asked = [each.ours for each in queries(stage.papers) if each.ours.isascii()]
    typed = [f"/\x15{text}\r" for text in asked[:: len(asked) // SEARCHES]]
    command = [*READER, str(stage.papers.folder)]
    fresh, ours = (_memory(command, stage.first_title, keys) for keys in ([], typed))
    plain = _memory(bare(), "row 5", ["\x1b[B"])
    return Section(
        "Memory of the program, idle",
        [
            Row("resident, after opening", "MB", fresh[0], None, None, plain[0]),
            Row(
                f"resident, after {len(typed)} searches", "MB", ours[0], None, None, plain[0],
                goals.memory(stage.papers.count), headline="memory after searches",
            ),
            Row("of it its own, no files", "MB", ours[1], None, None, plain[1]),
        ],
        "Textual: a bare list; memory maps of files count as resident",
    )  # fmt: skip


def _memory(command: Sequence[str], ready: str, typed: Sequence[str]) -> tuple[float, float]:
    """Bytes resident, and of them anonymous."""
    with opened(command, ready) as terminal:
        for keys in typed:
            terminal.press(keys)
            settle(terminal, 0.5)
        memory = memory_of(terminal.process.pid)
    return memory["VmRSS"], memory["RssAnon"]
