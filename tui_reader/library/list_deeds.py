"""What the reader can do to reading lists and saved searches themselves, as values."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.annotation import Change, Field, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.tidying import tidy_title
from tui_reader.errors import PaperReadError
from tui_reader.library.kept_names import known_as, lists_in_use
from tui_reader.papers import Paper, PaperId


@dataclass(frozen=True, slots=True)
class Describing:
    """Describe a reading list, which is begun if there is none."""

    name: str
    description: str = ""

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The description, and the day it was begun."""
        name = known_as(self.name, lists_in_use(holdings))
        found = [] if name in holdings.lists else [_change(name, "created", "", day)]
        before = holdings.lists.get(name, ReadingList()).description
        description = tidy_title(self.description)
        if before != description:
            found.append(_change(name, "description", before, description))
        return found


@dataclass(frozen=True, slots=True)
class Dropping:
    """Give a reading list up: its papers stay in the library, but not in the list."""

    name: str

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """Everything that is said of it."""
        name = known_as(self.name, lists_in_use(holdings))
        return _moved(holdings, name, "", "")


@dataclass(frozen=True, slots=True)
class Renaming:
    """Give a reading list another name."""

    name: str
    new: str

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """Everything that is said of it. Raises PaperReadError where the new name is taken."""
        names = lists_in_use(holdings)
        name = known_as(self.name, names)
        new = known_as(self.new, (each for each in names if each != name))
        if new in names and new != name:
            raise PaperReadError(f"there is a list {new!r} already")
        return _moved(holdings, name, new, day) if new != name else ()


@dataclass(frozen=True, slots=True)
class SavingSearch:
    """Keep a query under a name."""

    name: str
    query: str

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The query."""
        name = known_as(self.name, holdings.searches)
        before = holdings.searches.get(name, SavedSearch()).query
        query = tidy_title(self.query)
        return [] if before == query else [_change(name, "query", before, query)]


@dataclass(frozen=True, slots=True)
class RenamingSearch:
    """Give a saved search another name."""

    name: str
    new: str

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The query. Raises PaperReadError where the new name is taken."""
        searches = holdings.searches
        name = known_as(self.name, searches)
        if name == self.new or name not in searches:
            return ()
        taken = known_as(self.new, (each for each in searches if each != name))
        if taken in searches:
            raise PaperReadError(f"there is a search {taken!r} already")
        _check(searches[name], "search", name)
        query = searches[name].query
        return [_change(name, "query", query, ""), _change(self.new, "query", "", query)]


@dataclass(frozen=True, slots=True)
class DroppingSearch:
    """Give a saved search up."""

    name: str

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """The query."""
        name = known_as(self.name, holdings.searches)
        _check(holdings.searches.get(name, SavedSearch()), "search", name)
        return SavingSearch(name, "").changes(papers, holdings, day)


def _moved(holdings: Holdings, name: str, new: str, day: str) -> list[Change]:
    """The changes that move all of a list to another name, or to nowhere.

    A list of which nothing is known, written by hand, is begun on this day under the other name.
    """
    found: list[Change] = []
    own = holdings.lists.get(name, ReadingList())
    _check(own, "list", name)
    if name in holdings.lists and own == ReadingList():
        found.append(_change(name, "created", "", ""))
        found += [_change(new, "created", "", day)] if new else []
    fields: tuple[Field, ...] = ("created", "description")
    for field in fields:
        if value := own.value(field):
            found.append(_change(name, field, value, ""))
            found += [_change(new, field, "", value)] if new else []
    for paper, said in holdings.papers.items():
        if rank := said.value("list", name):
            found.append(Change(paper, said.title, "list", rank, "", name=name))
            found += [Change(paper, said.title, "list", "", rank, name=new)] if new else []
    return found


def _check(entry: ReadingList | SavedSearch, what: str, name: str) -> None:
    """Raise PaperReadError where it holds more than changes can tell of, and so put back."""
    if entry.extra:
        field = str(entry.extra[0][0])[:40]
        raise PaperReadError(
            f"the {what} {name!r} has a field {field!r} of another program; change it in the file"
        )


def _change(name: str, field: Field, old: str, new: str) -> Change:
    return Change(PaperId(""), "", field, old, new, name=name)
