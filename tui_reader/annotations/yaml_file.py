"""From the bytes of an annotations file to its values, or to the line that cannot be understood."""

from tui_reader.annotation import Annotation
from tui_reader.annotations.document import VERSION, Document, Plain, Span, UnintelligibleError
from tui_reader.annotations.yaml_nodes import (
    Listed,
    Mapped,
    Node,
    NotUnderstoodError,
    Scalar,
    compose,
)
from tui_reader.errors import Problem
from tui_reader.papers import PaperId

_TRUE = frozenset({"true", "yes", "on", "y", "1"})
_FALSE = frozenset({"false", "no", "off", "n", "0", "", "~", "null"})


def parse(content: bytes, name: str) -> Document:
    """Read the file's values exactly as written; `name` is what it is called in problems.

    Raises UnintelligibleError; a file of nothing but comments is an empty document.
    """
    try:
        text = content.decode().removeprefix("\ufeff")
        return _document(text, compose(text))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem(name, line, f"byte {content[error.start]:#04x} is not UTF-8")
    except NotUnderstoodError as error:
        problem = Problem(name, error.line, error.reason)
    raise UnintelligibleError(problem)


def _document(text: str, root: Node | None) -> Document:
    if root is None or _is_nothing(root):
        return Document(text=text)
    if not isinstance(root, Mapped):
        raise NotUnderstoodError(root.line, "the file must hold fields such as `papers:`")
    papers: dict[PaperId, Annotation] = {}
    spans: dict[PaperId, Span] = {}
    extra = []
    papers_end = -1
    for key, value in root.pairs:
        if key.text == "version":
            _check_version(value)
        elif key.text == "papers":
            papers_end = key.end
            for name, entry in _fields(value, "papers"):
                paper = PaperId(name.text)
                papers[paper] = _annotation(entry)
                spans[paper] = Span(name.start, entry.end)
        else:
            extra.append((_name(key), _plain_value(value)))
    return Document(papers, tuple(extra), text, spans, papers_end)


def _check_version(value: Node) -> None:
    if not isinstance(value, Scalar) or value.text != VERSION:
        raise NotUnderstoodError(value.line, f"not version {VERSION}: another program's file")


def _annotation(entry: Node) -> Annotation:
    title = note = ""
    starred = read = False
    extra = []
    for key, value in _fields(entry, "a paper"):
        if key.text == "title":
            title = _text(value, "title")
        elif key.text == "note":
            note = _text(value, "note")
        elif key.text == "starred":
            starred = _flag(value, "starred")
        elif key.text == "read":
            read = _flag(value, "read")
        else:
            extra.append((_name(key), _plain_value(value)))
    return Annotation(title, starred, read, note, tuple(extra))


def _fields(value: Node, what: str) -> list[tuple[Scalar, Node]]:
    if isinstance(value, Mapped):
        return value.pairs
    if _is_nothing(value):
        return []
    raise NotUnderstoodError(value.line, f"{what} must hold fields, one per line")


def _is_nothing(value: Node) -> bool:
    return isinstance(value, Scalar) and value.is_plain and not value.text


def _text(value: Node, name: str) -> str:
    if isinstance(value, Scalar):
        return value.text
    raise NotUnderstoodError(value.line, f"{name} must be text")


def _flag(value: Node, name: str) -> bool:
    word = value.text.strip().lower() if isinstance(value, Scalar) else None
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise NotUnderstoodError(value.line, f"{name} must be true or false")


def _name(key: Scalar) -> str:
    return Plain(key.text) if key.is_plain else key.text


def _plain_value(value: Node) -> object:
    if isinstance(value, Scalar):
        return _name(value)
    if isinstance(value, Listed):
        return [_plain_value(item) for item in value.items]
    return {_name(key): _plain_value(item) for key, item in value.pairs}
