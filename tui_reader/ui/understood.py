"""How it is said what a query was taken for: its problems, and words that were meant otherwise."""

from typing import TYPE_CHECKING

from tui_reader.later import LaterModule
from tui_reader.library.listing import Listing

if TYPE_CHECKING:
    from tui_reader.queries import correcting
    from tui_reader.queries.corrected import Correction
    from tui_reader.text import clean
else:
    correcting = LaterModule("tui_reader.queries.correcting")
    clean = LaterModule("tui_reader.text.clean")

LONGEST = 30
"""Characters of a word that is repeated."""
MOST = 3
"""Words named in one sentence."""


def below_the_bar(listing: Listing, *, typing: bool) -> str:
    """What could not be understood, and what was searched for in its place.

    Nothing is said of a word that is still being typed.
    """
    taken = [_taken(each) for each in _worth_a_word(listing, typing) if each.taken]
    return ". ".join((*listing.question.query.problems, *taken))


def offer(listing: Listing, key: str, *, typing: bool) -> str:
    """What may have been meant, and the key that takes it; empty where nothing is offered."""
    offered = [each.instead[0] for each in _worth_a_word(listing, typing) if not each.taken]
    if not offered:
        return ""
    meant = ", ".join(map(_shown, offered[:MOST]))
    return f"Did you mean {meant}? {key}".rstrip()


def corrected(listing: Listing) -> str:
    """The query with what was meant in the place of what was typed."""
    text = listing.question.query.text
    for each in listing.corrections:
        text = correcting.with_word(text, each.word, each.instead[0])
    return text


def _worth_a_word(listing: Listing, typing: bool) -> "list[Correction]":
    text = listing.question.query.text
    last = text.split()[-1] if typing and text[-1:].strip() else ""
    found = listing.corrections
    return [each for each in found if correcting.with_word(last, each.word, "") == last]


def _taken(correction: "Correction") -> str:
    instead = ", ".join(map(_shown, correction.instead[:MOST]))
    return f"No paper has '{_shown(correction.word)}': searched for {instead}"


def _shown(word: str) -> str:
    return clean.clean(word, multiline=False, limit=LONGEST)
