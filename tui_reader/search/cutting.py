"""Texts cut into words quickly: the words that `analysis.tokens` gives, mostly without it."""

import re
import unicodedata

from tui_reader.search.analysis import TOKEN, fold
from tui_reader.text.tex import readable

_ASCII = bytes(range(128))
_LETTERS = bytes(
    code if code > 127 or chr(code).isalnum() else ord(" ") for code in range(256)
).lower()
"""Letters and digits as they stand in words, other ASCII as blanks."""
_TEX = b"\\${}"
"""Signs of TeX that may join what they stand between."""
_PLUS_OR_HASH = b"+#"
_PART_OF_A_WORD = re.compile(rb"[0-9A-Za-z\x80-\xff][+#]")
_MANY = 24
"""Different signs beyond ASCII in one text, from which on it is folded as a whole."""
_LETTER = re.compile(r"[^\W_]")
_UNLIKE_ALONE = re.compile("[+#\u1100-\u11ff]")
"""What has another form, or another part in words, beside its neighbours than alone."""


class _Folded(dict[str, str | None]):
    """What a sign stands for in any text; None where that depends on its neighbours."""

    def __missing__(self, sign: str) -> str | None:
        bare = unicodedata.normalize("NFKD", sign.casefold())
        alone = None if _UNLIKE_ALONE.search(bare) else fold(sign)
        if alone is not None:
            alone = "".join(each if _LETTER.match(each) else " " for each in alone)
        self[sign] = alone
        return alone


_FOLDED = _Folded()


def cut(text: str) -> bytes:
    """The words of a text as UTF-8, with blanks between and maybe around them.

    `cut(text).split()` are the words of `tokens(text)`.
    """
    raw = text.encode("utf-8", "replace")
    if _has(raw, _TEX):
        text = readable(text)
        raw = text.encode("utf-8", "replace")
    if _has(raw, _PLUS_OR_HASH) and _PART_OF_A_WORD.search(raw):
        return _by_the_rules(text)
    if not text.isascii():
        plain = _plain(text, raw)
        if plain is None:
            return _by_the_rules(text)
        raw = plain.encode("utf-8", "replace")
    return raw.translate(_LETTERS)


def _has(raw: bytes, signs: bytes) -> bool:
    return len(raw.translate(None, signs)) < len(raw)


def _by_the_rules(text: str) -> bytes:
    return " ".join(TOKEN.findall(fold(text))).encode()


def _plain(text: str, raw: bytes) -> str | None:
    """The text with its signs beyond ASCII folded one by one; None where that will not do."""
    signs = set(raw.translate(None, _ASCII).decode("utf-8"))
    if len(signs) > _MANY:
        return None
    for sign in signs:
        folded = _FOLDED[sign]
        if folded is None:
            return None
        text = text.replace(sign, folded)
    return text
