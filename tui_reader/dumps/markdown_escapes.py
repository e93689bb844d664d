"""Backslashes that capture tools added, undone; TeX, which has backslashes of its own, stays."""

import re

_BREAK = re.compile(r"\\{1,2}(?=\n|\s{2}|$)")
_BRACKETED = re.compile(r"\\\[([^\n]{0,400}?)\\\]")
_TEX = re.compile(r"\\[a-zA-Z]|[=^]|^\s|_\{")
_ESCAPE = re.compile(r"\\([_*\[\]]|`(?![aeiouAEIOU{\\]))")
_AT_START = re.compile(r"^\\(?=[-+#>=~])|^(\d{1,9})\\(?=[.)])")


def unescaped(text: str) -> str:
    r"""Markdown's escapes undone and wrapped lines joined; the result is one line.

    Undone are `\_`, `\*`, `\[`, `\]`, a backslash before a backtick that is no accent, marks that
    would begin a list or heading, and the backslashes of a hard line break. `\[ … \]` around a
    formula, `\%`, `\(`, `\{` and all else is TeX.
    """
    if "\\" in text:
        text = _AT_START.sub(r"\1", _BREAK.sub(" ", text.strip()))
        formulas = {found.span() for found in _BRACKETED.finditer(text) if _TEX.search(found[1])}
        edges = {edge for start, end in formulas for edge in (start, end - 2)}
        text = _ESCAPE.sub(lambda e: e[0] if e.start() in edges else e[1], text)
    return " ".join(text.split())
