"""JSON in a stream, one value after another with its line; a broken value costs only itself."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from tui_reader.files.lines import MAX_LINE

MAX_BROKEN = 1_000
"""So many broken values in a row, and the rest is given up."""

_BETWEEN = re.compile(r"[\s,\ufeff]*")
_CUT_SHORT = 16
"""An error this near to the end of the text may only mean that more is to come."""
_OPENING = re.compile(r'\{\s*"[^"\\]{0,80}"\s*:|"\{')
_ANY_OPENING = re.compile(r'[\[,]\s{0,200}(\{\s{0,200}")')
_KEEP = 1000
"""Text kept when more is read, so that what is looked for may lie across the edge."""


@dataclass(frozen=True, slots=True)
class Found:
    """One value of a JSON text."""

    line: int
    """The line it begins on, from 1."""
    value: object
    day: str = ""
    """The day of the list it stands in, as that list gives it."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One value that could not be read."""

    line: int
    """The line it begins on, from 1; 0 where the whole text is meant."""
    reason: str


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse, strict=False)
_LENIENT = json.JSONDecoder(parse_constant=str, parse_int=str, strict=False)
"""Finds where a value ends that holds what `_DECODER` refuses."""


def value_of(text: str, line: int) -> Found | Broken:
    """The one JSON value in `text`."""
    try:
        value, end = _DECODER.raw_decode(text)
        return Found(line, value if end == len(text) else _DECODER.decode(text))
    except json.JSONDecodeError as error:
        return Broken(line, f"the record is no JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        return Broken(line, _plain(error))


def values(pieces: Iterator[str], *, one_list: bool = False) -> Iterator[Found | Broken]:
    """The values of a JSON text: the elements of its lists, else the values one after another.

    Lists may follow one another, and commas may be missing or left over. With `one_list`
    nothing is read beyond the first list.
    """
    text = _Window(pieces)
    depth = broken = 0
    while text.skip(_BETWEEN) and broken < MAX_BROKEN:
        sign = text.sign()
        if sign == "[" and not depth:
            depth = 1
            text.advance(1)
        elif sign == "]":
            if one_list:
                return
            depth = 0
            text.advance(1)
        else:
            found = text.value()
            yield found
            broken = broken + 1 if isinstance(found, Broken) else 0
            if broken and not text.resume():
                return
    if broken:
        yield Broken(0, f"{broken} broken records in a row; the rest was not read")
    elif depth:
        yield Broken(text.line, "the list is not closed; the file may have been cut off")


class _Window:
    """The part of a long text that is being looked at, with its line number."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._text = ""
        self._at = 0
        self._opening: re.Pattern[str] | None = None
        self.line = 1
        self.complete = False
        """Whether the text has been read to its end."""

    def sign(self) -> str:
        return self._text[self._at]

    def advance(self, length: int) -> None:
        self.line += self._text.count("\n", self._at, self._at + length)
        self._at += length

    def more(self) -> bool:
        """Read at least as much again as is not used yet; False at the end."""
        rest = [self._text[self._at :]]
        wanted, size = max(len(rest[0]), 1 << 18), 0
        while size < wanted and not self.complete:
            piece = next(self._pieces, None)
            self.complete = piece is None
            rest.append(piece or "")
            size += len(rest[-1])
        self._text, self._at = "".join(rest), 0
        return size > 0

    def skip(self, between: re.Pattern[str]) -> bool:
        """Go past what lies between values; False at the end of the text."""
        while True:
            found = between.match(self._text, self._at)
            self.advance(found.end() - self._at if found else 0)
            if self._at < len(self._text):
                return True
            if not self.more():
                return False

    def value(self) -> Found | Broken:
        """The value that begins here; behind it afterwards, unless it is broken."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._may_go_on(error) and self.more():
                    continue
                return Broken(self.line, self._why(error))
            except (ValueError, RecursionError) as error:
                return Broken(self.line, _plain(error))
            if end < len(self._text) or isinstance(value, dict) or not self.more():
                found = Found(self.line, value)
                self.advance(end - self._at)
                return found

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _CUT_SHORT
        return cut and not self.complete and len(self._text) - self._at <= MAX_LINE

    def _why(self, error: json.JSONDecodeError) -> str:
        if len(self._text) - self._at > MAX_LINE:
            return f"the record is longer than {MAX_LINE >> 20} MB"
        inside = self._text.count("\n", self._at, error.pos)
        return f"the record is no JSON: {error.msg} on line {self.line + inside}"

    def resume(self) -> bool:
        """Go past a broken value to where the next record begins; False if there is none."""
        if self._end_of_odd_value():
            return True
        opening = _OPENING.match(self._text, self._at)
        wanted = _following(opening[0]) if opening else (self._opening or _ANY_OPENING)
        self._opening = wanted
        self.advance(1)
        while not (found := wanted.search(self._text, self._at)):
            self.advance(max(0, len(self._text) - self._at - _KEEP))
            if not self.more():
                self.advance(len(self._text) - self._at)
                return False
        self.advance(found.start(1) - self._at)
        return True

    def _end_of_odd_value(self) -> bool:
        """Go past a value that is well formed but for what JSON has no words for."""
        try:
            _, end = _LENIENT.raw_decode(self._text, self._at)
        except (ValueError, RecursionError):
            return False
        self.advance(end - self._at)
        return True


def _following(opening: str) -> re.Pattern[str]:
    """Where another record begins that opens like this one."""
    key = re.escape(opening.lstrip("{").strip().rstrip(":").strip())
    record = rf"\{{\s{{0,200}}{key}\s{{0,200}}:" if opening.startswith("{") else re.escape(opening)
    return re.compile(rf"[\[,}}]\s{{0,200}}({record})")


def _plain(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "the record is nested too deeply"
    if "digits" in str(error):
        return "the record holds a number of far too many digits"
    return f"the record is no JSON: {error}"
