"""The arguments of the program itself, and the help that names all verbs."""

from tui_reader import __version__
from tui_reader.cli.parsers.parser import Parser, parser
from tui_reader.cli.verbs import APP, verb

EXAMPLES = """\
verbs (paperread VERB --help tells more):
  add FILE|-…            check dumps and keep a copy of each
  import FILE|-…         add dumps, and star, list or tag what they brought
  index [PATH…]          build the index, and tell what each dump holds
  search [QUERY…]        print the papers that answer a query
  show ID                print one paper with what you said of it
  star ID…               star papers
  unstar ID…             take the stars away
  status STATUS ID…      say how far you are: to-read, reading, done, skipped …
  tag [ID… +TAG… -TAG…]  put tags on papers and take others away, or list your tags
  note ID [TEXT]         print the note on a paper, or write it
  list                   your reading lists; also list show, add, remove, move,
                         describe, rename, drop
  saved                  your saved searches; also saved show, save, drop
  undo [N]               take back the last steps, also those of the app
  redo [N]               take them again
  history                what you did, the last step first
  export [QUERY…]        write papers as BibTeX, RIS, CSL, Markdown, CSV, JSON, HTML …
  merge OTHER.yaml       take in the annotations of another machine
  keymap check FILE      list what is wrong with a keymap
  completion SHELL       a script that completes all this in bash, zsh or fish
  doctor                 versions, paths, index, terminal, problems

examples:
  paperread                          the dumps you added, or the bundled samples
  paperread page.txt papers/         these files and folders
  cat page.txt | paperread -         what comes from standard input
  paperread search 'diffusion year:2024..' --format ids
  paperread search rag --format ids | paperread list add "to read" -
  paperread show arxiv:1706.03762

A dump that is named like a verb is given as ./search
"""


def opening() -> Parser:
    """The program without a verb: the app."""
    made = parser("", "A terminal reader for dumps of paper lists.", EXAMPLES)
    made.usage = "paperread [options] [PATH…]\n       paperread VERB …"
    made.add_argument(
        "paths", metavar="PATH", nargs="*", help="dumps or folders of them; - is standard input"
    )
    made.add_argument(
        "--keymap", metavar="NAME|FILE", help="default, vim, emacs, newsboat, or a file"
    )
    made.add_argument("--theme", metavar="NAME", help="colours; the palette lists them")
    made.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    made.add_argument("--ascii", action="store_true", help="plain marks and borders")
    made.add_argument("--version", action="version", version=f"paperread {__version__}")
    made.set_defaults(run=verb(APP))
    return made
