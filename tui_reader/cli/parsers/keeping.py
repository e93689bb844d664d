"""The arguments of the verbs that mark papers: stars, statuses, tags, notes."""

from tui_reader.cli.parsers.parser import Parser, add_ids, parser
from tui_reader.cli.verbs import verb
from tui_reader.cli.words import STATUS_NAMES


def star(*, starred: bool = True) -> Parser:
    """`paperread star`."""
    named = ("star", "Star papers.") if starred else ("unstar", "Take stars away.")
    made = parser(*named)
    add_ids(made)
    made.set_defaults(run=verb("star"), starred=starred)
    return made


def unstar() -> Parser:
    """`paperread unstar`."""
    return star(starred=False)


def status() -> Parser:
    """`paperread status`."""
    made = parser("status", "Say how far you are with papers.")
    made.add_argument(
        "status",
        metavar="STATUS",
        choices=STATUS_NAMES,
        type=status_name,
        help=", ".join(STATUS_NAMES),
    )
    add_ids(made)
    made.set_defaults(run=verb("status"))
    return made


def status_name(text: str) -> str:
    """A status as it is written here, whether with a space or a dash."""
    return "-".join(text.lower().split())


def tag() -> Parser:
    """`paperread tag`."""
    made = parser(
        "tag",
        "Put tags on papers and take others away; without papers, list the tags in use.",
        "example: paperread tag 1706.03762 +attention -unsorted",
    )
    made.usage = "paperread tag [ID… +TAG… -TAG…]"
    made.add_argument(
        "words",
        metavar="ID|+TAG|-TAG",
        nargs="*",
        help="papers, as for star, and tags; a tag of several words is quoted: '+to cite'",
    )
    made.takes_less = True
    made.set_defaults(run=verb("tag"))
    return made


def note() -> Parser:
    """`paperread note`."""
    made = parser("note", "Print the note on a paper, or write it.")
    made.takes_less = True
    made.add_argument("id", metavar="ID", help="as for show")
    made.add_argument(
        "text", metavar="TEXT", nargs="?", help="the note; - reads it from standard input"
    )
    made.set_defaults(run=verb("note"))
    return made
