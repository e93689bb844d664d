"""The few signs that stand for something on the screen; one cell wide, with a plain alternative."""

from dataclasses import dataclass

from tui_reader.annotation import Status


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Signs of one style."""

    star: str
    unread: str
    to_read: str
    reading: str
    done: str
    skipped: str
    note: str
    selected: str
    """At papers that are selected, so that it is seen without colour."""
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

    def status(self, status: Status) -> str:
        """The sign of a reading status; a blank for papers that were looked at, as most are."""
        match status:
            case "":
                return self.unread
            case "to read":
                return self.to_read
            case "reading":
                return self.reading
            case "done":
                return self.done
            case "skipped":
                return self.skipped
            case _:
                return " "


FINE = Glyphs(
    star="★", unread="●", to_read="▸", reading="◐", done="✓", skipped="×", note="✎", selected="■",
    cursor="▌", votes="▲", dot="·", bar="▎", more="…", chosen="✓",
)  # fmt: skip
PLAIN = Glyphs(
    star="*", unread="o", to_read="t", reading="i", done="d", skipped="s", note="n", selected="x",
    cursor=">", votes="^", dot="-", bar="|", more="~", chosen="x",
)  # fmt: skip
"""For terminals and fonts that show nothing but ASCII."""
