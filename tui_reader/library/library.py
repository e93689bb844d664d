"""The library: papers, their index, and what the reader wrote; the one face of all of it.

`open`, `open_index`, `reload`, `build`, `search`, `facets`, `kept`, `found`, `complete`, `explain`,
`give_up`, `save` and `refresh` do work and may run in a worker; one question is answered at a time.
Everything else is quick and may be called where the screen is drawn.
"""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from tui_reader.errors import Problem
from tui_reader.later import LaterModule
from tui_reader.library import shelves
from tui_reader.library.cache_record import note_cache
from tui_reader.library.listing import Listing, Question, everything
from tui_reader.library.personal import Personal
from tui_reader.library.saying import Saying
from tui_reader.library.snapshot import Searchable, Snapshot
from tui_reader.library.sources import Sources
from tui_reader.library.stock import Progress, Stock, nobody
from tui_reader.papers import Paper, PaperId
from tui_reader.queries.query import Query

if TYPE_CHECKING:
    from tui_reader.annotations.store import AnnotationStore
    from tui_reader.library import explaining, facets, list_order, shelf
    from tui_reader.queries import completing
    from tui_reader.queries.tree import Field as SearchedField
    from tui_reader.search.said import Said
else:
    # What only questions need is imported by the first of them.
    explaining = LaterModule("tui_reader.library.explaining")
    facets = LaterModule("tui_reader.library.facets")
    list_order = LaterModule("tui_reader.library.list_order")
    shelf = LaterModule("tui_reader.library.shelf")
    completing = LaterModule("tui_reader.queries.completing")


T = TypeVar("T")


