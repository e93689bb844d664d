"""Keys to cite papers by, such as `vaswani2017attention`: readable, unique, and lasting.

A paper's key depends on the paper alone, unless another one exported with it would have the same:
then each of them gets a piece of its own id at the end, so that no key ever names one paper here
and another there because their order changed.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from tui_reader.exports.entries import Entries
from tui_reader.exports.person_names import person_name
from tui_reader.exports.wording import line
from tui_reader.papers import Paper, PaperId

LONGEST = 80
"""Characters of a key."""

_LETTERS = {
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
}  # fmt: skip
"""Letters that do not come apart into a plain one and a mark."""
_LETTER_TABLE = str.maketrans(_LETTERS)
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = {
    "a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "in",
    "into", "is", "it", "its", "of", "on", "or", "that", "the", "to", "via", "what", "when", "why",
    "with",
}  # fmt: skip
"""Words of a title that say nothing of it."""
_PART = 30
"""Characters of a name or title word."""


def keys_of(entries: Entries) -> Iterator[str]:
    """The keys of all papers, in their order."""
    plain = [plain_key(entry.paper) for entry in entries]
    shared = Counter(plain)
    given: Counter[str] = Counter()
    for entry, key in zip(entries, plain, strict=True):
        if key == "paper" or shared[key] > 1:
            key = f"{key}-{_digest(entry.paper.id)}"  # noqa: PLW2901 - the same key, told apart
        given[key] += 1
        # Only one paper that is listed twice comes here a second time.
        yield key if given[key] == 1 else f"{key}-{given[key]}"


def plain_key(paper: Paper) -> str:
    """First author, year and first word of the title; more words where the author is unknown.

    Only of `a-z0-9`, and never empty: `paper` where nothing can be written so.
    """
    first = next((name for each in paper.authors if (name := line(each))), "")
    family = "".join(_words(person_name(first).family))[:_PART]
    words = [word[:_PART] for word in _words(line(paper.title[:300]))]
    telling = [word for word in words if word not in _SMALL] or words
    year = str(paper.year) if paper.year is not None else ""
    key = f"{family}{year}{''.join(telling[:1])}" if family else f"{''.join(telling[:3])}{year}"
    return key[: LONGEST - 20] or "paper"


def _digest(name: PaperId) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _words(text: str) -> list[str]:
    """The words in plain small letters, an apostrophe being no end of one."""
    plain = text.lower().translate(_LETTER_TABLE)
    for sign in "'’-":
        plain = plain.replace(sign, "")
    spelled = unicodedata.normalize("NFKD", plain)
    return _WORD.findall("".join(sign for sign in spelled if not unicodedata.combining(sign)))
