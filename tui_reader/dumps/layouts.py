"""The layouts a dump may have, in the order they are tried: one row for each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tui_reader.dumps import (
    atom_feed,
    bibtex,
    csl_json,
    daily_capture,
    daily_json,
    daily_text,
    json_lines,
    listing_mail,
    ris,
)
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper


@dataclass(frozen=True, slots=True)
class Layout:
    """One way in which papers are listed in a file."""

    name: str
    """What it is called in messages."""
    looks_like: Callable[[str], bool]
    """Whether a file that begins with this text has the layout."""
    read: Callable[[Source], Iterator[Paper | Problem]]
    """The file's papers in their order, and what is wrong with it."""


LAYOUTS: tuple[Layout, ...] = (
    Layout("an Atom feed of arXiv's", atom_feed.looks_like, atom_feed.read),
    Layout("CSL-JSON", csl_json.looks_like, csl_json.read),
    Layout("Daily Papers JSON", daily_json.looks_like, daily_json.read),
    Layout("JSON Lines or a JSON list of papers", json_lines.looks_like, json_lines.read),
    Layout("an arXiv listing e-mail", listing_mail.looks_like, listing_mail.read),
    Layout("RIS", ris.looks_like, ris.read),
    Layout("BibTeX", bibtex.looks_like, bibtex.read),
    Layout("a captured Daily Papers page", daily_capture.looks_like, daily_capture.read),
    Layout("Daily Papers text", daily_text.looks_like, daily_text.read),
)
"""Looser descriptions stand behind stricter ones: the first that fits is taken."""


def layout_of(head: str) -> Layout | None:
    """The layout of a file that begins with `head`; None where no description fits."""
    return next((layout for layout in LAYOUTS if layout.looks_like(head)), None)
