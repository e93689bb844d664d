"""Parentheses brought into pairs."""

from collections.abc import Sequence

from tui_reader.queries import problems
from tui_reader.queries.tokens import Kind, Token

DEPTH = 20
"""Parentheses that may stand inside one another."""


def balanced(
    tokens: Sequence[Token], length: int, *, typing: bool
) -> tuple[list[Token], list[str]]:
    """The tokens with parentheses in pairs, none too deep, and one more that closes it all.

    With them comes what is to be said of those left out or added. `length` is the text's, where
    what is added has its place; while `typing` none is missed that may still come.
    """
    kept: list[Token] = []
    said: list[str] = []
    depth = 0
    for token in tokens:
        if token.kind is Kind.OPEN:
            depth += 1
            if depth > DEPTH:
                said.append(problems.too_deep(DEPTH))
                continue
        elif token.kind is Kind.CLOSE:
            if not depth:
                said.append(problems.UNOPENED_PARENTHESIS)
                continue
            depth -= 1
            if depth >= DEPTH:
                continue
        kept.append(token)
    if depth and not typing:
        said.append(problems.UNCLOSED_PARENTHESIS)
    end = Token(Kind.CLOSE, ")", length, length)
    return [*kept, *[end] * (min(depth, DEPTH) + 1)], said
