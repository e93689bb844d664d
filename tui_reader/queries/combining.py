"""Trees joined to one tree, without needless layers."""

from collections.abc import Iterable

from tui_reader.queries.tree import And, Node, Not, Or


def all_of(parts: Iterable[Node]) -> Node | None:
    """The conjunction of parts; None of no parts."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    return And(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def any_of(parts: Iterable[Node]) -> Node | None:
    """The disjunction of parts; None of no parts."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Or) else (part,))
    return Or(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def none_of(part: Node) -> Node:
    """The negation of a part; twice negated is itself."""
    return part.part if isinstance(part, Not) else Not(part)
