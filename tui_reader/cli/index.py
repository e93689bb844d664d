"""`paperread index`: builds the index and gives an account of every dump."""

import argparse

from tui_reader.cli.library_of import refuse_unreadable, setting_of, status_of
from tui_reader.cli.talk import ProgressLine, tell
from tui_reader.errors import PaperReadError
from tui_reader.library.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Build and give the account; 1 where a record was skipped, 2 where a named dump was."""
    setting = setting_of(arguments, arguments.paths)
    library, progress = setting.library, ProgressLine()
    for problem in setting.problems:
        tell(f"paperread: {problem}")
    try:
        anew = arguments.rebuild
        whole = not anew and library.open_index() and not library.snapshot.arrived
        built = whole or library.build(progress, anew=anew)
        progress.clear()
        if not built:
            raise PaperReadError(f"no index: {library.index_problem}")
        refuse_unreadable(library)
        return _account(library)
    finally:
        library.close()


def _account(library: Library) -> int:
    reports = library.snapshot.reports
    width = max((len(report.file) for report in reports), default=0)
    for report in reports:
        print(
            f"{report.file:<{width}}  {report.papers:>7,} papers"
            f"  {report.duplicates:>6,} known already  {report.skipped:>5,} skipped"
        )
    duplicates = sum(report.duplicates for report in reports)
    skipped = sum(report.skipped for report in reports)
    print(
        f"{'together':<{width}}  {library.snapshot.count:>7,} papers"
        f"  {duplicates:>6,} known already  {skipped:>5,} skipped"
    )
    for problem in library.snapshot.problems:
        tell(str(problem))
    return status_of(library) or (1 if skipped else 0)
