"""`paperread saved`: searches under a name, kept with the stars and notes."""

import argparse

from tui_reader.cli.asides import tell_corrections, tell_of_skipped
from tui_reader.cli.changing import changing, outcome
from tui_reader.cli.library_of import annotated, read_papers, status_of
from tui_reader.cli.naming import new_name, search_named
from tui_reader.cli.printed import print_papers
from tui_reader.cli.talk import tell
from tui_reader.errors import PaperReadError
from tui_reader.library.list_deeds import DroppingSearch, SavingSearch
from tui_reader.library.listing import Question
from tui_reader.queries.query import Query


def run(arguments: argparse.Namespace) -> int:
    """Print all searches or what answers one, or save or drop one."""
    match arguments.deed, "name" in arguments:
        case (None, _):
            return _overview(arguments)
        case ("show", True):
            return _show(arguments)
        case ("save", True):
            return _save(arguments)
        case ("drop", True):
            return _drop(arguments)
    raise PaperReadError(f"{arguments.deed} comes first: paperread saved {arguments.deed} …")


def _overview(arguments: argparse.Namespace) -> int:
    """Print every search with the numbers of papers that answer it, and of new ones of these."""
    library = annotated(arguments)
    try:
        searches = library.holdings.searches
        if not searches:
            return 0
        read_papers(library)
        new = set(library.search(Question(Query.parse("is:new"))).numbers)
        width = max(map(len, searches))
        for name in sorted(searches, key=lambda each: (each.casefold(), each)):
            query = searches[name].query
            found = library.search(Question(Query.parse(query))).numbers
            fresh = len(new.intersection(found))
            print(f"{len(found):>6,}  {fresh:>5,} new  {name:<{width}}  {query}")
        return status_of(library)
    finally:
        library.close()


def _show(arguments: argparse.Namespace) -> int:
    library = annotated(arguments)
    try:
        name = search_named(library, arguments.name)
        query = _understood(library.holdings.searches[name].query)
        read_papers(library)
        listing = library.search(Question(query))
        tell_corrections(listing)
        print_papers(library, listing, arguments.format, arguments.limit)
        tell_of_skipped(library)
        return status_of(library)
    finally:
        library.close()


def _save(arguments: argparse.Namespace) -> int:
    words = " ".join(arguments.query)
    _understood(words)
    with changing(arguments) as library:
        step = library.do(SavingSearch(new_name(arguments.name), words))
    print(outcome(step, ()))
    return 0


def _drop(arguments: argparse.Namespace) -> int:
    with changing(arguments) as library:
        step = library.do(DroppingSearch(search_named(library, arguments.name)))
    print(outcome(step, ()))
    return 0


def _understood(words: str) -> Query:
    """The query. Raises PaperReadError where it is not understood."""
    query = Query.parse(words)
    for problem in query.problems[:-1]:
        tell(f"paperread: {problem}")
    if query.problems:
        raise PaperReadError(str(query.problems[-1]))
    return query
