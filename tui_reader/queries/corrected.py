"""What the library has to say about the spelling of a query: plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of a query, and the words of the library that it may have been meant to be."""

    word: str
    """As it stands in the query."""
    instead: tuple[str, ...]
    """The nearest words that papers have, the best first; never empty."""
    taken: bool
    """Whether they were searched for in its place, because no paper has it; else only offered."""
