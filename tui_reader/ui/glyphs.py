"""The few signs that stand for something on the screen; one cell wide, with a plain alternative."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Signs of one style."""

    star: str
    unread: str
    note: str
    cursor: str
    """At the left of the row under the cursor, so that it is seen without colour."""
    votes: str
    dot: str
    """Between facts of one line."""
    bar: str
    """Along the left of the reader's own words."""
    more: str
    """Where a text was cut."""
    chosen: str
    """At a value that the search is narrowed to."""


FINE = Glyphs("★", "●", "✎", "▌", "▲", "·", "▎", "…", "✓")
PLAIN = Glyphs("*", "o", "n", ">", "^", "-", "|", "~", "x")
"""For terminals and fonts that show nothing but ASCII."""
