"""A tree written as a query that means the same tree."""

from tui_reader.queries.dates import spelled
from tui_reader.queries.tokens import OPERATORS
from tui_reader.queries.tree import And, During, Field, Marked, Node, Not, Or, Phrase, Word


def shown(tree: Node) -> str:
    """The canonical text of a tree: parsed again, it gives the same tree.

    That holds for every tree a query was understood as, as long as the text keeps within the
    limits of a query; a field that a group had is written before each of its words.
    """
    match tree:
        case And(parts):
            return " ".join(_in_parentheses(part) for part in parts)
        case Or(parts):
            return " OR ".join(_in_parentheses(part) for part in parts)
        case Not(part):
            return "-" + _in_parentheses(part).removeprefix("--")
        case During():
            return spelled(tree)
        case Marked(state):
            return f"has:{state}" if state == "note" else f"is:{state}"
        case Phrase(words, field, prefix):
            return f'{_before(field)}"{" ".join(words)}{"*" * prefix}"'
        case Word(text, field, prefix):
            return _word(text, field) + "*" * prefix


def _in_parentheses(tree: Node) -> str:
    return f"({shown(tree)})" if isinstance(tree, And | Or) else shown(tree)


def _before(field: Field | None) -> str:
    return f"{field}:" if field else ""


def _word(text: str, field: Field | None) -> str:
    if text in OPERATORS and not field:
        # Behind a hyphen an operator's name is an ordinary word; two hyphens take nothing out.
        return f"--{text}"
    return _before(field) + text
