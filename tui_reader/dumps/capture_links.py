"""Links in captured text: Markdown's inline and reference links, taken apart without surprises."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_IMAGE = re.compile(
    r"!\[[^\[\]]{0,500}\](?:\([^()\s]{0,2000}\)|\[\w{1,20}\])|\[image[^\[\]]{0,200}\](?!\()",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?(?:a|img|br|span|div|svg|p|picture|source|video)\b[^<>]{0,2000}>", re.I)
_TARGET = r"<?(?:https?://|/|\#)(?:[^\s()<>]|\([^\s()<>]{0,200}\)){0,2000}>?"
_BRACKET = re.compile(
    rf"\\.|\[|\](?:\((?P<address>{_TARGET})(?:\s\"[^\"\n]{{0,300}}\")?\)|\[(?P<key>\w{{1,20}})\])?",
    re.DOTALL,
)
_SHORT = 80
"""Only in blocks up to this length is `[words][7]` a link though nothing explains the 7."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text and where it points."""

    start: int
    """Where its opening bracket stands; where the text begins if that bracket is missing."""
    inner: int
    """Where its words begin."""
    end: int
    """Where its words end."""
    after: int
    """Where the whole link ends."""
    address: str
    """Empty for a reference that nothing explains."""


def without_pictures(text: str) -> str:
    """The text without images, placeholders for them and the tags around them."""
    return _TAG.sub("", _IMAGE.sub("", text))


def links(text: str, table: Mapping[str, str]) -> list[Link]:
    """The outermost links of a block of text, from left to right.

    Brackets of the text's own (`[0, 1)`) may be unbalanced: a block that begins with a bracket
    and ends as a link is one link, and a link without an opening begins with the block.
    """
    start = len(text) - len(text.lstrip())
    closings = [found for found in _BRACKET.finditer(text) if not found[0].startswith("\\")]
    openings, open_still = _paired(closings, table)
    if not openings:
        return []
    last = max(openings, key=lambda closing: closing.start())
    if last.end() == len(text.rstrip()) and text[start] == "[":
        unpaired = openings[last] is None or start in open_still
        openings[last] = start if unpaired else openings[last]
    found: list[Link] = []
    for closing, opening in openings.items():
        address = _address(closing, table) or ""
        begin = start if opening is None else opening
        if address or begin == start or len(text) < _SHORT:
            inner = begin + (text[begin] == "[")
            found.append(Link(begin, inner, closing.start(), closing.end(), address))
    return list(_outermost(found))


def _paired(
    brackets: list[re.Match[str]], table: Mapping[str, str]
) -> tuple[dict[re.Match[str], int | None], list[int]]:
    """The opening of every closing bracket that ends a link, and the openings left over."""
    openings: dict[re.Match[str], int | None] = {}
    stack: list[int] = []
    for bracket in brackets:
        if bracket[0] == "[":
            stack.append(bracket.start())
            continue
        opening = stack.pop() if stack else None
        if _address(bracket, table) is not None:
            openings[bracket] = opening
    return openings, stack


def _address(closing: re.Match[str], table: Mapping[str, str]) -> str | None:
    """Where a closing bracket points, empty if nobody knows; None if it closes no link."""
    if closing["address"]:
        return closing["address"].strip("<>")
    key = closing["key"]
    if not key or (table and key not in table):
        return None
    return table.get(key, "")


def _outermost(found: list[Link]) -> Iterator[Link]:
    covered = 0
    for link in sorted(found, key=lambda link: (link.start, -link.after)):
        if link.after > covered and link.start >= covered:
            covered = link.after
            yield link
