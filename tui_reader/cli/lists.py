"""`paperread list` and `list show`: reading lists, and the papers of one in its order."""

import argparse

from tui_reader.annotation import ReadingList
from tui_reader.cli.library_of import annotated, read_papers, status_of
from tui_reader.cli.naming import list_named
from tui_reader.cli.printed import print_papers
from tui_reader.cli.talk import tell
from tui_reader.errors import PaperReadError
from tui_reader.library.library import Library
from tui_reader.library.listing import Question
from tui_reader.queries.query import Query


def run(arguments: argparse.Namespace) -> int:
    """Print all lists, or one; 2 where a named dump was not readable."""
    library = annotated(arguments)
    try:
        if arguments.deed is None:
            _overview(library)
            return 0
        if arguments.deed != "show":
            raise PaperReadError(f"{arguments.deed} comes first: paperread list {arguments.deed} …")
        name = list_named(library, arguments.name)
        read_papers(library)
        listing = library.search(Question(Query.parse(""), reading_list=name))
        print_papers(library, listing, arguments.format, arguments.limit)
        missing = library.lists()[name] - len(listing.numbers)
        if missing > 0:
            tell(f"paperread: {missing:,} more of it are in no dump that was read")
        return status_of(library)
    finally:
        library.close()


def _overview(library: Library) -> None:
    lists = library.lists()
    width = max(map(len, lists), default=0)
    for name, papers in lists.items():
        said = library.holdings.lists.get(name, ReadingList()).description
        print(f"{papers:>6,}  {name:<{width}}  {said}".rstrip())
