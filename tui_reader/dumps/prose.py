"""Titles told from abstracts, and wrapped lines from whole ones, by their shape alone."""

import re
from collections.abc import Iterable, Iterator, Sequence

WRAP = 200
"""Lines up to this width may have been wrapped by the program that saved them."""

_UNEVEN = 4
"""Characters by which lines wrapped at one width may differ."""

_ADDRESS = re.compile(r"https?://|\bwww\.")
_ITEM = re.compile(
    r"(?:[-*•‣–]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)])\s|(?:key ?words|code)\b.?:", re.IGNORECASE
)
_WE = re.compile(
    r"(?:^|[.!?] )(?:(?:We|Our) [a-z]|(?:In this|This) (?:paper|work|survey)\b"
    r"|(?:The )?[Cc]ode (?:is|are|and|will)\b|(?:However|Moreover|Finally), )"
)
_SENTENCE = re.compile(r"[a-z0-9)\]%$}][.!?][\"')\]]? +[A-Z]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL = frozenset(
    ("with", "from", "into", "onto", "over", "under", "than", "that", "then", "when", "your")
)


def is_prose(text: str) -> bool:
    """Whether text is (part of) an abstract rather than a title.

    Titles of papers are short, hold no address and do not end as a sentence does.
    """
    if len(text) > 250 or _ADDRESS.search(text) or _ITEM.match(text) or _WE.search(text):
        return True
    if len(text) > 150 and (_SENTENCE.search(text) or text.endswith(("…", "..."))):
        return True
    ends = text.rstrip("\"')]”’*_ ")
    if ends.endswith("..."):
        return False
    return ends.endswith((".", ";", ":", ",")) and not has_title_case(text)


def has_title_case(text: str) -> bool:
    """Whether every longer word begins with a capital, as in English titles; two at least."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL]
    return len(text) <= 150 and len(words) > 1 and not any(word[0].islower() for word in words)


def wrap_width(lines: Iterable[str]) -> int:
    """The width at which lines were wrapped; 0 where most are too long for that.

    Nearly all lines of wrapped text keep to it; titles that were not wrapped may be longer.
    """
    widths = sorted(len(line) for line in lines if " " in line)
    width = widths[len(widths) * 9 // 10] if widths else 0
    return width if width <= WRAP else 0


def goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line was wrapped: the next word would not have fitted on it."""
    word = following.split(" ", 1)[0]
    return len(line) + 1 + len(word) > width >= len(line) - _UNEVEN


def unwrapped(lines: Sequence[str], width: int) -> Iterator[tuple[int, str]]:
    """Join lines that were wrapped at `width`: for each whole line, where it began and its text.

    The lines are titles and abstracts in turn, a title first.
    """
    first, kept, title_next = 0, "", True
    for number, line in enumerate(lines):
        begins, kept = not kept, f"{kept} {line}" if kept else line
        following, *more = [*lines[number + 1 : number + 3], ""]
        ends = _ends_title if begins and title_next else _ends_abstract
        if following and goes_on(line, following, width) and not ends(line, following, more[0]):
            continue
        yield first, kept
        first, kept, title_next = number + 1, "", is_prose(kept)


def _ends_title(line: str, following: str, _: str) -> bool:
    """Whether a full line, the first of a title, is also its last."""
    if has_title_case(line):
        return not has_title_case(following)
    return not following[0].islower()


def _ends_abstract(line: str, following: str, after: str) -> bool:
    """Whether a full line ends its paragraph: what follows is a title, by its case or its end."""
    if not line.endswith((".", "!", "?")):
        return False
    short = bool(after) and len(following) + 1 + len(after.split(" ", 1)[0]) <= len(line)
    return has_title_case(following) or (short and not is_prose(following))
