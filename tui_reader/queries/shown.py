"""A tree written as a query that means the same tree."""

from tui_reader.queries.dates import spelled
from tui_reader.queries.fields import STATES
from tui_reader.queries.scanning import UNQUOTED
from tui_reader.queries.tokens import OPERATORS
from tui_reader.queries.tree import (
    And,
    During,
    Exact,
    Field,
    Labelled,
    Marked,
    Named,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Seen,
    StarredOn,
    These,
    Word,
    Words,
)


def shown(tree: Node) -> str:
    """The canonical text of a tree: parsed again, it gives the same tree.

    That holds for every tree a query was understood as, as long as the text keeps within the
    limits of a query; a field that a group had is written before each of its words, and days that
    were named by a word such as `last-week` are written as dates.
    """
    match tree:
        case And(parts):
            return " ".join(_in_parentheses(part) for part in parts)
        case Or(parts):
            return " OR ".join(_in_parentheses(part) for part in parts)
        case Not(part):
            return "-" + _in_parentheses(part).removeprefix("--")
        case Word() | Exact() | Near() | Pattern() | Phrase():
            return _words(tree)
        case These(names):
            return shown(Or(tuple(map(Named, sorted(names)))))
        case _:
            return _filter(tree)


def _filter(tree: During | StarredOn | Marked | Labelled | Seen | Named) -> str:
    match tree:
        case During() | StarredOn():
            return spelled(tree)
        case Marked(state):
            return f"has:{state}" if state in STATES["has"] else f"is:{state}"
        case Labelled(kind, text, prefix):
            return f"{kind}:{quoted(text + '*' * prefix)}"
        case Seen(dump):
            return f"seen:{quoted(dump)}"
        case Named(text, prefix):
            return f"id:{quoted(text + '*' * prefix)}"


def _words(tree: Words) -> str:
    match tree:
        case Phrase(words, field, prefix, gap):
            apart = f"~{gap}" if gap else ""
            return f'{_before(field)}"{" ".join(words)}{"*" * prefix}"{apart}'
        case Exact(text, field):
            return f"{_before(field)}={text}"
        case Near(text, field):
            return f"{_before(field)}~{text}"
        case Pattern(text, field):
            return _before(field) + text
        case Word(text, field, prefix):
            return _word(text, field) + "*" * prefix


def quoted(value: str) -> str:
    """A value that is a name or an id, in quotation marks where it needs them; it may hold none."""
    return value if UNQUOTED.fullmatch(value) else f'"{value}"'


def _in_parentheses(tree: Node) -> str:
    return f"({shown(tree)})" if isinstance(tree, And | Or | These) else shown(tree)


def _before(field: Field | None) -> str:
    return f"{field}:" if field else ""


def _word(text: str, field: Field | None) -> str:
    if text in OPERATORS and not field:
        # Behind a hyphen an operator's name is an ordinary word; two hyphens take nothing out.
        return f"--{text}"
    return _before(field) + text
