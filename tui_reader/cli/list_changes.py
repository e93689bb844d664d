"""`paperread list add`, `remove`, `move`, `describe`, `rename` and `drop`."""

import argparse
from collections.abc import Sequence

from tui_reader.cli.changing import changing, outcome
from tui_reader.cli.naming import list_named, new_name, papers_named
from tui_reader.errors import PaperReadError
from tui_reader.library.deeds import Adding, Deed, Moving, Placing, Removing
from tui_reader.library.library import Library
from tui_reader.library.list_deeds import Describing, Dropping, Renaming
from tui_reader.papers import Paper


def run(arguments: argparse.Namespace) -> int:
    """Change a list; nothing is changed where the list or one of the papers is not known."""
    papers: Sequence[Paper] = ()
    with changing(arguments) as library:
        deed = _deed(arguments, library)
        if "ids" in arguments:
            papers = papers_named(library, arguments.ids)
            _refuse_others(library, papers, deed)
        # No list is begun for papers that a search did not find.
        step = library.do(deed, papers) if papers or "ids" not in arguments else ()
    print(outcome(step, papers))
    return 0


def _deed(arguments: argparse.Namespace, library: Library) -> Deed:
    """What is to be done. Raises PaperReadError where there is no such list."""
    match arguments.deed:
        case "add":
            return Adding(new_name(arguments.name))
        case "describe":
            return Describing(new_name(arguments.name), arguments.text)
    name = list_named(library, arguments.name)
    match arguments.deed:
        case "remove":
            return Removing(name)
        case "rename":
            return Renaming(name, new_name(arguments.new))
        case "drop":
            return Dropping(name)
    to = arguments.to
    return Placing(name, to) if isinstance(to, int) else Moving(name, to)


def _refuse_others(library: Library, papers: Sequence[Paper], deed: Deed) -> None:
    """Raise PaperReadError where a paper to be moved is not in the list."""
    for paper in papers:
        if isinstance(deed, Moving | Placing) and not library.annotation(paper).value(
            "list", deed.list_name
        ):
            raise PaperReadError(f"{paper.id} is not in {deed.list_name!r}")
