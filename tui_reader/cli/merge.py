"""`paperread merge OTHER.yaml`: takes in another machine's annotations; also as git's driver."""

import argparse
from collections.abc import Sequence

from tui_reader.annotation import Change
from tui_reader.annotations.merging_files import merge_files
from tui_reader.cli.changing import changing
from tui_reader.cli.talk import tell
from tui_reader.errors import PaperReadError
from tui_reader.library.merging import Merging, left_out, otherwise, read_other


def run(arguments: argparse.Namespace) -> int:
    """Merge into what the reader wrote, or, with --base and --into, one file into another."""
    if (arguments.base is None) != (arguments.into is None):
        raise PaperReadError("--base and --into go together; try paperread merge --help")
    if arguments.base is not None:
        return _files(arguments)
    theirs = read_other(arguments.other)
    with changing(arguments) as library:
        lost = left_out(library.holdings, theirs)
        differ = otherwise(library.holdings, theirs)
        step = library.do(Merging(theirs))
    print(_came_in(step))
    if differ:
        papers = "1 paper has" if differ == 1 else f"{differ:,} papers have"
        tell(f"paperread: {papers} another status there; the one further on is kept")
    if lost:
        tell(f"paperread: {lost:,} fields that this version does not know were left out")
    return 0


def _files(arguments: argparse.Namespace) -> int:
    """Merge three files without any library; 1 where that failed, which git calls a conflict."""
    try:
        merge_files(arguments.base, arguments.into, arguments.other)
    except PaperReadError as error:
        tell(f"paperread: {error}")
        return 1
    except OSError as error:
        tell(f"paperread: {error.filename or arguments.into}: {error.strerror or error}")
        return 1
    return 0


def _came_in(step: Sequence[Change]) -> str:
    papers = {change.id for change in step if change.id}
    lists = {change.name for change in step if change.field in ("list", "created", "description")}
    searches = {change.name for change in step if change.field == "query"}
    said = [
        f"{count:,} {one if count == 1 else many}"
        for count, one, many in (
            (len(papers), "paper", "papers"),
            (len(lists), "list", "lists"),
            (len(searches), "saved search", "saved searches"),
        )
        if count
    ]
    return f"came in: {', '.join(said)}" if said else "nothing came in: it was all there already"
