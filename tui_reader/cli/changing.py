"""What the verbs that change something have in common: the library, what came of it, and saving."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tui_reader.annotation import Change
from tui_reader.cli.library_of import annotated
from tui_reader.cli.streams import speaks_unicode
from tui_reader.errors import PaperReadError
from tui_reader.library.library import Library
from tui_reader.library.telling import told
from tui_reader.papers import Paper
from tui_reader.text.clean import clean


@contextmanager
def changing(arguments: argparse.Namespace) -> Iterator[Library]:
    """The library with what the reader wrote; saved at the end.

    Raises PaperReadError where that failed. No paper is looked for yet.
    """
    library = annotated(arguments)
    try:
        yield library
    finally:
        library.close()
    if library.unsaved:
        raise PaperReadError(f"not saved: {library.unsaved}")


def in_words(step: Sequence[Change]) -> str:
    """What a step did, safe to print."""
    return clean(told(step, "·" if speaks_unicode() else "-"), multiline=False)


def outcome(step: Sequence[Change], papers: Sequence[Paper]) -> str:
    """What a step did, and how many of the papers it was for were so already."""
    changed = {change.id for change in step}
    same = sum(changed.isdisjoint(paper.names) for paper in papers)
    said = in_words(step) if step else "nothing changed"
    return f"{said}; {same:,} {'was' if same == 1 else 'were'} so already" if same else said
