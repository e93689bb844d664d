"""The lines a Daily Papers page has besides its papers, and what each of them says."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from tui_reader.dumps import fields

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:, ?\d{{4}}| \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?"
    r"|\d{4}-\d\d-\d\d)"
)
"""A day as the page prints it: `Mar 11`, `Feb 27, 2025`, `27 Feb 2025` or `2025-02-27`."""
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d+)?[kK]?"


class Kind(Enum):
    """What a line of the page's own says."""

    CHROME = auto()
    """Navigation, buttons, the byline: nothing about a paper."""
    LIST = auto()
    """The head of a list: what comes next is a paper."""
    DAY = auto()
    """A date alone on its line."""
    DETAIL = auto()
    """Something about the paper above: its authors, its date, a label."""
    DOT = auto()
    """The dot that stands behind a paper's authors or organisation."""
    NUMBER = auto()
    """A count alone on its line: votes, comments or stars."""
    VOTES = auto()
    """Votes that are called so."""
    SUBMITTER = auto()
    """`Submitted by`; the name stands on the next line."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the page's own."""

    kind: Kind
    date: str = ""
    """The date on it, as printed."""
    number: int | None = None


_CHROME = re.compile(
    r"new|get trending papers in your email inbox.{0,30}|subscribe|(?:daily|trending) papers"
    r"|(?:(?:daily|trending) papers)?\s*by\s*(?:AK)?\s*(?:and the research community)?"
    r"|AK|and the research community|daily papers - hugging face|hugging face"
    r"|(?:daily|weekly|monthly)(?:\s+(?:daily|weekly|monthly|trending(?: papers)?))*"
    r"|log ?in|sign ?up|arxiv(?: page)?|view arxiv page|(?:view )?pdf|github|project page"
    r"|upvotes?|comments?|community|models|datasets|spaces|buckets|docs|enterprise|pricing"
    r"|website|tasks|huggingchat|collections|languages|organizations|blog|posts|learn|discord"
    r"|forum|solutions|previous|next|today|yesterday|papers|search|menu|back to articles"
    r"|paper author|paper submitter|show more|load more|read more|tos|privacy|about|careers"
    r"|\[image[^\[\]]{0,80}\]|system theme|company|company tos",
    re.IGNORECASE,
)
_DOT = re.compile(r"[·•∙⋅]")
_JUNK = re.compile(r"[\W_]+")
_DAY = re.compile(_WEEKDAY + rf"({DATE})(?:\s*[-–—]\s*{DATE})?", re.IGNORECASE)
_WEEK = re.compile(r"week \d{1,2}(?:,? \d{4})?|(?:\d{4}-W\d\d)", re.IGNORECASE)
_NUMBER_LINE = re.compile(rf"(?:\[-\]|[-+▲△⬆↑👍⭐★]\ufe0f?)?\s*({_NUMBER})")
_VOTES = re.compile(rf"(?:upvotes?:?\s*({_NUMBER})|({_NUMBER})\s*upvotes?)", re.IGNORECASE)
_SUBMITTER = re.compile(r"submitted by:?", re.IGNORECASE)
_AUTHORS = re.compile(r"[\W_]*\d{1,5}\s*authors?[\W_]*(?:\]\(\S*)?", re.IGNORECASE)
_DETAIL = re.compile(
    rf"submitted by:?\s+\S.{{0,80}}|[\W_]*\d{{1,5}}\s*authors?\b.{{0,60}}"
    rf"|(?:github|arxiv page|upvote|project page|stars?|likes?|comments?)(?:[\s:·]+(?:{_NUMBER}))+"
    rf"|(?:{_NUMBER})\s*(?:comments?|stars?|likes?|replies)|published on .{{4,40}}",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:.{{0,80}}?[·•∙⋅]|published on|published)\s*({DATE})\b.{{0,40}}", re.IGNORECASE
)


def page_line(line: str) -> PageLine | None:
    """What a stripped line says if it is one of the page's own; None for what may be a paper's."""
    if len(line) > 160:
        return None
    if found := _NUMBER_LINE.fullmatch(line):
        return PageLine(Kind.NUMBER, number=_number(found[1]))
    if _DOT.fullmatch(line):
        return PageLine(Kind.DOT)
    if found := _DAY.fullmatch(line):
        return PageLine(Kind.DAY, date=found[1])
    if _WEEK.fullmatch(line):
        return PageLine(Kind.LIST)
    if _SUBMITTER.fullmatch(line):
        return PageLine(Kind.SUBMITTER)
    if found := _VOTES.fullmatch(line):
        return PageLine(Kind.VOTES, number=_number(found[1] or found[2]))
    if found := _DATED.fullmatch(line):
        return PageLine(Kind.DETAIL, date=found[1])
    if _AUTHORS.fullmatch(line) or _DETAIL.fullmatch(line):
        return PageLine(Kind.DETAIL)
    if _CHROME.fullmatch(line) or _JUNK.fullmatch(line):
        return PageLine(Kind.CHROME)
    return None


def full_date(printed: str, not_after: str = "") -> str:
    """A printed date as `YYYY-MM-DD`; empty if it has no year and nothing gives it one.

    Without a year it is the newest such day not after `not_after`, if that has its year.
    """
    if found := fields.day(printed):
        return found
    year = fields.year(not_after[:4])
    if not year:
        return ""
    days = (fields.day(f"{printed}, {year - back}") for back in range(9))
    return next((day for day in days if day and day <= not_after), "")


def _number(text: str) -> int:
    plain = text.replace(",", "")
    if plain[-1] in "kK":
        return int(float(plain[:-1]) * 1000)
    return int(float(plain))
