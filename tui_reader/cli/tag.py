"""`paperread tag ID… +a -b`: tags papers; without tags it lists theirs, without papers all."""

import argparse

from tui_reader.annotations.tidying import tidy_name
from tui_reader.cli.changing import changing, outcome
from tui_reader.cli.library_of import annotated
from tui_reader.cli.naming import papers_named
from tui_reader.errors import PaperReadError
from tui_reader.library.deeds import Tagging


def run(arguments: argparse.Namespace) -> int:
    """Tag and untag as one step; nothing is changed where one of the papers is not known."""
    words: list[str] = arguments.words
    if not words:
        return _overview(arguments)
    less = [word for word in words if word.startswith("-") and word != "-"]
    more = [word for word in words if word.startswith("+")]
    ids = [word for word in words if word not in less and word not in more]
    if not ids:
        raise PaperReadError("no papers to tag; try paperread tag --help")
    if not less and not more:
        return _tags_of(arguments, ids)
    deed = Tagging(tuple(map(_name, more)), tuple(map(_name, less)))
    with changing(arguments) as library:
        papers = papers_named(library, ids)
        step = library.do(deed, papers)
    print(outcome(step, papers))
    return 0


def _name(word: str) -> str:
    name = tidy_name(word[1:])
    if not name:
        raise PaperReadError(f"{word!r} names no tag")
    return name


def _tags_of(arguments: argparse.Namespace, ids: list[str]) -> int:
    library = annotated(arguments)
    try:
        papers = papers_named(library, ids)
        for tag in dict.fromkeys(tag for each in papers for tag in library.annotation(each).tags):
            print(tag)
    finally:
        library.close()
    return 0


def _overview(arguments: argparse.Namespace) -> int:
    library = annotated(arguments)
    try:
        for tag, papers in library.tags().items():
            print(f"{papers:>6,}  {tag}")
    finally:
        library.close()
    return 0
