"""Figures of the build: papers a second from a dump, memory, and what then lies on disk."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.filestore import FileStorage

from tests.bench import goals
from tests.bench.stage import WHOOSH_SAMPLE, Stage
from tests.bench.table import Row, Section
from tui_reader.search.paper_file import PAPERS


def build_figures(stage: Stage) -> Section:
    """Build with each."""
    count = stage.papers.count
    ours, theirs, plain = stage.ours, stage.theirs, stage.plain
    sample = min(count, WHOOSH_SAMPLE)
    mine, fts5 = count / ours.seconds, count / theirs.seconds
    whoosh = sample / plain.seconds
    return Section(
        "Building the index from dumps of JSON Lines, one process",
        [
            Row(
                "papers a second",
                "/s",
                mine,
                fts5,
                whoosh,
                None,
                goals.BUILD,
                headline="papers a second, built",
            ),
            Row("seconds", "s", ours.seconds, theirs.seconds, count / whoosh),
            Row("memory at most", "MB", ours.peak, theirs.peak),
        ],
        f"FTS5: json.loads and executemany; Whoosh: reckoned from its first {sample:,}",
    )


def disk_figures(stage: Stage) -> Section:
    """What lies on disk beside the texts."""
    generation = stage.generation
    ours = sum(size for name, size in _sizes(generation) if name != PAPERS)
    ours -= _stored(generation)
    with stage.fts5() as base:
        theirs = base.size()
    _ = stage.plain
    sample = min(stage.papers.count, WHOOSH_SAMPLE)
    plain = sum(size for _, size in _sizes(stage.whoosh_folder)) / sample * stage.papers.count
    whole = sum(size for _, size in _sizes(generation))
    return Section(
        "On disk",
        [
            Row(
                "index, without the texts", "MB", ours, theirs, plain,
                goal=goals.disk(stage.papers.count), headline="MB of index, without the texts",
            ),
            Row("everything, with the texts", "MB", whole, stage.fts5_file.stat().st_size),
            Row("the dumps", "MB", stage.papers.size),
        ],
        "texts: papers.jsonl and the titles stored in the index; Whoosh: no positions, titles,"
        " reckoned from its sample",
    )  # fmt: skip


def _stored(generation: Path) -> float:
    """Bytes of the texts that lie in the Whoosh index itself."""
    (file,) = generation.rglob("*.seg")
    storage = FileStorage(str(file.parent), supports_mmap=False)
    with closing(CompoundStorage(storage.open_file(file.name), use_mmap=False)) as parts:
        stored = (name for name in parts.list() if name.endswith("._stored.col"))
        return float(sum(parts.file_length(name) for name in stored))


def _sizes(folder: Path) -> Iterator[tuple[str, float]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name, float(path.stat().st_size)
