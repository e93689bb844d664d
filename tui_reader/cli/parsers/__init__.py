"""Every verb's arguments, with their help: what argparse makes of them."""

import argparse
from collections.abc import Callable, Mapping, Sequence

from tui_reader.cli.parsers import dumps, keeping, lists, papers, steps
from tui_reader.cli.parsers.opening import opening
from tui_reader.cli.parsers.parser import Parser

PARSERS: Mapping[str, Callable[[], Parser]] = {
    "add": dumps.add,
    "import": dumps.importing,
    "index": dumps.index,
    "search": papers.search,
    "show": papers.show,
    "export": papers.export,
    "star": keeping.star,
    "unstar": keeping.unstar,
    "status": keeping.status,
    "tag": keeping.tag,
    "note": keeping.note,
    "list": lists.overview,
    "list show": lists.show,
    "list add": lists.add,
    "list remove": lists.remove,
    "list move": lists.move,
    "list describe": lists.describe,
    "list rename": lists.rename,
    "list drop": lists.drop,
    "saved": lists.searches,
    "saved show": lists.show_search,
    "saved save": lists.save_search,
    "saved drop": lists.drop_search,
    "undo": steps.undo,
    "redo": steps.redo,
    "history": steps.history,
    "merge": steps.merge,
    "keymap": dumps.keymap,
    "completion": dumps.completion,
    "completion names": dumps.names,
    "doctor": dumps.doctor,
}
"""The parsers of all verbs, by the one or two words that name them."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """As `parsed` of `arguments`, whatever the words."""
    for words in (2, 1):
        make = PARSERS.get(" ".join(argv[:words])) if len(argv) >= words else None
        if make is not None:
            return make().parsed(argv[words:])
    return opening().parsed(argv)
