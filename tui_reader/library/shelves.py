"""Papers made searchable: from the index where it can be trusted, else from the dumps in memory.

This is the library's one way to the readers of dumps and to search. Both bring NumPy and Whoosh
along, a third of a second, so the library imports this module when it opens, after first paint.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui_reader.catalog import Catalog
from tui_reader.library.gathering import DumpReport, gather, list_dumps
from tui_reader.library.index_build import generations_of
from tui_reader.search.corpus import Corpus, corpus_of
from tui_reader.search.generations import Generation, hold
from tui_reader.search.highlight import hits
from tui_reader.search.stored import open_generation

__all__ = ["Filled", "distrust", "from_dumps", "from_index", "hits"]


@dataclass(frozen=True)
class Filled:
    """Papers with the account of where they came from."""

    corpus: Corpus
    reports: tuple[DumpReport, ...]
    generation: Generation | None = None
    """The generation of the index, where that is where they come from."""
    held: int = -1
    """A descriptor that keeps the index from being swept; to be closed when done with it."""


def from_dumps(
    paths: Sequence[Path],
    progress: Callable[[str, int, int], None] | None = None,
    early: Callable[[Filled], None] | None = None,
) -> Filled:
    """Read the dumps. With `early`, the first papers of many are handed over before the rest."""

    def first(catalog: Catalog) -> None:
        if early is not None:
            early(Filled(corpus_of(catalog.papers), ()))

    def reading(file: str, papers: int) -> None:
        if progress is not None:
            progress("reading", papers, 0)

    gathered = gather(paths, reading, first)
    return Filled(corpus_of(gathered.catalog.papers), gathered.reports)


def from_index(paths: Sequence[Path]) -> Filled | None:
    """Open the index in force if it can be trusted and fits the dumps as they are now."""
    generations = generations_of(paths)
    generation = generations.current()
    files, _ = list_dumps(paths)
    if generation is None or not generation.is_of(files):
        return None
    held = -1
    try:
        held = hold(generation.folder)
        corpus = open_generation(generation.folder)
        reports = tuple(DumpReport.of(row) for row in generation.report["dumps"])
    except Exception:  # whatever a damaged index raises, it is not used
        if held >= 0:
            os.close(held)
        generations.distrust(generation)
        return None
    return Filled(corpus, reports, generation, held)


def distrust(paths: Sequence[Path], filled: Filled) -> None:
    """Never open the index again that these papers came from."""
    if filled.generation is not None:
        generations_of(paths).distrust(filled.generation)
