"""Counts what the shelf shows, one thing after the other; for a thread of its own."""

from collections.abc import Iterator

from tui_reader.library.library import Library
from tui_reader.queries.query import Query
from tui_reader.ui.shelf_rows import Search, Shelf


def counted(library: Library, before: Shelf | None) -> Iterator[Shelf]:
    """The shelf without the counts of its searches, but for those known before; then with them.

    Gives one after each search, so that whoever wants no more of it can stop; nothing where there
    are no papers yet.
    """
    kept = library.kept()
    if kept is None:
        return
    known = before.searches if before else {}
    saved = sorted(library.holdings.searches.items(), key=lambda each: (each[0].casefold(), each))
    searches = {name: _known(known.get(name), search.query) for name, search in saved}
    yield Shelf(kept, dict(searches))
    for name, search in searches.items():
        query = Query.parse(search.query)
        problem = ". ".join(query.problems)
        searches[name] = Search(query.text, problem, None if problem else library.found(query))
        yield Shelf(kept, dict(searches))


def _known(before: Search | None, query: str) -> Search:
    """What was counted of the same query before."""
    return before if before is not None and before.query == query else Search(query)
