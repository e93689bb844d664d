"""Every verb's arguments, with their help: what argparse makes of them."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tui_reader import __version__
from tui_reader.cli.verbs import APP, verb
from tui_reader.errors import PaperReadError
from tui_reader.exports.formats import FORMATS as EXPORT_FORMATS
from tui_reader.sorting import SORT_KEYS

_TAKEN_OUT = "\0"
"""Marks a word of a query that begins with `-`; no argument can hold it."""

EXAMPLES = """\
verbs (paperread VERB --help tells more):
  add FILE|-…            check dumps and keep a copy of each
  index [PATH…]          build the index, and tell what each dump holds
  search [QUERY…]        print the papers that answer a query
  show ID                print one paper with your note
  star ID…               star papers
  unstar ID…             take the stars away
  note ID [TEXT]         print the note on a paper, or write it
  export [QUERY…]        write papers as BibTeX, RIS, CSL, Markdown, CSV, JSON, HTML …
  keymap check FILE      list what is wrong with a keymap
  doctor                 versions, paths, index, terminal, problems

examples:
  paperread                          the dumps you added, or the bundled samples
  paperread page.txt papers/         these files and folders
  cat page.txt | paperread -         what comes from standard input
  paperread search 'diffusion year:2024..' --format ids
  paperread show arxiv:1706.03762

A dump that is named like a verb is given as ./search
"""


FORMATS = ("table", "json", "jsonl", "tsv", "ids")
"""How `paperread search` prints."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, by the error every verb ends with."""

    def error(self, message: str) -> NoReturn:
        # Words of a query are marked while they are parsed; nobody typed those marks.
        said = message.replace(repr(_TAKEN_OUT)[1:-1], "").replace(_TAKEN_OUT, "")
        raise PaperReadError(f"{said}; try {self.prog} --help")


def _parser(verb: str, description: str, epilog: str = "") -> _Parser:
    parser = _Parser(
        prog=f"paperread {verb}".strip(),
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--dumps",
        metavar="PATH",
        type=Path,
        action="append",
        default=[],
        help="a dump, or a folder of dumps, to read; may be given several times",
    )
    parser.add_argument(
        "--annotations",
        metavar="FILE",
        type=Path,
        help="the file of your stars, read marks and notes",
    )
    return parser


def _open() -> _Parser:
    parser = _parser("", "A terminal reader for dumps of paper lists.", EXAMPLES)
    parser.usage = "paperread [options] [PATH…]\n       paperread VERB …"
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="dumps or folders of them; - is standard input"
    )
    parser.add_argument(
        "--keymap", metavar="NAME|FILE", help="default, vim, emacs, newsboat, or a file"
    )
    parser.add_argument("--theme", metavar="NAME", help="colours; the palette lists them")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--ascii", action="store_true", help="plain marks and borders")
    parser.add_argument("--version", action="version", version=f"paperread {__version__}")
    parser.set_defaults(run=verb(APP))
    return parser


def _add() -> _Parser:
    parser = _parser("add", "Check dumps and keep a copy of each among your dumps.")
    parser.add_argument("paths", metavar="FILE", nargs="+", help="dumps; - is standard input")
    parser.add_argument("--name", metavar="NAME", help="name of the copy, for one dump")
    parser.set_defaults(run=verb("add"))
    return parser


def _index() -> _Parser:
    parser = _parser("index", "Build the index, and tell what each dump holds.")
    parser.add_argument("paths", metavar="PATH", nargs="*", help="dumps, as for --dumps")
    parser.add_argument("--rebuild", action="store_true", help="build it though it is up to date")
    parser.set_defaults(run=verb("index"))
    return parser


def _search() -> _Parser:
    parser = _parser("search", "Print the papers that answer a query; an empty one lists all.")
    _add_query(parser)
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="tell how the query is understood, and what the best papers' scores are made of",
    )
    parser.set_defaults(run=verb("search"))
    return parser


def _add_query(parser: _Parser) -> None:
    """What says which papers are asked for, and in what order."""
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", help="words and filters, as in the search bar"
    )
    parser.add_argument("--limit", metavar="N", type=_count, help="print at most N papers")
    parser.add_argument("--sort", choices=SORT_KEYS, default="relevance", help="default: relevance")
    parser.add_argument("--reverse", action="store_true", help="turn the order round")


def _export() -> _Parser:
    parser = _parser(
        "export", "Write the papers that answer a query, with your notes; an empty one takes all."
    )
    _add_query(parser)
    parser.add_argument(
        "--format", choices=tuple(EXPORT_FORMATS), required=True, help="how they are written"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=_output,
        default=Path("-"),
        help="a file that is not there yet; standard output without it",
    )
    parser.add_argument("--force", action="store_true", help="write over the file if it is there")
    parser.set_defaults(run=verb("export"))
    return parser


def _show() -> _Parser:
    parser = _parser("show", "Print one paper with everything known of it.")
    parser.add_argument(
        "id", metavar="ID", help="arxiv:… doi:… title:…, an arXiv id, a DOI or an address"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.set_defaults(run=verb("show"))
    return parser


def _star(*, starred: bool = True) -> _Parser:
    verbs = ("star", "Star papers.") if starred else ("unstar", "Take stars away.")
    parser = _parser(*verbs)
    parser.add_argument(
        "ids", metavar="ID", nargs="+", help="as for show; - reads ids from standard input"
    )
    parser.set_defaults(run=verb("star"), starred=starred)
    return parser


def _unstar() -> _Parser:
    return _star(starred=False)


def _note() -> _Parser:
    parser = _parser("note", "Print the note on a paper, or write it.")
    parser.add_argument("id", metavar="ID", help="as for show")
    parser.add_argument(
        "text", metavar="TEXT", nargs="?", help="the note; - reads it from standard input"
    )
    parser.set_defaults(run=verb("note"))
    return parser


def _keymap() -> _Parser:
    parser = _parser("keymap", "Check a keymap file.")
    parser.add_argument(
        "deed",
        metavar="check",
        choices=("check",),
        help="list what is wrong; status 1 if anything is",
    )
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.set_defaults(run=verb("keymap"))
    return parser


def _doctor() -> _Parser:
    parser = _parser("doctor", "Tell versions, paths, index, terminal, and problems.")
    parser.set_defaults(run=verb("doctor"))
    return parser


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of papers")
    return int(text)


def _output(text: str) -> Path:
    if text.startswith(_TAKEN_OUT):
        raise argparse.ArgumentTypeError(
            f"{text!r} looks like an option; ./ before it names a file"
        )
    return Path(text)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """As `parsed` of `arguments`, whatever the words."""
    makers = {
        "add": _add, "index": _index, "search": _search, "show": _show,
        "star": _star, "unstar": _unstar, "note": _note,
        "export": _export, "keymap": _keymap, "doctor": _doctor,
    }  # fmt: skip
    maker = makers.get(argv[0]) if argv else None
    if maker is None:
        return _open().parse_intermixed_args(argv)
    words = list(argv[1:])
    if options := _SHORT.get(argv[0]):
        # `-word` takes a word out of a query; it is not an option.
        words = [_TAKEN_OUT + word if _takes_out(word, options) else word for word in words]
    arguments = maker().parse_intermixed_args(words)
    if options:
        arguments.query = [word.removeprefix(_TAKEN_OUT) for word in arguments.query]
    return arguments


_SHORT = {"search": {"-h"}, "export": {"-h", "-o"}}
"""The verbs that take a query, with their options of one letter."""


def _takes_out(word: str, options: set[str]) -> bool:
    return len(word) > 1 and word[0] == "-" and word[1] != "-" and word not in options
