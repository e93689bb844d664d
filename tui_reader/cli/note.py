"""`paperread note ID [TEXT]`: prints the note on a paper, or writes it."""

import argparse
import sys

from tui_reader.cli.library_of import opened
from tui_reader.cli.naming import paper_named
from tui_reader.errors import PaperReadError


def run(arguments: argparse.Namespace) -> int:
    """Print the note where no text is given, else keep the text; an empty one takes it away."""
    library = opened(arguments)
    try:
        paper = paper_named(library, arguments.id)
        note = library.annotation(paper).note
        if arguments.text is None:
            if note:
                print(note)
            return 0
        text = sys.stdin.read() if arguments.text == "-" else arguments.text
        library.write_note(paper, text, note)
    finally:
        library.close()
    if library.unsaved:
        raise PaperReadError(f"not saved: {library.unsaved}")
    print("note kept" if text.strip() else "note removed")
    return 0
