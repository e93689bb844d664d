"""Names of authors in their parts, as bibliographies want them; a guess only where it is safe."""

import re
from dataclasses import dataclass

_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}
_GROUPS = re.compile(
    r"\b(?:and|team|group|lab|labs|laboratory|collaboration|consortium|community|project|research"
    r"|university|institute|foundation|academy|company|inc|ltd|ai)\b",
    re.IGNORECASE,
)
"""Words of a name that is nobody's own."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name; only `family` where it is a group's, or cannot be told apart."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def inverted(self) -> str:
        """`Family, Given, Suffix`, as far as there are such parts."""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


def person_name(name: str) -> PersonName:
    """A name on one line in its parts: the family name is the last word and `van der` before it."""
    words = name.split()
    if "," in name or len(words) < 2 or _GROUPS.search(name):
        return PersonName(name)
    suffix = words.pop() if words[-1].lower() in _SUFFIXES and len(words) > 2 else ""
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return PersonName(" ".join(words[start:]), " ".join(words[:start]), suffix)
