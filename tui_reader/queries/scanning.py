"""A query's text cut into words, phrases, field names, operators and parentheses."""

import re

from tui_reader.queries.fields import WHOLE, named
from tui_reader.queries.runs import of_run
from tui_reader.queries.tokens import QUOTES, SIGN, Kind, Scan, Token

UNQUOTED = re.compile(rf"{SIGN}+(?:\({SIGN}*\){SIGN}*)*")
"""A value that may stand without quotation marks after `id:` and `seen:`, parentheses included."""

_PIECE = re.compile(rf"(?P<space>\s+)|[()]|[{QUOTES}]|(?P<run>{SIGN}+)")
_WITH_VALUE = re.compile(rf"-*([A-Za-z]+):{UNQUOTED.pattern}")
_CLOSING_QUOTE = re.compile(f"[{QUOTES}]")
_GAP = re.compile(f"~{SIGN}*")


def scan(text: str, *, typing: bool = False) -> Scan:
    """Cut any text whatever into tokens, in one pass; `typing` says whether it may still go on."""
    tokens: list[Token] = []
    place = 0
    while piece := _PIECE.match(text, place):
        start, place = piece.span()
        if piece["run"]:
            whole = _WITH_VALUE.match(text, start)
            if whole and named(whole[1]) in WHOLE:
                place = whole.end()
            tokens.extend(of_run(text, start, place, growing=typing and place == len(text)))
        elif piece[0] in QUOTES:
            tokens.append(_phrase(text, start))
            place = tokens[-1].end
        elif not piece["space"]:
            kind = Kind.OPEN if piece[0] == "(" else Kind.CLOSE
            tokens.append(Token(kind, piece[0], start, place))
    return Scan(tuple(tokens), len(text))


def _phrase(text: str, start: int) -> Token:
    closing = _CLOSING_QUOTE.search(text, start + 1)
    if closing is None:
        return Token(Kind.PHRASE, text[start + 1 :], start, len(text), unclosed=True)
    inside = text[start + 1 : closing.start()]
    gap = _GAP.match(text, closing.end())
    end = gap.end() if gap else closing.end()
    return Token(Kind.PHRASE, inside, start, end, gap=gap[0] if gap else "")
