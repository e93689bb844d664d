"""The arguments of the verbs about dumps and about the program itself."""

from pathlib import Path

from tui_reader.cli.parsers.keeping import status_name
from tui_reader.cli.parsers.parser import Parser, parser
from tui_reader.cli.verbs import verb
from tui_reader.cli.words import KINDS, SHELLS, STATUS_NAMES


def add() -> Parser:
    """`paperread add`."""
    made = parser("add", "Check dumps and keep a copy of each among your dumps.")
    made.add_argument("paths", metavar="FILE", nargs="+", help="dumps; - is standard input")
    made.add_argument("--name", metavar="NAME", help="name of the copy, for one dump")
    made.set_defaults(run=verb("add"))
    return made


def importing() -> Parser:
    """`paperread import`."""
    made = parser(
        "import",
        "Check dumps and bibliographies, keep a copy of each, and mark the papers they hold; "
        "all marks are one step to undo.",
    )
    made.add_argument("paths", metavar="FILE", nargs="+", help="dumps; - is standard input")
    made.add_argument("--star", action="store_true", help="star the papers")
    made.add_argument("--list", metavar="LIST", dest="list_name", help="add them to a reading list")
    made.add_argument(
        "--tag",
        metavar="TAG",
        action="append",
        default=[],
        help="a tag; may be repeated",
    )
    made.add_argument("--status", choices=STATUS_NAMES, type=status_name, help="their status")
    made.set_defaults(run=verb("importing"))
    return made


def index() -> Parser:
    """`paperread index`."""
    made = parser("index", "Build the index, and tell what each dump holds.")
    made.add_argument("paths", metavar="PATH", nargs="*", help="dumps, as for --dumps")
    made.add_argument("--rebuild", action="store_true", help="build it though it is up to date")
    made.set_defaults(run=verb("index"))
    return made


def keymap() -> Parser:
    """`paperread keymap`."""
    made = parser("keymap", "Check a keymap file.")
    made.add_argument(
        "deed",
        metavar="check",
        choices=("check",),
        help="list what is wrong; status 1 if anything is",
    )
    made.add_argument("file", metavar="FILE", type=Path)
    made.set_defaults(run=verb("keymap"))
    return made


def completion() -> Parser:
    """`paperread completion`."""
    made = parser(
        "completion",
        "Print a script that completes verbs, options, files, tags, lists and saved searches.",
        'bash: eval "$(paperread completion bash)" in ~/.bashrc\n'
        "zsh:  paperread completion zsh > _paperread in a folder of $fpath\n"
        "fish: paperread completion fish > ~/.config/fish/completions/paperread.fish",
    )
    made.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
    made.set_defaults(run=verb("completion"))
    return made


def names() -> Parser:
    """`paperread completion names`, which the scripts call."""
    made = parser("completion names", "Print the names in use, a line each.")
    made.add_argument("kind", metavar="KIND", choices=KINDS, help=", ".join(KINDS))
    made.set_defaults(run=verb("completion"))
    return made


def doctor() -> Parser:
    """`paperread doctor`."""
    made = parser("doctor", "Tell versions, paths, index, terminal, and problems.")
    made.set_defaults(run=verb("doctor"))
    return made
