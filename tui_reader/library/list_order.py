"""The reader's own order of a reading list, where a question asks for the papers of just one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule
from tui_reader.library.listing import Question

if TYPE_CHECKING:
    from tui_reader.queries import tree
    from tui_reader.search.said import Said
else:
    tree = LaterModule("tui_reader.queries.tree")


def list_in_order(question: Question, said: "Said") -> str:
    """The reading list whose own order the answer comes in, unless the query ranks; else empty.

    It is the list that was opened, else the one that the query's only clause about a list names
    whole. Another order than relevance, or that of the dumps, takes its place.
    """
    if question.sorted_by.key not in ("relevance", "dump"):
        return ""
    clauses = [clause] if (clause := question.list_clause) else _list_clauses(question.query.tree)
    if len(clauses) != 1:
        return ""
    lists = said.labels("list").names
    found = [lists[code] for code in said.named(clauses[0]).tolist()]
    is_whole = len(found) == 1 and found[0].casefold() == clauses[0].text.casefold()
    return found[0] if is_whole else ""


def in_list_order(name: str, numbers: Sequence[int], said: "Said", *, reverse: bool) -> list[int]:
    """Papers of a list by their ranks, and by their ids where those are equal."""
    found = set(numbers)
    order = [number for number in said.in_order(name) if number in found]
    return order[::-1] if reverse else order


def _list_clauses(node: "tree.Node") -> "list[tree.Labelled]":
    """The clauses about reading lists, but for beginnings, that every paper found answers."""
    parts = node.parts if isinstance(node, tree.And) else (node,)
    return [
        part
        for part in parts
        if isinstance(part, tree.Labelled)
        and part.kind == "list"
        and (part.typed or not part.prefix)
    ]
