"""The arguments of the verbs that go back and forth in what was done, or merge it."""

from pathlib import Path

from tui_reader.cli.parsers.parser import Parser, count, parser
from tui_reader.cli.verbs import verb

_DRIVER = """\
As a merge driver of git, it merges three versions of one file into the second:
  git config merge.paperread.driver 'paperread merge --base %O --into %A %B'
  echo 'annotations.yaml merge=paperread' >> .gitattributes
"""


def undo() -> Parser:
    """`paperread undo`."""
    return _turning("undo", "Take back the last steps, whether they were taken here or in the app.")


def redo() -> Parser:
    """`paperread redo`."""
    return _turning("redo", "Take the steps again that were taken back last.")


def _turning(name: str, about: str) -> Parser:
    made = parser(name, about)
    made.add_argument(
        "steps", metavar="N", nargs="?", type=count, default=1, help="how many; default: 1"
    )
    made.set_defaults(run=verb("undoing"), turn=name)
    return made


def history() -> Parser:
    """`paperread history`."""
    made = parser("history", "Print what you did, the last step first, with its time.")
    made.add_argument("--limit", metavar="N", type=count, help="print at most N steps")
    made.set_defaults(run=verb("history"))
    return made


def merge() -> Parser:
    """`paperread merge`."""
    made = parser("merge", "Take in the annotations of another file, as one step to undo.", _DRIVER)
    made.add_argument("other", metavar="FILE", type=Path, help="the other file")
    made.add_argument("--base", metavar="FILE", type=Path, help="what both files were before")
    made.add_argument(
        "--into", metavar="FILE", type=Path, help="the file that gets all of it, with --base"
    )
    made.set_defaults(run=verb("merge"))
    return made
