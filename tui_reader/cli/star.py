"""`paperread star ID…` and `unstar`: the same as the key, for as many papers as are named."""

import argparse

from tui_reader.cli.library_of import opened
from tui_reader.cli.naming import names_of, paper_named
from tui_reader.errors import PaperReadError


def run(arguments: argparse.Namespace) -> int:
    """Star or unstar; nothing is changed where one of the papers is not known."""
    library = opened(arguments)
    try:
        papers = [paper_named(library, name) for name in names_of(arguments.ids)]
        changed = sum(library.put_star(paper, arguments.starred) for paper in papers)
    finally:
        library.close()
    if library.unsaved:
        raise PaperReadError(f"not saved: {library.unsaved}")
    done = "starred" if arguments.starred else "no longer starred"
    same = f", {len(papers) - changed} were so already" if changed < len(papers) else ""
    print(f"{changed} {done}{same}")
    return 0
