"""A query made narrower by one more clause, and wide again without it: text to text."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from tui_reader.queries.fields import Name
from tui_reader.queries.outline import Piece, joined, outline
from tui_reader.queries.query import Query
from tui_reader.queries.scanning import UNQUOTED
from tui_reader.queries.shown import quoted
from tui_reader.queries.tokens import QUOTES, has_letters
from tui_reader.queries.tree import EVERYTHING, Label, Node
from tui_reader.queries.words import PHRASE_WORDS
from tui_reader.sorting import Order

_PLAIN = re.compile(r"[^\W_][\w.+#/-]*")
_BETWEEN = re.compile(rf"[\s*{QUOTES}]+")
_QUOTE = re.compile(f"[{QUOTES}]")

_Meaning = tuple[Node, Order | None]
_NOTHING: _Meaning = (EVERYTHING, None)


def narrowed(text: str, clause: str) -> str:
    """The query that asks for the old one and the clause.

    What cannot be understood of the old one, or is beyond the limit of what is searched, is left
    out of it where it would change the meaning; a clause that is there already is not repeated.
    """
    if _meaning(clause, date.today()) == _NOTHING or has_clause(text, clause):
        return text
    return _written([*_conjunction(outline(text)), *_conjunction(outline(clause))])


def without(text: str, clause: str) -> str:
    """The query without the clause, wherever it stands outside of parentheses and beside no OR."""
    if not has_clause(text, clause):
        return text
    today = date.today()
    wanted = _meaning(clause, today)
    rest = [
        piece for piece in outline(text) if piece.joins or _meaning(piece.text, today) != wanted
    ]
    return _written(joined(rest))


def has_clause(text: str, clause: str) -> bool:
    """Whether the clause, in any spelling, is one of those that the query joins by AND.

    Many clauses may be asked about one after the other: a query is taken apart only once.
    """
    today = date.today()
    return _meaning(clause, today) in _conjuncts(text, today)


def clause_for(name: Name, value: str) -> str:
    """The clause that asks for a value of a field or a filter, such as `venue:"ICLR 2024"`.

    Stars and quotation marks, which no quoted text can hold, are left out: of a phrase its first
    words stay, of a dump's name or an id the longest part, and a tag or a list is asked for by how
    it begins. Empty if nothing can be searched for.
    """
    match name:
        case "tag" | "list":
            return _label_clause(name, value)
        case "seen" | "id":
            whole = max(_QUOTE.split(value), key=len).strip()
            bare = bool(UNQUOTED.fullmatch(whole))
        case _:
            words = [word for word in _BETWEEN.split(value) if has_letters(word)]
            whole = " ".join(words[:PHRASE_WORDS])
            bare = bool(_PLAIN.fullmatch(whole))
    if not has_letters(whole):
        return ""
    return f"{name}:{whole}" if bare else f'{name}:"{whole}"'


def _label_clause(kind: Label, value: str) -> str:
    """The clause for a name with any signs in it; the last blanks and stars of it do not count."""
    name, *cut = _QUOTE.split(value, maxsplit=1)
    name = name.strip()
    text = name.rstrip("*").rstrip()
    if not text:
        return ""
    return f"{kind}:{quoted(text + '*' * (bool(cut) or text != name))}"


def _conjunction(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces so that others can stand beside them; orders stay outside parentheses."""
    if not _has_or(pieces):
        return list(pieces)
    orders = [piece for piece in pieces if not piece.joins and Query.parse(piece.text).order]
    asked = joined([piece for piece in pieces if piece not in orders])
    return [*([Piece(f"({_written(asked)})")] if _has_or(asked) else asked), *orders]


def _has_or(pieces: Sequence[Piece]) -> bool:
    return any(piece.joins and piece.text == "OR" for piece in pieces)


def _written(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)


@lru_cache(maxsize=16)
def _conjuncts(text: str, today: date) -> frozenset[_Meaning]:
    """What the clauses mean that the query joins by AND."""
    pieces = outline(text)
    if _has_or(pieces):
        return frozenset()
    return frozenset(_meaning(piece.text, today) for piece in pieces) - {_NOTHING}


@lru_cache(maxsize=1000)
def _meaning(text: str, today: date) -> _Meaning:
    found = Query.parse(text, today=today)
    return found.tree, found.order
