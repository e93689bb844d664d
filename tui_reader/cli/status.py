"""`paperread status STATUS ID…`: says how far the reader is with papers."""

import argparse

from tui_reader.cli.changing import changing, outcome
from tui_reader.cli.naming import papers_named
from tui_reader.cli.words import STATUS_NAMES
from tui_reader.library.deeds import Standing


def run(arguments: argparse.Namespace) -> int:
    """Set the status; nothing is changed where one of the papers is not known."""
    with changing(arguments) as library:
        papers = papers_named(library, arguments.ids)
        step = library.do(Standing(STATUS_NAMES[arguments.status]), papers)
    print(outcome(step, papers))
    return 0
