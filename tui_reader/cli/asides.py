"""What is said beside the papers a query found: words taken otherwise, records left out."""

from collections.abc import Iterator

from tui_reader.annotation import same_name
from tui_reader.cli.talk import tell
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing
from tui_reader.queries import tree
from tui_reader.queries.corrected import Correction


def tell_corrections(listing: Listing) -> None:
    """Words that were taken for others, or may have been meant otherwise."""
    for correction in listing.corrections:
        tell(f"paperread: {_said_of(correction)}")


def tell_unknown_names(library: Library, listing: Listing) -> None:
    """Lists and tags that a query names and that there are not: no paper can be found by them."""
    named = set(_named(listing.question.query.tree))
    for kind, text in sorted(named):
        known = library.lists() if kind == "list" else library.tags()
        if not any(same_name(text, name) for name in known):
            tell(f"paperread: there is no {kind} {text!r}")


def _named(node: tree.Node) -> Iterator[tuple[str, str]]:
    match node:
        case tree.And(parts) | tree.Or(parts):
            for part in parts:
                yield from _named(part)
        case tree.Not(part):
            yield from _named(part)
        case tree.Labelled(kind, text, prefix=False):
            yield kind, text
        case _:
            pass


def tell_of_skipped(library: Library) -> None:
    """How many records no query can find."""
    skipped = sum(report.skipped for report in library.snapshot.reports if report.readable)
    if skipped:
        records = "1 record" if skipped == 1 else f"{skipped} records"
        tell(f"paperread: {records} could not be read; paperread index names them")


def _said_of(correction: Correction) -> str:
    instead = ", ".join(correction.instead)
    if correction.taken:
        return f"no paper has {correction.word!r}: searched for {instead}"
    return f"did you mean {instead}?"
