"""`paperread note ID [TEXT]`: prints the note on a paper, or writes it."""

import argparse

from tui_reader.cli.changing import changing
from tui_reader.cli.naming import papers_named
from tui_reader.cli.streams import given_text


def run(arguments: argparse.Namespace) -> int:
    """Print the note where no text is given, else keep the text; an empty one takes it away."""
    with changing(arguments) as library:
        (paper,) = papers_named(library, [arguments.id], piped=False)
        note = library.annotation(paper).note
        if arguments.text is None:
            if note:
                print(note)
            return 0
        text = given_text() if arguments.text == "-" else arguments.text
        library.write_note(paper, text, note)
        kept = library.annotation(paper).note
    print("note kept" if kept else "note removed")
    return 0
