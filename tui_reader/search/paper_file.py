"""Papers on disk: one JSON row a line, read one at a time by its place in the file."""

import json
import os
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from zlib import crc32

import numpy as np

from tui_reader.papers import Paper, PaperId, Sighting
from tui_reader.search.inversion import Longs

PAPERS = "papers.jsonl"
OFFSETS = "offsets.npy"
CHECKS = "checks.npy"
KEPT = 4096
"""Papers kept decoded."""


class Papers(Protocol):
    """Papers by number, from 0."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> Paper: ...


def _row(paper: Paper) -> list[Any]:
    return [
        paper.id, paper.title, paper.abstract, paper.authors, paper.date, paper.year, paper.venue,
        paper.url, paper.pdf, paper.code, paper.project, paper.arxiv_id, paper.doi, paper.keywords,
        paper.categories, paper.organisation, paper.summary, paper.upvotes,
        [(sighting.dump, sighting.day) for sighting in paper.seen],
    ]  # fmt: skip


def _paper(row: list[Any]) -> Paper:
    (
        name, title, abstract, authors, date, year, venue, url, pdf, code, project, arxiv_id, doi,
        keywords, categories, organisation, summary, upvotes, seen,
    ) = row  # fmt: skip
    return Paper(
        PaperId(name), title, abstract, tuple(authors), date, year, venue, url, pdf, code, project,
        arxiv_id, doi, tuple(keywords), tuple(categories), organisation, summary, upvotes,
        tuple(Sighting(dump, day) for dump, day in seen),
    )  # fmt: skip


def write_papers(folder: Path, papers: Iterable[Paper]) -> None:
    """Write the papers, the places of their rows and the rows' checksums into a folder."""
    offsets, checks = [0], []
    with (folder / PAPERS).open("wb") as file:
        for paper in papers:
            row = json.dumps(_row(paper), ensure_ascii=False, separators=(",", ":")) + "\n"
            line = row.encode()
            file.write(line)
            offsets.append(offsets[-1] + len(line))
            checks.append(crc32(line))
    np.save(folder / OFFSETS, np.array(offsets, dtype=np.int64), allow_pickle=False)
    np.save(folder / CHECKS, np.array(checks, dtype=np.uint32), allow_pickle=False)


class PaperFile(Sequence[Paper]):
    """Papers read from disk as they are asked for. May be shared between threads."""

    def __init__(self, folder: Path) -> None:
        self._offsets: Longs = np.load(folder / OFFSETS, allow_pickle=False)
        self._checks: Longs = np.load(folder / CHECKS, allow_pickle=False)
        self._descriptor = os.open(folder / PAPERS, os.O_RDONLY | os.O_CLOEXEC)
        self.damaged = False
        """Whether a row was found that is not as it was written."""
        self._kept: OrderedDict[int, Paper] = OrderedDict()

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: Any) -> Any:
        """The paper with this number. Raises IndexError; OSError or ValueError for a bad file."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        kept = self._kept.get(number)
        if kept is None:
            kept = self._kept[number] = self._read(int(number))
            with suppress(KeyError):  # another thread may have made the same room
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return kept

    def _read(self, number: int) -> Paper:
        start, end = int(self._offsets[number]), int(self._offsets[number + 1])
        line = os.pread(self._descriptor, end - start, start)
        if crc32(line) != self._checks[number]:
            self.damaged = True
            raise ValueError(f"paper {number} is not as it was written")
        return _paper(json.loads(line))

    def __del__(self) -> None:
        descriptor = getattr(self, "_descriptor", -1)
        if descriptor >= 0:
            os.close(descriptor)
