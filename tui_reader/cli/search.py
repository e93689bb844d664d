"""`paperread search`: the papers that answer a query, for people and for scripts."""

import argparse

from tui_reader.cli.asides import tell_corrections, tell_of_skipped, tell_unknown_names
from tui_reader.cli.library_of import opened, status_of
from tui_reader.cli.printed import found, print_papers
from tui_reader.cli.talk import tell
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing, Question
from tui_reader.queries.query import Query
from tui_reader.sorting import Order

EXPLAINED = 3
"""Papers whose scores are explained where no limit is given."""

MANY = 5000
"""Papers that are worth an index of their own for one search."""


def run(arguments: argparse.Namespace) -> int:
    """Print what answers the query; 0 also without hits, 2 where a named dump was not readable.

    Nothing is printed for a query that is not understood, so that no script takes every paper for
    an answer.
    """
    query = Query.parse(" ".join(arguments.query))
    for problem in query.problems:
        tell(f"paperread: {problem}")
    if query.problems and not arguments.explain:
        return 2
    library = opened(arguments)
    try:
        order = Order(arguments.sort, arguments.reverse)
        listing = library.search(Question(query, "all", order))
        if arguments.explain:
            _explain(library, listing, arguments.limit)
            return status_of(library)
        tell_corrections(listing)
        tell_unknown_names(library, listing)
        print_papers(library, listing, arguments.format, arguments.limit)
        tell_of_skipped(library)
        if library.snapshot.origin == "memory" and library.snapshot.count > MANY:
            tell("paperread: paperread index builds an index, which answers sooner")
        return status_of(library)
    finally:
        library.close()


def _explain(library: Library, listing: Listing, limit: int | None) -> None:
    """How the query is understood, and the scores of the best papers."""
    most = EXPLAINED if limit is None else limit
    papers = [paper for paper, _ in found(library, listing, most)]
    for about, said in library.explain(listing.question, papers):
        print(f"{about:<14}  {said}".rstrip())
