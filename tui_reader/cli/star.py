"""`paperread star ID…` and `unstar`: the same as the key, for as many papers as are named."""

import argparse

from tui_reader.cli.changing import changing, outcome
from tui_reader.cli.naming import papers_named
from tui_reader.library.deeds import Starring


def run(arguments: argparse.Namespace) -> int:
    """Star or unstar; nothing is changed where one of the papers is not known."""
    with changing(arguments) as library:
        papers = papers_named(library, arguments.ids)
        step = library.do(Starring(arguments.starred), papers)
    print(outcome(step, papers))
    return 0
