"""From YAML text to nodes: all scalars stay text, and what could hide or multiply data is refused.

One pass over the parser's events, so that an alias, a second document or a deep nesting is refused
before anything is built from it. Long mappings are handed over entry by entry: were all their nodes
kept until the end, looking through them for garbage would hold up every other thread.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 20
_CONFLICT = re.compile(r"^(?:<{7} |\|{7} |={7}[ \t\r]*$|>{7} )", re.MULTILINE)
_HINTS = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRETCH = 1 << 18
"""Characters looked at in one go: a search keeps all other threads waiting."""

_Events = Iterator[Any]
"""Of libyaml or PyYAML; all of them have marks."""


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
Taker = Callable[[Scalar, Node], None]
"""Takes one entry of a long mapping."""


class NotUnderstoodError(Exception):
    """The text is refused."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        """From 1; 0 where the whole text is meant."""
        self.reason = reason


def compose(text: str, takers: Mapping[str, Taker] | None = None) -> Node | None:
    """The text's one document, or None where it holds nothing but comments.

    What a mapping below one of the top-level keys in `takers` holds goes to that taker, and is not
    in the document; an error may be found after some were taken.
    Raises NotUnderstoodError with the line.
    """
    _check_characters(text)
    events: _Events = yaml.parse(text, Loader=_LOADER)
    root: Node | None = None
    documents = 0
    try:
        for event in events:
            if type(event) is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise NotUnderstoodError(_line(event), "there is a second document in the file")
                root = _root(next(events), events, takers or {})
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise NotUnderstoodError(line, f"not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise NotUnderstoodError(0, "not valid YAML") from error
    return root


def _check_characters(text: str) -> None:
    for start in range(0, len(text), _STRETCH):
        if found := _UNPRINTABLE.search(text, start, start + _STRETCH):
            code = f"U+{ord(found[0]):04X}"
            raise NotUnderstoodError(_line_at(text, found.start()), f"a control character ({code})")
    if any(hint in text for hint in _HINTS) and (found := _CONFLICT.search(text)):
        raise NotUnderstoodError(
            _line_at(text, found.start()), "a conflict marker of a version control system"
        )


def _line_at(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _root(event: Any, events: _Events, takers: Mapping[str, Taker]) -> Node:
    if type(event) is not yaml.MappingStartEvent:
        return _node(event, events, 0)
    _check(event, 0)
    return _mapped(event, events, 0, takers)


def _check(event: Any, depth: int) -> None:
    if event.anchor is not None:
        raise NotUnderstoodError(_line(event), "anchors and aliases (& and *) are not read here")
    if event.tag is not None and event.tag != "!":
        raise NotUnderstoodError(_line(event), "tags (!) are not read here")
    if depth >= _DEEPEST:
        raise NotUnderstoodError(_line(event), f"nested more than {_DEEPEST} deep")


def _node(event: Any, events: _Events, depth: int) -> Node:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        if event.anchor is not None or event.tag is not None:
            _check(event, 0)
        start = event.start_mark
        return Scalar(event.value, not event.style, start.line + 1, start.index, _stop(event))
    _check(event, depth)
    if kind is yaml.SequenceStartEvent:
        return _listed(event, events, depth)
    return _mapped(event, events, depth)


def _listed(opening: Any, events: _Events, depth: int) -> Listed:
    items = []
    while type(event := next(events)) is not yaml.SequenceEndEvent:
        items.append(_node(event, events, depth + 1))
    return Listed(items, _line(opening), _end(opening, event, items[-1] if items else None))


def _mapped(
    opening: Any, events: _Events, depth: int, takers: Mapping[str, Taker] | None = None
) -> Mapped:
    pairs: list[tuple[Scalar, Node]] = []
    seen: dict[str, int] = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        key = _key(event, events, depth + 1, seen)
        value = next(events)
        taker = takers.get(key.text) if takers else None
        if taker is not None and type(value) is yaml.MappingStartEvent:
            pairs.append((key, _handed_over(value, events, depth + 1, taker)))
        else:
            pairs.append((key, _node(value, events, depth + 1)))
    return Mapped(pairs, _line(opening), _end(opening, event, pairs[-1][1] if pairs else None))


def _handed_over(opening: Any, events: _Events, depth: int, taker: Taker) -> Mapped:
    """A mapping without its entries, which the taker has."""
    _check(opening, depth)
    seen: dict[str, int] = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        key = _key(event, events, depth + 1, seen)
        taker(key, _node(next(events), events, depth + 1))
    return Mapped([], _line(opening), _stop(event))


def _key(event: Any, events: _Events, depth: int, seen: dict[str, int]) -> Scalar:
    key = _node(event, events, depth)
    if not isinstance(key, Scalar):
        raise NotUnderstoodError(key.line, "a key that is not text")
    if key.text in seen:
        name = key.text if key.text.isprintable() else ascii(key.text)
        raise NotUnderstoodError(
            key.line, f"{name[:80]} comes twice, first on line {seen[key.text]}"
        )
    seen[key.text] = key.line
    return key


def _stop(event: Any) -> int:
    return int(event.end_mark.index)


def _end(opening: Any, closing: Any, last: Node | None) -> int:
    # The end of a block collection lies after blank lines and comments, before the next token.
    return _stop(closing) if last is None or opening.flow_style else last.end
