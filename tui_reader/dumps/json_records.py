"""Records out of JSON text: JSON Lines, a list of objects, objects one after another, a wrapper."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import cast

from tui_reader.dumps import fields
from tui_reader.dumps.json_values import Broken, Found, value_of, values
from tui_reader.dumps.source import Source
from tui_reader.files.lines import MAX_LINE

Record = Mapping[str, object]

_BEGINNING = re.compile(r'[\s\ufeff]*(?:\[\s*(?:\{\s*"|"\s*\{)|\{\s*")')
_EMPTY = re.compile(r"[\s\ufeff]*\[\s*\]\s*")
_PAPER = re.compile(r"""["'](?:paper_?)?(?:title|display_name|papers?|abstract|summary)["']\s*:""")
_MEMBER = (
    r'"[^"\\]{1,40}"\s*:\s*(?:"[^"\\]{0,500}"|-?[\d.eE+-]{1,30}|true|false|null|\{[^{}]{0,2000}\})'
)
_LISTS = ("papers", "data", "results", "items", "records")
_OWN = {"title", "paper", "abstract", "summary"}
"""Fields by which an object is a record, even if it has a list as well."""
_WRAPPER = re.compile(
    rf'[\s\ufeff]*\{{\s*(?:{_MEMBER}\s*,\s*){{0,20}}"(?:{"|".join(_LISTS)})"\s*:\s*'
    r"(?=\[)"
)
_DATE = re.compile(r'"date"\s*:\s*"([^"\\]{4,40})"')
_LINES_TRIED = 20
_PADDING = " \t\ufeff\x1e"


class DamagedRecord(Exception):  # noqa: N818 - names what was found
    """A record that is no paper; the message says why."""


def looks_like_json(head: str) -> bool:
    """Whether a text begins as JSON, or holds a line of JSON, with what a paper has in it."""
    if _EMPTY.fullmatch(head):
        return True
    return bool(_PAPER.search(head)) and bool(_BEGINNING.match(head) or _object_lines(head))


def records(source: Source) -> Iterator[Found | Broken]:
    """Every record of the source, whole or broken, in the order it lists them.

    The records of a wrapper such as `{"date": …, "papers": […]}` come one by one, with its day.
    """
    wrapper = _WRAPPER.match(source.head)
    lines = _object_lines(source.head)
    if lines > 1 or (lines and not wrapper):
        found = _line_by_line(source)
    elif wrapper:
        found = _wrapped(source, wrapper[0])
    else:
        found = values(source.pieces)
    for one in found:
        yield from _unwrapped(one) if isinstance(one, Found) else (one,)


def as_object(value: object) -> Record:
    """The value as an object. Raises DamagedRecord if it is none."""
    if not isinstance(value, dict):
        raise DamagedRecord("the record is not an object with fields")
    return cast("Record", value)


def _wrapped(source: Source, opening: str) -> Iterator[Found | Broken]:
    given = _DATE.search(opening)
    day = fields.day(given[1]) if given else ""
    head = next(source.pieces)
    pieces = chain(("\n" * opening.count("\n"), head[len(opening) :]), source.pieces)
    for found in values(pieces, one_list=True):
        yield replace(found, day=day) if isinstance(found, Found) else found


def _unwrapped(found: Found) -> Iterator[Found]:
    """The records of a wrapper, or the record itself."""
    value = found.value
    if isinstance(value, dict) and not value.keys() & _OWN:
        for name in _LISTS:
            if isinstance(listed := value.get(name), list):
                day = fields.day(value.get("date"))
                yield from (Found(found.line, one, day) for one in listed)
                return
    yield found


def _line_by_line(source: Source) -> Iterator[Found | Broken]:
    for number, line in source.lines():
        if line is None:
            yield Broken(number, f"the record is longer than {MAX_LINE >> 20} MB")
        elif text := line.strip(_PADDING):
            yield value_of(text, number)


def _object_lines(head: str) -> int:
    """How many of the first lines are objects of their own."""
    if head.lstrip("\ufeff \t\n").startswith("["):
        return 0
    return sum(_is_object(line.strip(_PADDING)) for line in head.split("\n")[:_LINES_TRIED])


def _is_object(line: str) -> bool:
    if not (line.startswith("{") and line.endswith("}")):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
