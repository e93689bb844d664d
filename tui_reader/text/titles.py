"""When two titles are the same title."""

import re
import unicodedata

from tui_reader.text.marks import thinned
from tui_reader.text.tex import readable

_PLAIN = bytes(range(128)).lower().ljust(256, b"\0")
_NOT_PLAIN = bytes(code for code in range(256) if not (code < 128 and chr(code).isalnum()))

_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_NOT_WORD = re.compile(r"[\W_]")
# Letters with strokes and joins, which no normalisation takes apart.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ȷ": "j", "æ": "ae", "œ": "oe"}
)


def normal_title(title: str) -> str:
    """The title without TeX, case, accents, punctuation and spacing, for comparing and hashing.

    Vowel signs of scripts that need them stay. A title of nothing but signs is compared by its
    signs, so that only a blank title is empty.
    """
    if title.isascii() and "\\" not in title and "$" not in title:
        plain = title.encode("ascii").translate(_PLAIN, _NOT_PLAIN).decode("ascii")
    else:
        plain = _folded(readable(title))
    return plain or _signs(title)


def _folded(title: str) -> str:
    decomposed = unicodedata.normalize("NFKD", thinned(title))
    caseless = unicodedata.normalize("NFKD", decomposed.casefold()).translate(_STROKES)
    return _NOT_WORD.sub(_vowel_sign, _ACCENT.sub("", caseless))


def _vowel_sign(found: re.Match[str]) -> str:
    return found[0] if unicodedata.category(found[0]).startswith("M") else ""


def _signs(title: str) -> str:
    encodable = title.encode("utf-8", errors="replace").decode("utf-8")
    return " ".join(encodable.casefold().split())
