"""What the parsers of all verbs have in common."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tui_reader.errors import PaperReadError
from tui_reader.sorting import SORT_KEYS

_LESS = "\0"
"""Marks a word that begins with `-` and is no option; no argument can hold it."""

FORMATS = ("table", "json", "jsonl", "tsv", "ids")
"""How `paperread search` prints."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, by the error every verb ends with."""

    takes_less = False
    """Whether words that begin with one `-` and are no options are arguments, such as `-word` of
    a query."""

    def parsed(self, words: Sequence[str]) -> argparse.Namespace:
        """The arguments, options standing anywhere among them; after `--` there are none.

        Raises PaperReadError.
        """
        end = words.index("--") if "--" in words else len(words)
        marked = [_LESS + word if self._is_less(word) else word for word in words[:end]]
        marked += [_LESS + word if _begins_as_option(word) else word for word in words[end + 1 :]]
        arguments = self.parse_intermixed_args(marked)
        for name, value in vars(arguments).items():
            setattr(arguments, name, _unmarked(value))
        return arguments

    def _is_less(self, word: str) -> bool:
        is_one = _begins_as_option(word) and word[1] != "-"
        return self.takes_less and is_one and word not in self._option_string_actions

    def error(self, message: str) -> NoReturn:
        """End with what is wrong, without the marks, for nobody typed those."""
        said = message.replace(repr(_LESS)[1:-1], "").replace(_LESS, "")
        raise PaperReadError(f"{said}; try {self.prog} --help")


def _begins_as_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _unmarked(value: object) -> object:
    """What was given, as it was given."""
    match value:
        case str() if value.startswith(f"{_LESS}-"):
            return value[len(_LESS) :]
        case Path():
            return Path(str(value).removeprefix(_LESS))
        case list():
            return [_unmarked(each) for each in value]
        case _:
            return value


def parser(verb: str, description: str, epilog: str = "") -> Parser:
    """A parser with the options that every verb has."""
    made = Parser(
        prog=f"paperread {verb}".strip(),
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument(
        "--dumps",
        metavar="PATH",
        type=Path,
        action="append",
        default=[],
        help="a dump, or a folder of dumps, to read; may be given several times",
    )
    made.add_argument(
        "--annotations",
        metavar="FILE",
        type=Path,
        help="the file of your stars, tags, lists and notes",
    )
    return made


def add_ids(made: Parser) -> None:
    """Which papers are meant."""
    made.add_argument(
        "ids", metavar="ID", nargs="+", help="as for show; - reads ids from standard input"
    )


def add_query(made: Parser) -> None:
    """What says which papers are asked for, and in what order."""
    made.add_argument(
        "query", metavar="QUERY", nargs="*", help="words and filters, as in the search bar"
    )
    made.takes_less = True
    add_limit(made)
    made.add_argument("--sort", choices=SORT_KEYS, default="relevance", help="default: relevance")
    made.add_argument("--reverse", action="store_true", help="turn the order round")


def add_limit(made: Parser) -> None:
    """How many papers are printed."""
    made.add_argument("--limit", metavar="N", type=count, help="print at most N papers")


def add_format(made: Parser) -> None:
    """How papers are printed."""
    made.add_argument("--format", choices=FORMATS, default="table", help="default: table")


def count(text: str) -> int:
    """A number of papers or steps. Raises ArgumentTypeError."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return int(text)


def output(text: str) -> Path:
    """A file to write. Raises ArgumentTypeError for what was rather meant as an option."""
    if text.startswith(_LESS):
        raise argparse.ArgumentTypeError(
            f"{text!r} looks like an option; ./ before it names a file"
        )
    return Path(text)
