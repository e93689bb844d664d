"""`paperread history`: what the reader did, on the command line and in the app."""

import argparse
from datetime import datetime

from tui_reader.cli.changing import in_words
from tui_reader.cli.library_of import annotated


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each step, the last one first, with its local time."""
    library = annotated(arguments)
    try:
        for past in library.history()[: arguments.limit]:
            back = " (taken back)" if past.undone else ""
            print(f"{_local(past.at):<16}  {in_words(past.step)}{back}")
    finally:
        library.close()
    return 0


def _local(at: str) -> str:
    """A time of the journal as the clock on the wall had it; empty where it is none."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return ""
