"""Figures of the start: seconds until the frame, and the first rows, stand on the screen."""

from tests.bench import goals
from tests.bench.stage import Stage
from tests.bench.startup import table
from tests.bench.table import Row, Section


def start_figures(stage: Stage) -> Section:
    """Start the real program on the papers with their index present."""
    (_, bare), *ours = table(stage.papers.folder, stage.first_title)
    rows = [
        Row(name, "s", seconds, None, None, bare, goals.START, headline=f"start: {name}")
        for name, seconds in ours
    ]
    return Section("Start, index present", rows, "Textual: a bare list")
