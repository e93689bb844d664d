"""Where a command stood and nothing is shown: the spaces around it become one."""

import re

GONE = "\ue000"
"""Stands for a command that shows nothing."""

GAP = "\ue001"
"""Stands for a command that shows a space."""

_SEAM = re.compile(f"(?<! ) *[{GONE}{GAP}][ {GONE}{GAP}]*")
_SPACES = re.compile(r"(?<! ) {2,}")


def has_marks(text: str) -> bool:
    """Whether a text holds the private signs that mark seams."""
    return GONE in text or GAP in text


def closed(text: str) -> str:
    """The text with one space, or none, at every seam; line breaks stay."""
    return _SEAM.sub(_joint, text) if has_marks(text) else text


def formula(text: str) -> str:
    """A finished formula: seams closed, single spaces, none at its ends."""
    return _SPACES.sub(" ", closed(text)).strip()


def _joint(seam: re.Match[str]) -> str:
    text = seam.string
    at_start = seam.start() == 0 or text[seam.start() - 1] == "\n"
    at_end = seam.end() == len(text) or text[seam.end()] == "\n"
    wide = " " in seam[0] or GAP in seam[0]
    return " " if wide and not at_start and not at_end else ""