class Library(Personal):
    """Papers, answers about them, and the reader's own words; safe to share between threads."""

    def __init__(self, sources: Sources, store: "AnnotationStore") -> None:
        self.sources = sources
        """Where the dumps are read from."""
        super().__init__(store)
        self._stock = Stock(sources.paths)
        self._saying = Saying()
        self._searching = threading.Lock()

    @property
    def snapshot(self) -> Snapshot:
        """What is shown now; keep it while working with numbers of papers."""
        return self._stock.snapshot

    @property
    def index_problem(self) -> str:
        """Why there is no index to search, where that is so."""
        return self._stock.problem

    # Opening

    def look(self) -> bool:
        """Take the papers of the index in force, to be listed; whether there is one.

        Takes a few milliseconds for any number of papers. Neither index nor dumps are looked at:
        `open` does that, and until then a search waits.
        """
        return self._stock.look()

    def open(self, progress: Progress = nobody, early: Callable[[], None] = lambda: None) -> bool:
        """Read annotations, and papers from the index or else from the dumps.

        `early` is called when there is more to show before all of it is done: annotations of
        papers that were looked at, or the first of many papers. Returns whether an index is still
        to be built.
        """
        self.read_annotations()
        if self.snapshot.corpus is not None:
            early()
        return self._stock.fill(progress, early)

    def open_index(self) -> bool:
        """Take the index if it fits the dumps as they are now; reads only dumps that it lacks."""
        return self._stock.open_index()

    def reload(self, progress: Progress = nobody) -> bool:
        """Look at the dumps again; as `open`, without the annotations."""
        if self.snapshot.corpus is not None and self.snapshot.corpus.damaged:
            self._stock.distrust(self.snapshot)
        return self._stock.fill(progress)

    def build(self, progress: Progress = nobody, *, anew: bool = False) -> bool:
        """Build the index in a process of its own and take it; False where that failed."""
        return self._stock.build(progress, anew=anew)

    # Asking

    def at_once(self, question: Question) -> Listing | None:
        """The answer where it takes no search: all papers as the dumps have them; else None."""
        snapshot = self.snapshot
        is_there = snapshot.corpus is not None and question.is_plain
        return everything(question, snapshot) if is_there else None

    def search(self, question: Question) -> Listing:
        """The papers that answer a question, of the snapshot there is when it begins.

        An index that fails while it is searched is given up for posting lists in memory.
        """
        with self._searching:
            snapshot = self.snapshot
            try:
                return self._answered(question, snapshot)
            except Exception as error:
                self._survive(error, snapshot)
                return self._answered(question, self.snapshot)

    def _answered(self, question: Question, snapshot: Snapshot) -> Listing:
        if snapshot.corpus is None:
            return Listing(question, snapshot=snapshot)
        if question.is_plain:
            return everything(question, snapshot)
        said = self._said(snapshot.corpus)
        found = snapshot.corpus.answer(question.tree, question.sorted_by, said)
        order = "" if len(found.scores) else list_order.list_in_order(question, said)
        reverse = question.sorted_by.reverse
        numbers = (
            list_order.in_list_order(order, found.numbers, said, reverse=reverse)
            if order
            else found.numbers
        )
        return Listing(
            question, numbers, found.scores, found.terms, found.corrections, snapshot, order
        )

    def _said(self, corpus: Searchable) -> "Said":
        """The reader's marks and notes, ready to be searched; waits until they were read."""
        self.wait_for_annotations()
        return self._saying.of(corpus, self.annotations)

    def facets(self, listing: Listing) -> "tuple[facets.Facet, ...]":
        """What the papers of a listing can be narrowed to, with the number of papers of each.

        An index that fails is given up; the listing is then of a snapshot that is not shown.
        """

        def count(corpus: Searchable) -> "tuple[facets.Facet, ...]":
            counts = corpus.facets(listing.numbers, self._said(corpus))
            return facets.facets_of(counts, listing)

        return self._asked(listing.snapshot, count, ())

    def kept(self) -> "shelf.Kept | None":
        """What the reader keeps, with numbers of papers.

        None before there are papers, and where an index failed, which is given up.
        """

        def count(corpus: Searchable) -> "shelf.Kept | None":
            return shelf.kept_of(corpus.own(self._said(corpus)), corpus.count, self.lists())

        return self._asked(self.snapshot, count, None)

    def found(self, query: Query) -> "shelf.Found | None":
        """How many papers of the library answer a query; None as in `kept`."""

        def count(corpus: Searchable) -> "shelf.Found | None":
            return shelf.Found(*corpus.found(query.tree, self._said(corpus)))

        return self._asked(self.snapshot, count, None)

    def complete(self, piece: "completing.Unfinished") -> "tuple[completing.Completion, ...]":
        """What an unfinished piece of a query may be completed to, the likeliest first.

        An index that fails is given up; what needs no papers is offered all the same.
        """
        nothing: tuple[completing.Completion, ...] = ()
        found = self._asked(
            self.snapshot, lambda corpus: corpus.complete(piece, self._said(corpus)), nothing
        )
        return (*completing.offered(piece), *found)

    def explain(self, question: Question, papers: Sequence[Paper] = ()) -> "explaining.Explanation":
        """How a question is understood, and what the scores of some papers are made of.

        An index that fails is given up, and nothing is explained.
        """
        snapshot = self.snapshot

        def explained(corpus: Searchable) -> "explaining.Explanation":
            numbers = [corpus.number(paper.id) for paper in papers]
            found = corpus.explain(question.tree, self._said(corpus), numbers)
            return explaining.in_words(found, question, snapshot.count, papers)

        return self._asked(snapshot, explained, ())

    def _asked(self, snapshot: Snapshot, ask: Callable[[Searchable], T], otherwise: T) -> T:
        """Ask a snapshot something; `otherwise` where it has no papers or its index fails."""
        if snapshot.corpus is None:
            return otherwise
        try:
            with self._searching:
                return ask(snapshot.corpus)
        except Exception as error:
            self._survive(error, snapshot)
            return otherwise

    def _survive(self, error: Exception, snapshot: Snapshot) -> None:
        """Give up the index that failed; raise where it is no fault of an index."""
        if snapshot.origin != "index" or isinstance(error, MemoryError):
            raise error
        self.give_up(snapshot, f"the index failed ({type(error).__name__})")

    def give_up(self, snapshot: Snapshot, why: str) -> None:
        """Never open a snapshot's index again; answer from the dumps, unless there is a newer."""
        self._stock.give_up(snapshot, why)

    def paper(self, name: PaperId) -> Paper | None:
        """The paper with this id, or with another id it was known by."""
        snapshot = self.snapshot
        number = snapshot.number(name)
        return snapshot.paper(number) if number >= 0 else None

    def hits(
        self, text: str, listing: Listing, *fields: "SearchedField"
    ) -> Sequence[tuple[int, int]]:
        """The places in a shown text that answer the listing's query in one of the fields."""
        terms = frozenset[str]().union(*(listing.terms.get(name, ()) for name in fields))
        return shelves.hits(text, terms) if terms else ()

    def passage(
        self, text: str, listing: Listing, field: "SearchedField", room: int, more: str
    ) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The piece of a shown text, in so many characters, that best answers the query; its hits.

        Nothing where the text does not answer in that field; `more` stands where it was cut.
        """
        terms = listing.terms.get(field)
        return shelves.snippet(text, terms, room, more) if terms else ("", ())

    # What the reader wrote

    def numbers_not_unread(self, snapshot: Snapshot) -> frozenset[int]:
        """The numbers, in a snapshot, of the papers that have a status, be it only to be read."""
        names = [name for name, said in self.annotations.items() if not said.unread]
        return snapshot.corpus.numbers(names) if snapshot.corpus else frozenset()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with dumps and annotations that the reader should know."""
        return (*self.own_problems, *self.snapshot.problems)

    def close(self) -> None:
        """Save and let go of everything. May be called more than once."""
        self._stock.stop_building()
        self._store.close()
        note_cache(self.snapshot.corpus)
