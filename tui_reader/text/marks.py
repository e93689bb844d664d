"""Accents and other marks on letters: in NFC, and never a heap of them on one letter."""

import re
import unicodedata

_MOST = 8
"""Marks on one base; no script stacks more."""

# Marks are never word characters, so too many of them always stand in such a run.
_LONG_RUN = re.compile(rf"\W{{{_MOST + 1},}}")


def may_heap(text: str) -> bool:
    """Whether the text could hold too many marks on one base; a quick look that may be wrong."""
    return _LONG_RUN.search(text) is not None


def thinned(text: str) -> str:
    """The text with at most eight marks on each base."""
    return _LONG_RUN.sub(_thinned_run, text)


def composed(text: str) -> str:
    """The text thinned and in NFC. Sorting endless marks takes for ever, so they go first."""
    text = unicodedata.normalize("NFC", thinned(text))
    # A few single marks become two in NFC.
    return unicodedata.normalize("NFC", thinned(text))


def _thinned_run(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for sign in run[0]:
        marks = marks + 1 if _is_mark(sign) else 0
        if marks <= _MOST:
            kept.append(sign)
    return "".join(kept)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Me"} or unicodedata.combining(sign) > 0
