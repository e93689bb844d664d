"""The arguments of the verbs that print papers."""

from pathlib import Path

from tui_reader.cli.parsers.parser import Parser, add_format, add_query, output, parser
from tui_reader.cli.verbs import verb
from tui_reader.exports.formats import FORMATS


def search() -> Parser:
    """`paperread search`."""
    made = parser("search", "Print the papers that answer a query; an empty one lists all.")
    add_query(made)
    add_format(made)
    made.add_argument(
        "--explain",
        action="store_true",
        help="tell how the query is understood, and what the best papers' scores are made of",
    )
    made.set_defaults(run=verb("search"))
    return made


def show() -> Parser:
    """`paperread show`."""
    made = parser("show", "Print one paper with everything known of it.")
    made.add_argument(
        "id", metavar="ID", help="arxiv:… doi:… title:…, an arXiv id, a DOI or an address"
    )
    made.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    made.set_defaults(run=verb("show"))
    return made


def export() -> Parser:
    """`paperread export`."""
    made = parser(
        "export", "Write the papers that answer a query, with your notes; an empty one takes all."
    )
    add_query(made)
    made.add_argument(
        "--format", choices=tuple(FORMATS), required=True, help="how they are written"
    )
    made.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=output,
        default=Path("-"),
        help="a file that is not there yet; standard output without it",
    )
    made.add_argument("--force", action="store_true", help="write over the file if it is there")
    made.set_defaults(run=verb("export"))
    return made
