"""The outline of a query's text: what stands beside what, outside of all parentheses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui_reader.queries.query import within_limit
from tui_reader.queries.scanning import scan
from tui_reader.queries.tokens import Kind, Token

_BEFORE = frozenset({Kind.NOT, Kind.FIELD})
_JOINING = frozenset({Kind.AND, Kind.OR})


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a phrase, a filter or a group, with all before it; or an operator that joins."""

    text: str
    """As typed; what was left open in it is closed."""
    joins: bool = False
    """Whether it is `AND` or `OR`."""


def outline(text: str) -> list[Piece]:
    """The pieces of a query, as far as its text is searched.

    Written one after the other with blanks between, they mean what the text means. Operators,
    fields and parentheses without a meaning are not among them.
    """
    return joined(_pieces(within_limit(text)))


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without the operators that have nothing to join before them or after them."""
    kept: list[Piece] = []
    for piece in pieces:
        if not piece.joins or (kept and not kept[-1].joins):
            kept.append(piece)
    return kept[:-1] if kept and kept[-1].joins else kept


def _pieces(text: str) -> Iterator[Piece]:
    begun, start = "", None
    depth = 0
    token: Token | None = None
    for token in scan(text).tokens:
        if token.kind is Kind.CLOSE and not depth:
            # It closes nothing and is left out of a piece that it stands in, as in `NOT ) this`.
            begun, start = begun + text[start : token.start] * (start is not None), None
            continue
        start = token.start if start is None else start
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        if depth or (token.kind in _BEFORE and not token.alone):
            continue
        if token.kind in _JOINING:
            yield Piece(token.text, joins=True)
        elif token.kind not in _BEFORE:
            yield Piece(begun + text[start : token.end] + '"' * token.unclosed)
        begun, start = "", None
    if depth and token:
        # With a blank, since a parenthesis right behind an id would be part of it.
        rest = text[start:].rstrip() + '"' * token.unclosed
        yield Piece(f"{begun}{rest} {')' * depth}")
