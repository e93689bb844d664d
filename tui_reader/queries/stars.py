"""What the stars in a word or a phrase mean, and which of them mean nothing."""

import re

from tui_reader.queries import problems
from tui_reader.queries.tokens import LETTER, has_letters, letters

PREFIX_LETTERS = 2
"""Letters or digits before a word's first star at least; fewer stand in nearly every paper."""

STARS = 3
"""Of a word that count; every further one makes a search slower and means hardly more."""

_STARS = re.compile(r"\*+")
_LAST_LETTER = re.compile(rf".*{LETTER.pattern}", re.DOTALL)


def misplaced(word: str) -> list[int]:
    """The places of the stars inside a word if there are too few letters before the first."""
    first, last = word.find("*"), _last_letter(word)
    if not 0 <= first < last or letters(word[:first]) >= PREFIX_LETTERS:
        return []
    return [place for place in range(last) if word[place] == "*"]


def settled(word: str) -> tuple[str, str]:
    """A word with no stars side by side nor too many of them, and what is to be said of that.

    Those behind the last letter are one, and stand behind all other signs.
    """
    end = _last_letter(word) + 1
    body, tail = word[:end], word[end:]
    if not body or "*" not in word:
        return word, ""
    tail = tail.replace("*", "") + "*" * ("*" in tail)
    whole = _STARS.sub("*", body) + tail
    parts = whole.split("*")
    if len(parts) <= STARS + 1:
        return whole, ""
    kept = "*".join(parts[:STARS]) + "*" + "".join(parts[STARS:])
    return kept, problems.only_first(STARS, "stars of a word")


def of_phrase(text: str) -> tuple[str, str]:
    """A phrase's text with no star but one after its last word, and what is to be said of that."""
    words = text.split()
    ends = bool(words) and words[-1].endswith("*") and has_letters(words[-1])
    inner = text.rstrip().rstrip("*") if ends else text
    problem = problems.STRAY_STAR if "*" in inner and has_letters(text) else ""
    return inner.replace("*", "") + "*" * ends, problem


def _last_letter(word: str) -> int:
    """The place of the last letter or digit, -1 if there is none."""
    found = _LAST_LETTER.match(word)
    return found.end() - 1 if found else -1
