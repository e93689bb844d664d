"""TeX taken apart in linear time: commands, braces, text; and which bracket closes which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_URL = re.compile(r"(https?://[^\s{}\\$]+)")
_TOKEN = re.compile(
    r"\\(?:begin|end) ?\{[A-Za-z]{0,30}\*?\}|\\[A-Za-z]+|\\[\s\S]|\\"
    r"|[{}$^_~&]|-+|'+|`+|[^\\{}$^_~&'`-]+"
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MATHS_ENVIRONMENT = re.compile(
    r"\\begin ?(\{(?:equation|align|gather|multline|eqnarray|displaymath|math|flalign)\*?\})"
)
_CLOSERS = {"\\(": "\\)", "\\[": "\\]"}
DEEPEST = 40
"""Braces nested deeper than this are no prose; the text is then left as it is."""


@dataclass(frozen=True, slots=True)
class Formula:
    """Where the tokens of a formula start and end, and where the text goes on after it."""

    start: int
    end: int
    after: int


@dataclass(frozen=True, slots=True)
class Source:
    """A text as tokens, with its brackets matched."""

    tokens: list[str]
    partner: dict[int, int]
    """Opening brace to closing brace."""
    formulas: dict[int, Formula]
    """First token of a formula to its extent."""


@dataclass(slots=True)
class _Level:
    """What is open at one depth of braces."""

    brace: int = -1
    opener: int = -1
    closer: str = ""


@dataclass(slots=True)
class _Matching:
    tokens: list[str]
    partner: dict[int, int] = field(default_factory=dict)
    formulas: dict[int, Formula] = field(default_factory=dict)
    levels: list[_Level] = field(default_factory=lambda: [_Level()])


def source(text: str) -> Source | None:
    """The text taken apart; nothing when its braces do not match or nest too deeply."""
    matching = _Matching(list(_tokens(text)))
    at = 0
    while at < len(matching.tokens):
        token = matching.tokens[at]
        if token == "{":
            matching.levels.append(_Level(brace=at))
            if len(matching.levels) > DEEPEST:
                return None
        elif token == "}":
            if len(matching.levels) == 1:
                return None
            matching.partner[matching.levels.pop().brace] = at
        elif token[0] in "$\\":
            at += _bracket(matching, at)
        elif "\n" in token and _BLANK_LINE.search(token):
            _forget_dollars(matching.levels)
        at += 1
    if len(matching.levels) > 1:
        return None
    return Source(matching.tokens, matching.partner, matching.formulas)


def _tokens(text: str) -> Iterator[str]:
    for place, piece in enumerate(_URL.split(text)):
        if place % 2:
            yield piece
        else:
            yield from _TOKEN.findall(piece)


def _bracket(matching: _Matching, at: int) -> int:
    """Open or close a formula at a token; how many further tokens that took."""
    level = matching.levels[-1]
    token = matching.tokens[at]
    doubled = token == "$" and matching.tokens[at + 1 : at + 2] == ["$"]
    if level.closer == "$$" and doubled:
        matching.formulas[level.opener] = Formula(level.opener + 2, at, at + 2)
        level.closer = ""
        return 1
    if token.replace(" ", "") == level.closer and not _is_money(matching.tokens, level.opener, at):
        matching.formulas[level.opener] = Formula(level.opener + 1, at, at + 1)
        level.closer = ""
        return 0
    closer = "$$" if doubled else _closer_of(token)
    if closer:
        level.opener, level.closer = at, closer
    return int(doubled)


def _closer_of(token: str) -> str:
    if token == "$":
        return "$"
    environment = _MATHS_ENVIRONMENT.fullmatch(token)
    return f"\\end{environment[1]}" if environment else _CLOSERS.get(token, "")


def _is_money(tokens: list[str], opener: int, closer: int) -> bool:
    """Whether two dollar signs stand before sums, as in `from $5 to $10`."""
    if tokens[opener] != "$" or not tokens[opener + 1][0].isdigit():
        return False
    following = tokens[closer + 1][0] if closer + 1 < len(tokens) else ""
    return following.isdigit() or tokens[closer - 1][-1].isspace()


def _forget_dollars(levels: list[_Level]) -> None:
    """A formula between dollar signs ends with its paragraph at the latest."""
    for level in levels:
        if level.closer.startswith("$"):
            level.closer = ""
