"""Text to be read in a pane, as values: paragraphs of runs, with the places of hits."""

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal[
    "title", "people", "faint", "label", "value", "body", "note", "heading", "key",
    "tag-1", "tag-2", "tag-3", "tag-4", "tag-5", "tag-6",
]  # fmt: skip
"""What a run of text is; the style sheet says how that looks."""

ROLES: tuple[Role, ...] = get_args(Role)
TAG_ROLES: tuple[Role, ...] = ROLES[-6:]
"""Colours of tags; each keeps the one that its name leads to."""


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
