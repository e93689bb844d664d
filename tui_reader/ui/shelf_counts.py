"""Counts what the shelf shows, one thing after the other; for a thread of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from tui_reader.library.library import Library
from tui_reader.library.shelf import alphabetical
from tui_reader.queries.query import Query
from tui_reader.ui.shelf_rows import Search, Shelf

T = TypeVar("T")


def counted(library: Library, before: Shelf | None) -> Iterator[Shelf]:
    """The shelf without the counts of its searches, but for those known before; then with them.

    Gives one after each search, so that whoever wants no more of it can stop; nothing where there
    are no papers yet.
    """
    kept = library.kept()
    if kept is None:
        return
    known = before.searches if before else {}
    searches_kept = library.holdings.searches
    saved = ((name, searches_kept[name]) for name in sorted(searches_kept, key=alphabetical))
    searches = {name: _known(known.get(name), search.query) for name, search in saved}
    yield Shelf(kept, dict(searches))
    for name, search in searches.items():
        query = Query.parse(search.query)
        problem = ". ".join(query.problems)
        searches[name] = Search(query.text, problem, None if problem else library.found(query))
        yield Shelf(kept, dict(searches))


def renamed(shelf: Shelf, group: str, old: str, new: str) -> Shelf:
    """The shelf with a list or a search under its other name; with an empty list, where none was.

    It is what can be shown before all is counted anew.
    """
    if group == "searches":
        return replace(shelf, searches=_renamed(shelf.searches, old, new, Search("")))
    kept = shelf.kept
    lists = _renamed(kept.lists, old, new, 0)
    everywhere = _renamed(kept.everywhere, old, new, 0)
    return replace(shelf, kept=replace(kept, lists=lists, everywhere=everywhere))


def _renamed(values: Mapping[str, T], old: str, new: str, otherwise: T) -> Mapping[str, T]:
    found = {name: value for name, value in values.items() if name != old}
    found[new] = values.get(old, otherwise)
    return {name: found[name] for name in sorted(found, key=alphabetical)}


def _known(before: Search | None, query: str) -> Search:
    """What was counted of the same query before."""
    return before if before is not None and before.query == query else Search(query)
