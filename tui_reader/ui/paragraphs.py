"""Text to be read in a pane, as values: paragraphs of runs, with the places of hits."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "people", "faint", "label", "value", "body", "note", "heading", "key"]
"""What a run of text is; the style sheet says how that looks."""

ROLES: tuple[Role, ...] = (
    "title", "people", "faint", "label", "value", "body", "note", "heading", "key",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """Some text of one role."""

    text: str
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text that is wrapped to the width of its pane."""

    runs: tuple[Run, ...] = ()
    hits: tuple[tuple[int, int], ...] = ()
    """Places (start, end) in the text of all runs that answer the query, in order."""
    margin: str = ""
    """Put before every line, such as a bar along a note."""
    hanging: int = 0
    """Cells by which every line but the first is set in."""

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs).replace("\t", " ")


BLANK = Paragraph()

ASIDE = 14
"""Cells of what stands before a line that faces it."""


def facing(about: str, said: str) -> Paragraph:
    """A line with what it is about before it, set in where it is wrapped."""
    return Paragraph((Run(f"{about:<{ASIDE}}  ", "label"), Run(said)), hanging=ASIDE + 2)


def plain(text: str, role: Role = "body") -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text, role),))
