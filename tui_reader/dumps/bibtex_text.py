"""The inside of BibTeX entries: fields, values in braces or quotes, joined and spelt out."""

import re

from tui_reader.text.clean import clean

MAX_VALUE = 200_000
"""Characters of one value that are kept."""

_SPACE = re.compile(r"(?:[\s,]|%[^\n]*+)*+")
_GAP = re.compile(r"(?:\s|%[^\n]*+)*+")
# Bounded, because where no key is found the same text is looked through again.
_KEY = re.compile(r"[^,{}\n=]{0,500}+(?=[,})\n])")
_WORD = re.compile(r'[^\s,={}()"#%@\\]++')
_IN_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_IN_PARENTHESES = re.compile(r"\\.|[{}()]", re.DOTALL)
_IN_QUOTES = re.compile(r'\\.|[{}"]', re.DOTALL)
_CLOSING = {"{": "}", "(": ")"}


class MalformedEntry(Exception):  # noqa: N818 - names what was found
    """An entry that is not written as BibTeX is; the message says what is odd about it."""


class UnclosedEntry(Exception):  # noqa: N818 - names what was found
    """An entry, or a value in it, that goes on to the end of the text."""


class BibtexText:
    """A stretch of BibTeX that is gone through once, from its beginning to its end."""

    def __init__(self, first_line: int, text: str, abbreviations: dict[str, str]) -> None:
        self.abbreviations = abbreviations
        """What `@string` has defined so far, by name in lower case."""
        self._text = text
        self._at = 0
        self._line = first_line
        self._counted = 0

    def line(self, place: int) -> int:
        """The number of the line on which a place lies; places are asked for in their order."""
        self._line += self._text.count("\n", self._counted, place)
        self._counted = place
        return self._line

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The next match, behind it afterwards; None where there is none."""
        found = pattern.search(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def skip_group(self, bracket: str) -> None:
        """Go past what stands in the bracket that has just opened."""
        self._in_brackets(_IN_BRACES if bracket == "{" else _IN_PARENTHESES, _CLOSING[bracket])

    def values(self, bracket: str, wanted: frozenset[str] | None = None) -> dict[str, str]:
        """The fields up to where an entry's bracket closes, or only those wanted of them.

        Raises MalformedEntry and UnclosedEntry; everything up to the trouble is then used up.
        """
        self._skip_key()
        found: dict[str, str] = {}
        while (sign := self._sign(_SPACE)) != _CLOSING[bracket]:
            name = _WORD.match(self._text, self._at)
            if not name:
                raise MalformedEntry(f"{_shown(sign)} stands where a field should begin")
            self._at = name.end()
            if self._sign(_GAP) != "=":
                raise MalformedEntry(f"the field {_shown(name[0])} has no value")
            self._at += 1
            field = name[0].lower()
            value = self._value(kept=(wanted is None or field in wanted) and field not in found)
            if value:
                found[field] = value
        self._at += 1
        return found

    def _skip_key(self) -> None:
        """Go past the entry's key, if it has one in front of its first field."""
        self._at = _end(_GAP, self._text, self._at)
        self._at = _end(_KEY, self._text, self._at)

    def _sign(self, gap: re.Pattern[str]) -> str:
        """The sign behind the gap that begins here."""
        self._at = _end(gap, self._text, self._at)
        if self._at == len(self._text):
            raise UnclosedEntry
        return self._text[self._at]

    def _value(self, *, kept: bool) -> str:
        """A value, its parts joined; empty if it is not to be kept."""
        parts: list[str] = []
        size = 0
        while True:
            part = self._part()
            if kept and size <= MAX_VALUE:
                parts.append(part[: MAX_VALUE + 1])
                size += len(part)
            if self._sign(_GAP) != "#":
                return "".join(parts)[: MAX_VALUE + 1]
            self._at += 1

    def _part(self) -> str:
        sign = self._sign(_GAP)
        if sign in '{"':
            self._at += 1
            start = self._at
            if sign == "{":
                self._in_brackets(_IN_BRACES, "}")
            else:
                self._in_brackets(_IN_QUOTES, '"')
            return self._text[start : self._at - 1]
        word = _WORD.match(self._text, self._at)
        if not word:
            return ""
        self._at = word.end()
        return self.abbreviations.get(word[0].lower(), word[0])

    def _in_brackets(self, signs: re.Pattern[str], closing: str) -> None:
        """Go behind the closing sign; braces inside are counted unless TeX escapes them."""
        depth = 0
        for found in signs.finditer(self._text, self._at):
            sign = found[0]
            if sign == closing and not depth:
                self._at = found.end()
                return
            if sign in "{(":
                depth += 1
            elif sign in "})":
                depth -= 1
            if depth < 0:
                self._at = found.end()
                raise MalformedEntry("a brace closes that was not opened")
        raise UnclosedEntry


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _shown(text: str) -> str:
    return clean(text, multiline=False, limit=40)
