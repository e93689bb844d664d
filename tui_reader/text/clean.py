"""The one door for untrusted text: after `clean()` nothing in it can steer a terminal."""

import re
import unicodedata
from collections.abc import Iterable

from tui_reader.text.marks import composed, may_heap

_CSI = r"\[[0-?]*+[ -/]*+[@-~]"
_STRING = r"[\]PX^_][^\x07\x1b\x9c]{0,100000}+(?:\x07|\x1b\\|\x9c)"
_CHARSET = r"[()*+\-./][0-~]|%[@G]"
# A passthrough's opening goes by itself: what it wraps is then judged like any other text.
_ESCAPE = re.compile(rf"\x1b(?:{_CSI}|Ptmux;|{_STRING}|{_CHARSET}|[c\\])?+")

_LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\u2028\u2029")
_FILLERS = "\u00ad\u034f\u115f\u1160\u2800\u3164\uffa0"
"""Signs that count as letters, marks or symbols and are drawn as nothing."""

_FILLER = re.compile(f"[{_FILLERS}]")
_ASCII = bytes(range(128))
_FEW = 24


def clean(text: str, *, multiline: bool = True, limit: int = 200_000) -> str:
    """The text without control sequences, invisible signs and heaps of accents, in NFC.

    Line breaks of every kind become `\\n`, or spaces when not `multiline`; then runs of white
    space become one space as well. At most `limit` characters come back, the last of them `…`
    where text was cut. Idempotent, and always encodable as UTF-8.
    """
    if len(text) <= limit and _is_clean(text):
        return text if multiline else _one_line(text)
    return _cleaned(text, multiline=multiline, limit=limit)


def _is_clean(text: str) -> bool:
    """Whether the text is clean already, white space of single lines apart."""
    if not text.replace("\n", "").isprintable():
        return False
    if text.isascii():
        return True
    # Only a few signs of most papers are not ASCII, and those are soon looked through.
    rare = text.encode("utf-8").translate(None, _ASCII).decode("utf-8")
    if _FILLER.search(rare) or (may_heap(rare) and may_heap(text)):
        return False
    return unicodedata.is_normalized("NFC", text)


def _cleaned(text: str, *, multiline: bool, limit: int) -> str:
    text = text[: 2 * max(limit, 0)]
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    text = composed(_without_unprintable(text.replace("\r\n", "\n")))
    if not multiline:
        text = _one_line(text)
    if len(text) > limit:
        return text[: limit - 1].rstrip(" ") + "…" if limit > 0 else ""
    return text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _without_unprintable(text: str) -> str:
    odd = [sign for sign in set(text) if not sign.isprintable() or sign in _FILLERS]
    if len(odd) > _FEW:
        return text.translate(_table(odd))
    for sign in odd:
        text = text.replace(sign, _stand_in(sign))
    return text


def _table(signs: Iterable[str]) -> dict[int, str]:
    return {ord(sign): _stand_in(sign) for sign in signs}


def _stand_in(sign: str) -> str:
    """What takes the place of a sign that must not be shown."""
    if sign in _LINE_BREAKS:
        return "\n"
    if sign == "\t" or unicodedata.category(sign) == "Zs":
        return " "
    if "\x80" <= sign <= "\x9f":
        # Text from Windows read as Latin-1: quotes and dashes, where a terminal sees controls.
        return sign.encode("latin-1").decode("cp1252", errors="ignore")
    return ""
