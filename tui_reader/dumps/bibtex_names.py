"""The author field of BibTeX: names joined by `and`, turned round, braces and TeX resolved."""

import re
from collections.abc import Iterator

from tui_reader.dumps.fields import MAX_NAMES
from tui_reader.text.tex import readable

_IN_LIST = re.compile(r"\\.|[{}]| and(?= )")
_IN_NAME = re.compile(r"\\.|[{},]")


def people(text: str) -> tuple[str, ...]:
    """The names in the order they are given, without `others`."""
    found: list[str] = []
    for name in _parts(f" {' '.join(text.split())} ", _IN_LIST, " and"):
        if name and name != "others":
            found.append(_person(name))
        if len(found) == MAX_NAMES:
            break
    return tuple(found)


def _person(name: str) -> str:
    """`von Last, First` and `von Last, Jr, First` as they are said; other names as they are."""
    last, *others = _parts(name, _IN_NAME, ",")
    first = others[-1] if others else ""
    suffix = others[0] if len(others) > 1 else ""
    return readable(" ".join(part for part in (first, last, suffix) if part))


def _parts(text: str, signs: re.Pattern[str], separator: str) -> Iterator[str]:
    """What stands between the separators, those in braces left alone."""
    depth = start = 0
    for found in signs.finditer(text):
        if found[0] == separator and depth <= 0:
            yield text[start : found.start()].strip()
            start = found.end()
        elif found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
    yield text[start:].strip()
