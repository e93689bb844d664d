"""From YAML text to nodes: all scalars stay text, and what could hide or multiply data is refused.

One pass over the parser's events, so that an alias, a second document or a deep nesting is refused
before anything is built from it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 20
_CONFLICT = re.compile(r"^(?:<{7} |\|{7} |={7}[ \t\r]*$|>{7} )", re.MULTILINE)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Scalar(NamedTuple):
    """One piece of text and where it stands."""

    text: str
    is_plain: bool
    """Whether it stood without quotes and not as a block."""
    line: int
    start: int
    end: int


class Listed(NamedTuple):
    """A list."""

    items: list["Node"]
    line: int
    end: int


class Mapped(NamedTuple):
    """A mapping; no key comes twice."""

    pairs: list[tuple[Scalar, "Node"]]
    line: int
    end: int


Node = Scalar | Listed | Mapped


class NotUnderstoodError(Exception):
    """The text is refused."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        """From 1; 0 where the whole text is meant."""
        self.reason = reason


def compose(text: str) -> Node | None:
    """The text's one document, or None where it holds nothing but comments.

    Raises NotUnderstoodError with the line.
    """
    _check_characters(text)
    events = yaml.parse(text, Loader=_LOADER)
    root: Node | None = None
    documents = 0
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise NotUnderstoodError(_line(event), "there is a second document in the file")
                root = _node(next(events), events, 0)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise NotUnderstoodError(line, f"not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise NotUnderstoodError(0, "not valid YAML") from error
    return root


def _check_characters(text: str) -> None:
    if found := _UNPRINTABLE.search(text):
        code = f"U+{ord(found[0]):04X}"
        raise NotUnderstoodError(_line_at(text, found.start()), f"a control character ({code})")
    if found := _CONFLICT.search(text):
        raise NotUnderstoodError(
            _line_at(text, found.start()), "a conflict marker of a version control system"
        )


def _line_at(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _stop(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    if getattr(event, "anchor", None) is not None:
        raise NotUnderstoodError(_line(event), "anchors and aliases (& and *) are not read here")
    if getattr(event, "tag", None) not in (None, "!"):
        raise NotUnderstoodError(_line(event), "tags (!) are not read here")
    if isinstance(event, yaml.ScalarEvent):
        start = event.start_mark.index if event.start_mark else 0
        return Scalar(event.value, not event.style, _line(event), start, _stop(event))
    if depth >= _DEEPEST:
        raise NotUnderstoodError(_line(event), f"nested more than {_DEEPEST} deep")
    if isinstance(event, yaml.SequenceStartEvent):
        return _listed(event, events, depth)
    return _mapped(event, events, depth)


def _listed(opening: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Listed:
    items = []
    event = next(events)
    while not isinstance(event, yaml.SequenceEndEvent):
        items.append(_node(event, events, depth + 1))
        event = next(events)
    return Listed(items, _line(opening), _end(opening, event, items[-1] if items else None))


def _mapped(opening: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Mapped:
    pairs: list[tuple[Scalar, Node]] = []
    seen: dict[str, int] = {}
    event = next(events)
    while not isinstance(event, yaml.MappingEndEvent):
        key = _node(event, events, depth + 1)
        if not isinstance(key, Scalar):
            raise NotUnderstoodError(key.line, "a key that is not text")
        if key.text in seen:
            name = key.text if key.text.isprintable() else ascii(key.text)
            raise NotUnderstoodError(
                key.line, f"{name[:80]} comes twice, first on line {seen[key.text]}"
            )
        seen[key.text] = key.line
        pairs.append((key, _node(next(events), events, depth + 1)))
        event = next(events)
    return Mapped(pairs, _line(opening), _end(opening, event, pairs[-1][1] if pairs else None))


def _end(opening: yaml.Event, closing: yaml.Event, last: Node | None) -> int:
    # The end of a block collection lies after blank lines and comments, before the next token.
    if last is None or getattr(opening, "flow_style", False):
        return _stop(closing)
    return last.end
