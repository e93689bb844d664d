"""Text to terms, the same way for papers and for queries.

Text is folded (case, accents, TeX read as Unicode), cut into words that keep a trailing `+` or
`#`, and stemmed by porter2. A word such as `GPT-4` becomes two terms that stand side by side.
"""

import re
import unicodedata
from functools import lru_cache

from tui_reader.search.stemming import stem as porter2
from tui_reader.text.tex import readable

TOKEN = re.compile(r"[^\W_]+(?:\+\+|[+#]+(?!\w))?")
"""One term of folded text; `C++17` is `c++` and `17`."""

_IDEOGRAPHS = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])")
# Letters that Unicode does not take apart into a plain letter and a mark.
_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ȷ": "j"}
_JAMO = re.compile("[\u1100-\u11ff]")
_LONGEST = 64


class _Plain(dict[int, str]):
    """What a decomposed sign becomes, for `str.translate`: marks go, strokes come off."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = "" if unicodedata.combining(sign) else sign
        return self[code]


class _Signs(dict[int, str]):
    """For `str.translate`: signs that Unicode spells with letters stand apart from words."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        spelled = unicodedata.normalize("NFKD", sign)
        letters = "".join(each for each in spelled if each.isalnum())
        raised = unicodedata.decomposition(sign).startswith(("<super>", "<sub>"))
        if not sign.isalnum() and spelled != sign and (letters or raised):
            sign = f" {letters} "
        self[code] = sign
        return sign


_SIGNS = _Signs()
_PLAIN = _Plain(str.maketrans(_STROKES | {"æ": "ae", "œ": "oe"}))


def fold(text: str) -> str:
    """Lower case without accents, sub- and superscripts; ideographs and signs set apart."""
    if text.isascii():
        return text.lower()
    bare = (
        unicodedata.normalize("NFKD", text.casefold().translate(_SIGNS))
        .translate(_PLAIN)
        .casefold()
    )
    if _JAMO.search(bare):
        bare = unicodedata.normalize("NFC", bare)  # Korean syllables, whole again
    return _IDEOGRAPHS.sub(r" \1 ", bare)


@lru_cache(maxsize=400_000)
def stem(token: str) -> str:
    """The stem that stands for a token in the index; very long tokens are cut."""
    token = token[:_LONGEST]
    return porter2(token) or token


def tokens(text: str) -> list[str]:
    """The words of a text as they are indexed before stemming."""
    return TOKEN.findall(fold(readable(text)))


def terms(text: str, *, stemmed: bool) -> list[str]:
    """The terms of a text; names are not stemmed."""
    found = tokens(text)
    return [stem(token) for token in found] if stemmed else [token[:_LONGEST] for token in found]
