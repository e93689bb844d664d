"""Where the terms a query looked for stand in a text that is shown."""

import re
from collections.abc import Set
from functools import lru_cache

from tui_reader.search.analysis import TOKEN, fold, stem

_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
# As TOKEN, in text that is not folded: ideographs stand alone, marks belong to their letters.
_LETTERS = rf"(?:(?!{_IDEOGRAPH})[^\W_][\u0300-\u036f]*)+"
_WORD = re.compile(f"{_IDEOGRAPH}|" + TOKEN.pattern.replace(r"[^\W_]+", _LETTERS, 1))


@lru_cache(maxsize=50_000)
def _terms_of(word: str) -> tuple[str, ...]:
    found = TOKEN.findall(fold(word))
    return (*found, *(stem(token) for token in found))


def hits(text: str, terms: Set[str]) -> list[tuple[int, int]]:
    """The places (start, end) of every word of the text whose stem or self is among the terms."""
    if not terms:
        return []
    return [
        found.span() for found in _WORD.finditer(text) if not terms.isdisjoint(_terms_of(found[0]))
    ]
