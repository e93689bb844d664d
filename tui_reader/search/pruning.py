"""A query's tree without what analysis leaves nothing of, such as a lone TeX command."""

from tui_reader.queries.tree import And, Exact, Near, Node, Not, Or, Pattern, Phrase, Word
from tui_reader.search.analysis import tokens


def pruned(tree: Node) -> Node:
    """The tree; what has no words neither finds nor excludes, and a tree of nothing is all."""
    return _pruned(tree) or And(())


def _pruned(node: Node) -> Node | None:
    match node:
        case And(parts) | Or(parts):
            kept = tuple(part for part in map(_pruned, parts) if part is not None)
            return type(node)(kept) if kept or not parts else None
        case Not(part):
            inner = _pruned(part)
            return None if inner is None else Not(inner)
        case Word(text) | Exact(text) | Near(text) | Pattern(text):
            return node if tokens(text.replace("*", "")) else None
        case Phrase(words):
            return node if any(map(tokens, words)) else None
        case _:
            return node
