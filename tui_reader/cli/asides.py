"""What is said beside the papers a query found: words taken otherwise, records left out."""

from tui_reader.cli.talk import tell
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing
from tui_reader.queries.corrected import Correction


def tell_corrections(listing: Listing) -> None:
    """Words that were taken for others, or may have been meant otherwise."""
    for correction in listing.corrections:
        tell(f"paperread: {_said_of(correction)}")


def tell_of_skipped(library: Library) -> None:
    """How many records no query can find."""
    skipped = sum(report.skipped for report in library.snapshot.reports if report.readable)
    if skipped:
        tell(f"paperread: {skipped} records could not be read; paperread index names them")


def _said_of(correction: Correction) -> str:
    instead = ", ".join(correction.instead)
    if correction.taken:
        return f"no paper has {correction.word!r}: searched for {instead}"
    return f"did you mean {instead}?"
