"""Records stored as the text of a Python dict: read as data, never run."""

import ast
import re

from tui_reader.dumps.json_records import DamagedRecord

MAX_TEXT = 2 << 20
"""Most characters of one record."""
MAX_DEPTH = 60

_ESCAPE = (
    r"\\(?:[\\'\"abfnrtv]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}|0)"
)
_STRING = re.compile(rf"'(?:[^'\\\n]|{_ESCAPE})*+'|\"(?:[^\"\\\n]|{_ESCAPE})*+\"")
_DATA = re.compile(
    r"(?>[\s{}\[\](),:$]|-?\d{1,300}(?:\.\d{1,300})?(?:e[+-]?\d{1,3})?\b|None|True|False)*+"
)
_BRACKET = re.compile(r"[\[({\])}]")


def python_value(text: str) -> object:
    """The value a Python literal stands for: dicts, lists, strings, numbers and constants only.

    Raises DamagedRecord for anything else, and for texts too long or too deep to be a record.
    """
    if len(text) > MAX_TEXT:
        raise DamagedRecord("the record is far too long for a record")
    frame = _STRING.sub("$", text)
    if not _DATA.fullmatch(frame) or _depth(frame) > MAX_DEPTH:
        raise DamagedRecord("the record is text, but not that of a Python dict")
    try:
        return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise DamagedRecord("the record is text, but not that of a Python dict") from error


def _depth(frame: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKET.findall(frame):
        depth += 1 if bracket in "[({" else -1
        deepest = max(deepest, depth)
    return deepest
