"""What a reader asked, and what was understood of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule
from tui_reader.queries.everything import EVERYTHING
from tui_reader.sorting import Order

if TYPE_CHECKING:
    from tui_reader.queries import parse, problems, scanning
    from tui_reader.queries.tree import Node
else:
    # The app starts with an empty query, which there is nothing to understand of.
    parse = LaterModule("tui_reader.queries.parse")
    problems = LaterModule("tui_reader.queries.problems")
    scanning = LaterModule("tui_reader.queries.scanning")

CHARACTERS = 500
"""Of a query's text that are looked at."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, the tree it means, and what could not be understood.

    Words side by side must all match. `AND` between them says the same; `OR` binds more weakly,
    so `a b OR c` is `(a b) OR c`; `NOT` and a hyphen take out the one thing after them, be it a
    word, a phrase or a group in parentheses. A field (`title:`) likewise holds for one thing; in a
    group it holds for all that has no field of its own. A query of nothing but negations means
    every paper but those.
    """

    text: str
    """As typed, of any length."""
    tree: "Node"
    """What is searched."""
    problems: tuple[str, ...]
    """What could not be understood, each one short sentence for the line under the search bar."""
    order: Order | None = None
    """How the query itself asks to sort, if it does."""

    @classmethod
    def parse(
        cls, text: str, *, typing: bool = False, begun: bool = False, today: date | None = None
    ) -> "Query":
        """Understand any text whatever, in time that grows with its length and is bounded.

        With `typing`, the last word counts as the beginning of one, and nothing is said of what
        the next key press may still complete. With `begun`, it is searched for what it was while
        it was typed, and everything is said. `today` is what words such as `last-week` go by;
        None means the real day.
        """
        if not text:
            return cls(text, EVERYTHING, ())
        if begun and not typing:
            growing = cls.parse(text, typing=True, today=today)
            return replace(growing, problems=cls.parse(text, today=today).problems)
        searched = within_limit(text)
        whole = searched == text
        typing = typing and whole
        tokens = scanning.scan(searched, typing=typing)
        found = parse.understood(tokens, typing=typing, today=today or date.today())
        said = found.problems
        if not whole:
            said = (problems.only_first(CHARACTERS, "characters"), *said)
        return cls(text, found.tree, said, found.order)

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked, or nothing of it was understood."""
        return self.tree == EVERYTHING


def within_limit(text: str) -> str:
    """The text up to the limit, without the half of a word where it can be helped."""
    kept = text[:CHARACTERS]
    if kept == text or text[CHARACTERS].isspace() or kept[-1].isspace():
        return kept
    whole_words = kept.rsplit(None, 1)[0]
    return whole_words if len(kept.split(None, 1)) > 1 else kept
