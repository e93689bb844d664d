"""A generation's papers: readable at once, searchable as soon as its files were found to agree.

Reading takes neither NumPy nor Whoosh, whose import would cost the first rows a third of a second,
and looks at no more of any file than the rows that are asked for.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule
from tui_reader.papers import PaperId
from tui_reader.search.generations import DamagedError, Generation
from tui_reader.search.name_file import NameFile
from tui_reader.search.paper_file import PaperFile
from tui_reader.sorting import Order

if TYPE_CHECKING:
    from tui_reader.annotation import Annotation
    from tui_reader.queries.completing import Completion, Unfinished
    from tui_reader.queries.tree import Node
    from tui_reader.search import schema, stored
    from tui_reader.search.corpus import Answer, Corpus
    from tui_reader.search.explain import Explained
    from tui_reader.search.facet_counts import Counts, FacetName
    from tui_reader.search.own_counts import OwnCounts
    from tui_reader.search.posting_cache import PostingCache
    from tui_reader.search.said import Said
else:
    schema = LaterModule("tui_reader.search.schema")
    stored = LaterModule("tui_reader.search.stored")


class StoredCorpus:
    """What the library asks of papers; the first search opens what it needs.

    Reading may be shared between threads; searches belong to one thread at a time.
    """

    def __init__(self, generation: Generation) -> None:
        """Raises OSError or ValueError where files are gone or do not fit together."""
        self.papers = PaperFile(generation.folder)
        self._generation = generation
        self._names = NameFile(generation.folder)
        self._opening = threading.Lock()
        self._corpus: Corpus | None = None

    @property
    def damaged(self) -> bool:
        """Whether a paper could not be read as it was written."""
        return self.papers.damaged

    @property
    def count(self) -> int:
        """How many papers there are."""
        return len(self.papers)

    @property
    def cache(self) -> "PostingCache | None":
        """Posting lists kept for the next question; None where nothing was opened to be asked."""
        return None if self._corpus is None else self._corpus.cache

    def everything(self, *, reverse: bool = False) -> Sequence[int]:
        """The numbers of all papers, as the dumps have them."""
        return range(len(self.papers))[:: -1 if reverse else 1]

    def number(self, name: PaperId) -> int:
        """The number of a paper by any of its ids, -1 where it is unknown."""
        return self._names.number(name)

    def numbers(self, names: Iterable[PaperId]) -> frozenset[int]:
        """The numbers of those papers that are known."""
        return self._names.every(names) if self._corpus is None else self._corpus.numbers(names)

    # What follows is asked where the screen is not drawn: it opens the index. All of it raises
    # what `opened` raises, and what a damaged index makes of it.

    def said(self, papers: "Mapping[PaperId, Annotation]") -> "Said":
        """What the reader said of papers, ready to be searched."""
        return self.opened().said(papers)

    def answer(self, tree: "Node", order: Order, said: "Said") -> "Answer":
        """The papers that match, in order."""
        return self.opened().answer(tree, order, said)

    def explain(self, tree: "Node", said: "Said", numbers: Sequence[int]) -> "Explained":
        """How a query is understood, and what the scores of some papers are made of."""
        return self.opened().explain(tree, said, numbers)

    def complete(self, piece: "Unfinished", said: "Said") -> "tuple[Completion, ...]":
        """What the papers offer in the place of an unfinished piece of a query."""
        return self.opened().complete(piece, said)

    def facets(self, numbers: Sequence[int], said: "Said") -> "Mapping[FacetName, Counts]":
        """How many of some papers have each year, venue, keyword, dump, mark, tag and list."""
        return self.opened().facets(numbers, said)

    def own(self, said: "Said") -> "OwnCounts":
        """How many papers the reader has in each state, under each tag and in each list."""
        return self.opened().own(said)

    def found(self, tree: "Node", said: "Said") -> tuple[int, int]:
        """How many papers match; and how many of those are new, unless the whole library is."""
        return self.opened().found(tree, said)

    def opened(self) -> "Corpus":
        """All that is needed to search; whoever asks while it is being opened waits.

        Raises DamagedError or OSError where a file does not agree with the manifest, or another
        Whoosh wrote it, and then opens none.
        """
        with self._opening:
            if self._corpus is None:
                checking = _Checking(self._generation)
                checking.start()
                open_generation = stored.open_generation  # imports, while files are looked at
                checking.finish()
                self._check_who_wrote_it()
                self._corpus = open_generation(self._generation.folder)
            return self._corpus

    def _check_who_wrote_it(self) -> None:
        written_by = self._generation.report.get("whoosh")
        if written_by != schema.WHOOSH_VERSION:
            raise DamagedError(f"Whoosh {written_by} wrote the index, another is to read it")


class _Checking(threading.Thread):
    """Looks at every byte of a generation, beside whatever else is to be done."""

    def __init__(self, generation: Generation) -> None:
        super().__init__(name="check", daemon=True)
        self._generation = generation
        self._error: Exception | None = None

    def run(self) -> None:
        """Look."""
        try:
            self._generation.check()
        except Exception as error:  # told where it is waited for
            self._error = error

    def finish(self) -> None:
        """Wait until all was looked at. Raises what `Generation.check` raised."""
        self.join()
        if self._error is not None:
            raise self._error
