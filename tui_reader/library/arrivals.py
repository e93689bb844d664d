"""Dumps that arrived after the index was built: read alone and joined to it, without a rebuild."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tui_reader.catalog import Gathering
from tui_reader.files.fingerprints import Fingerprint
from tui_reader.library.gathering import read_into
from tui_reader.library.index_build import fits
from tui_reader.library.reports import DumpReport
from tui_reader.papers import Paper, PaperId
from tui_reader.search.corpus import Corpus
from tui_reader.search.generations import Generation
from tui_reader.search.later import Later, with_later

MOST_BYTES = 8 * 2**20
"""Of dumps that are read beside an index rather than having it built anew."""
FEW = 20
"""An index with so many times the bytes of what arrived need not be built anew for it."""

MOST_AT_EVERY_START = 2**20
"""Bytes of such dumps that are not worth an index however large the others are."""

Dumps = Mapping[Path, Fingerprint]
"""Dumps as they look now."""


def arrived(generation: Generation, dumps: Dumps) -> Dumps | None:
    """The dumps an index lacks; None where it no longer fits the others, or too much arrived."""
    known = {path: seen for path, seen in dumps.items() if generation.knows(path)}
    fresh = {path: seen for path, seen in dumps.items() if path not in known}
    return fresh if fits(generation, known) and _bytes(fresh) <= MOST_BYTES else None


def are_few(fresh: Dumps, dumps: Dumps) -> bool:
    """Whether reading what arrived beside the index, at every start, costs next to nothing."""
    return _bytes(fresh) <= min(_bytes(dumps) // FEW, MOST_AT_EVERY_START)


def joined(corpus: Corpus, fresh: Iterable[Path]) -> tuple[Corpus, tuple[DumpReport, ...]]:
    """The papers of an index together with those of dumps that arrived since.

    Raises OSError or ValueError where the index turns out to be damaged.
    """

    def known(name: PaperId) -> tuple[int, Paper] | None:
        number = corpus.number(name)
        return (number, corpus.papers[number]) if number >= 0 else None

    gathering = Gathering(known)
    reports = tuple(read_into(gathering, path) for path in fresh)
    papers, replaced = gathering.later()
    return (with_later(corpus, Later(papers, replaced)) if papers else corpus), reports


def _bytes(dumps: Dumps) -> int:
    return sum(seen.size for seen in dumps.values())
