"""Papers made searchable: from the index where it can be trusted, else from the dumps in memory.

This is the library's one way to the readers of dumps and to search. Both bring NumPy and Whoosh
along, a third of a second, so the library imports this module when it opens, after first paint.
"""

import os
import weakref
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

__all__ = ["Filled", "distrust", "from_dumps", "from_index", "hits", "index_in_force"]


@dataclass(frozen=True)
class Filled:
    """Papers with the account of where they came from."""

    corpus: Corpus
    reports: tuple[DumpReport, ...]
    generation: Generation | None = None
    """The generation of the index, where that is where they come from."""


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


def index_in_force(paths: Sequence[Path]) -> Generation | None:
    """The index that can be trusted and fits the dumps as they are now, if there is one."""
    generation = generations_of(paths).current()
    files, _ = list_dumps(paths)
    return generation if generation is not None and generation.is_of(files) else None


def from_index(paths: Sequence[Path], generation: Generation) -> Filled | None:
    """Open an index; None where it turns out to be damaged or is gone.

    Raises OSError or MemoryError where that is no fault of the index.
    """
    held = -1
    try:
        held = hold(generation.folder)
        corpus = open_generation(generation.folder)
        reports = tuple(DumpReport.of(row) for row in generation.report["dumps"])
    except (OSError, MemoryError) as error:
        if held >= 0:
            os.close(held)
        if not isinstance(error, FileNotFoundError):
            raise  # no fault of the index
        return None
    except Exception:  # whatever a damaged index raises, it is not used
        os.close(held)
        distrust(paths, generation)
        return None
    # Held from being swept for as long as somebody searches it.
    weakref.finalize(corpus, os.close, held)
    return Filled(corpus, reports, generation)


def distrust(paths: Sequence[Path], generation: Generation) -> None:
    """Never open this index again."""
    generations_of(paths).distrust(generation)
