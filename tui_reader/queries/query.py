"""What a reader asked, and what was understood of it."""

from dataclasses import dataclass

from tui_reader.queries import problems
from tui_reader.queries.parse import understood
from tui_reader.queries.tokens import scan
from tui_reader.queries.tree import EVERYTHING, Node

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
    tree: Node
    """What is searched."""
    problems: tuple[str, ...]
    """What could not be understood, each one short sentence for the line under the search bar."""

    @classmethod
    def parse(cls, text: str, *, typing: bool = False) -> "Query":
        """Understand any text whatever, in time that grows with its length and is bounded.

        With `typing`, the last word counts as the beginning of one, and nothing is said of what
        the next key press may still complete.
        """
        searched = _within_limit(text)
        whole = searched == text
        tree, said = understood(scan(searched), typing=typing and whole)
        if not whole:
            said = (problems.only_first(CHARACTERS, "characters"), *said)
        return cls(text, tree, said)

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked, or nothing of it was understood."""
        return self.tree == EVERYTHING


def _within_limit(text: str) -> str:
    """The text up to the limit, without the half of a word where it can be helped."""
    kept = text[:CHARACTERS]
    if kept == text or text[CHARACTERS].isspace() or kept[-1].isspace():
        return kept
    whole_words = kept.rsplit(None, 1)[0]
    return whole_words if len(kept.split(None, 1)) > 1 else kept
