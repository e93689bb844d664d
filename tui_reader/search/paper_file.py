"""Papers on disk: one JSON row a line, read one at a time by its place in the file."""

import json
import os
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from zlib import crc32

from tui_reader.papers import Paper, PaperId, Sighting
from tui_reader.search.number_file import NumberFile, write_numbers

PAPERS = "papers.jsonl"
OFFSETS = "papers.offsets"
CHECKS = "papers.checks"
KEPT = 4096
"""Papers kept decoded."""
LONGEST = 2**26
"""Bytes of a row; no paper is larger."""


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
    offsets, checks = array("q", [0]), array("I")
    with (folder / PAPERS).open("wb") as file:
        for paper in papers:
            row = json.dumps(_row(paper), ensure_ascii=False, separators=(",", ":")) + "\n"
            line = row.encode()
            file.write(line)
            offsets.append(offsets[-1] + len(line))
            checks.append(crc32(line))
    write_numbers(folder / OFFSETS, offsets)
    write_numbers(folder / CHECKS, checks)


class PaperFile(Sequence[Paper]):
    """Papers read from disk as they are asked for. May be shared between threads.

    Nothing has to be known to be whole before: each row is looked at when it is read.
    """

    def __init__(self, folder: Path) -> None:
        """Raises OSError or ValueError where files are gone or do not fit together."""
        self._descriptor = -1
        self._offsets = NumberFile(folder / OFFSETS, "q")
        self._checks = NumberFile(folder / CHECKS, "I")
        if len(self._offsets) != len(self._checks) + 1:
            raise ValueError("places and checksums of papers do not fit together")
        self._descriptor = os.open(folder / PAPERS, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        self.damaged = False
        """Whether a row was found that is not as it was written."""
        self._kept: OrderedDict[int, Paper] = OrderedDict()

    def __len__(self) -> int:
        return len(self._checks)

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
        start, end = self._offsets.run(number, 2)
        size = min(max(end - start, 0), LONGEST)
        line = os.pread(self._descriptor, size, max(start, 0))
        if crc32(line) != self._checks[number]:
            self.damaged = True
            raise ValueError(f"paper {number} is not as it was written")
        return _paper(json.loads(line))

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
