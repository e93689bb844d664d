"""Papers to be listed and searched: from the index where it can be trusted, else from the dumps.

This is the library's one way to the readers of dumps and to search. What reads dumps or searches
brings NumPy and Whoosh along, a third of a second, and is imported when it is first used; what
lists the papers of an index is not.
"""

import os
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule
from tui_reader.library.index_place import generations_of
from tui_reader.library.reports import DumpReport
from tui_reader.library.snapshot import Searchable
from tui_reader.search.generations import Generation, hold
from tui_reader.search.stored_corpus import StoredCorpus

if TYPE_CHECKING:
    from tui_reader.catalog import Catalog
    from tui_reader.library import arrivals, gathering
    from tui_reader.library.arrivals import Dumps
    from tui_reader.search import corpus, highlight, snippets
else:
    arrivals = LaterModule("tui_reader.library.arrivals")
    gathering = LaterModule("tui_reader.library.gathering")
    corpus = LaterModule("tui_reader.search.corpus")
    highlight = LaterModule("tui_reader.search.highlight")
    snippets = LaterModule("tui_reader.search.snippets")


@dataclass(frozen=True)
class Filled:
    """Papers with the account of where they came from."""

    corpus: Searchable
    reports: tuple[DumpReport, ...]
    generation: Generation | None = None
    """The generation of the index, where that is where they come from."""
    arrived: "Dumps" = field(default_factory=dict)
    """Dumps that were read beside the index."""


@dataclass(frozen=True)
class Index:
    """An index that may be used for the dumps as they are now."""

    generation: Generation
    lacks: "Dumps"
    """Dumps that arrived since it was built, to be read beside it."""
    outgrown: bool
    """Whether so much arrived that it should be built anew."""


def from_dumps(
    paths: Sequence[Path],
    progress: Callable[[str, int, int], None] | None = None,
    early: Callable[[Filled], None] | None = None,
) -> Filled:
    """Read the dumps. With `early`, the first papers of many are handed over before the rest."""

    def first(catalog: "Catalog") -> None:
        if early is not None:
            early(Filled(corpus.corpus_of(catalog.papers), ()))

    def reading(file: str, papers: int) -> None:
        if progress is not None:
            progress("reading", papers, 0)

    gathered = gathering.gather(paths, reading, first)
    return Filled(corpus.corpus_of(gathered.catalog.papers), gathered.reports)


def at_first_sight(paths: Sequence[Path]) -> Filled | None:
    """The papers of the index in force, to be listed; None where there is none.

    Neither its files nor the dumps are looked at: both may have changed. `index_in_force` and
    `opened` come after.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        generation = generations_of(paths).in_force()
        return None if generation is None else _listed(generation)
    return None


def index_in_force(paths: Sequence[Path]) -> Index | None:
    """The index that fits the dumps as they are now, if there is one."""
    generation = generations_of(paths).in_force()
    if generation is None:
        return None
    dumps, _ = gathering.list_dumps(paths)
    lacks = arrivals.arrived(generation, dumps)
    return None if lacks is None else Index(generation, lacks, not arrivals.are_few(lacks, dumps))


def from_index(paths: Sequence[Path], index: Index) -> Filled | None:
    """Open an index; None where it turns out to be damaged or is gone. Raises as `opened`."""
    generation = index.generation
    try:
        filled = _listed(generation)
        if not opened(paths, filled.corpus, generation):
            return None
        return _joined(filled, index) if index.lacks else filled
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        distrust(paths, generation)
        return None


def _joined(filled: Filled, index: Index) -> Filled:
    """The papers of an index, just opened, with those of the dumps that it lacks."""
    assert isinstance(filled.corpus, StoredCorpus)
    both, reports = arrivals.joined(filled.corpus.opened(), index.lacks)
    _hold_while(both, index.generation)
    return Filled(both, (*filled.reports, *reports), index.generation, index.lacks)


def opened(paths: Sequence[Path], corpus: Searchable, generation: Generation) -> bool:
    """Open papers of an index for searching; False where it turns out to be damaged or is gone.

    Raises OSError or MemoryError where that is no fault of the index.
    """
    try:
        if isinstance(corpus, StoredCorpus):
            corpus.opened()
    except FileNotFoundError:
        return False
    except (OSError, MemoryError):
        raise  # no fault of the index
    except Exception:  # whatever a damaged index raises, it is not used
        distrust(paths, generation)
        return False
    return True


def _listed(generation: Generation) -> Filled:
    held = hold(generation.folder)
    try:
        listed = StoredCorpus(generation)
        _hold_while(listed, generation)
    finally:
        os.close(held)
    reports = tuple(DumpReport.of(row) for row in generation.report["dumps"])
    return Filled(listed, reports, generation)


def _hold_while(corpus: object, generation: Generation) -> None:
    """Keep a generation from being swept for as long as somebody reads it."""
    weakref.finalize(corpus, os.close, hold(generation.folder))


def hits(text: str, terms: frozenset[str]) -> Sequence[tuple[int, int]]:
    """The places of terms in a text."""
    found: Sequence[tuple[int, int]] = highlight.hits(text, terms)
    return found


def snippet(
    text: str, terms: frozenset[str], room: int, more: str
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The passage of a text, in so many characters, that best answers, and its hits."""
    found: tuple[str, tuple[tuple[int, int], ...]] = snippets.snippet(text, terms, room, more)
    return found


def distrust(paths: Sequence[Path], generation: Generation) -> None:
    """Never open this index again."""
    generations_of(paths).distrust(generation)
