"""The arguments of the verbs about reading lists and saved searches."""

import argparse

from tui_reader.cli.parsers.parser import Parser, add_format, add_ids, add_limit, parser
from tui_reader.cli.verbs import verb
from tui_reader.cli.words import WAYS


def overview() -> Parser:
    """`paperread list`."""
    deeds = ("show", "add", "remove", "move", "describe", "rename", "drop")
    return _overview("list", "Print your reading lists with their numbers of papers.", deeds)


def searches() -> Parser:
    """`paperread saved`."""
    about = "Print your saved searches: how many papers answer each, and how many of these are new."
    return _overview("saved", about, ("show", "save", "drop"))


def _overview(name: str, about: str, deeds: tuple[str, ...]) -> Parser:
    made = parser(name, about, f"paperread {name} DEED --help tells more")
    made.add_argument("deed", metavar="DEED", nargs="?", choices=deeds, help=", ".join(deeds))
    made.set_defaults(run=verb("lists" if name == "list" else "searches"))
    return made


def _of_list(deed: str, about: str, name: str = "LIST") -> Parser:
    made = parser(f"list {deed}", about)
    made.add_argument("name", metavar=name, help="its name")
    made.takes_less = True
    made.set_defaults(run=verb("lists" if deed == "show" else "list_changes"), deed=deed)
    return made


def show() -> Parser:
    """`paperread list show`."""
    made = _of_list("show", "Print the papers of a reading list in its order.")
    add_format(made)
    add_limit(made)
    return made


def add() -> Parser:
    """`paperread list add`."""
    made = _of_list("add", "Add papers to the end of a reading list, which is begun if need be.")
    add_ids(made)
    return made


def remove() -> Parser:
    """`paperread list remove`."""
    made = _of_list("remove", "Take papers out of a reading list.")
    add_ids(made)
    return made


def move() -> Parser:
    """`paperread list move`."""
    made = _of_list("move", "Move papers within a reading list.")
    add_ids(made)
    made.add_argument(
        "to", metavar="WHERE", type=_where, help="up, down, top, bottom, or a place from 1 on"
    )
    return made


def describe() -> Parser:
    """`paperread list describe`."""
    made = _of_list("describe", "Describe a reading list, which is begun if need be.")
    made.add_argument("text", metavar="TEXT", help="what it is for; '' takes that away")
    return made


def rename() -> Parser:
    """`paperread list rename`."""
    made = _of_list("rename", "Give a reading list another name.")
    made.add_argument("new", metavar="NEW", help="the name it gets")
    return made


def drop() -> Parser:
    """`paperread list drop`."""
    return _of_list("drop", "Give a reading list up; its papers stay in the library.")


def _where(text: str) -> str | int:
    if text in WAYS:
        return text
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not {', '.join(WAYS)} or a place from 1 on")
    return int(text)


def _of_search(deed: str, about: str) -> Parser:
    made = parser(f"saved {deed}", about)
    made.add_argument("name", metavar="SEARCH", help="its name")
    made.takes_less = True
    made.set_defaults(run=verb("searches"), deed=deed)
    return made


def show_search() -> Parser:
    """`paperread saved show`."""
    made = _of_search("show", "Print the papers that answer a saved search.")
    add_format(made)
    add_limit(made)
    return made


def save_search() -> Parser:
    """`paperread saved save`."""
    made = _of_search("save", "Keep a query under a name.")
    made.add_argument("query", metavar="QUERY", nargs="+", help="as for search")
    return made


def drop_search() -> Parser:
    """`paperread saved drop`."""
    return _of_search("drop", "Give a saved search up.")
