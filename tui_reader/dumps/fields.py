"""Raw values from dumps as fields of a Paper: text cleaned, numbers and dates never trusted."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from email.utils import parsedate_to_datetime
from itertools import islice

from tui_reader.text.clean import clean
from tui_reader.text.urls import checked_url

MAX_TITLE = 2_000
MAX_NAMES = 5_000
"""Most names, keywords or categories of one paper."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GAP = re.compile(r"\n[ ]*(?:\n[ ]*)+")
_ISO_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ].*)?", re.DOTALL)
_COMPACT_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_NAMED_DAY = re.compile(
    rf"(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)})[a-z]*\.?(?: (\d{{1,2}}))?(?:,? (\d{{4}}))?",
    re.IGNORECASE,
)
_REPOSITORY = re.compile(
    r"https?://(?:www\.)?github\.com/[\w.-]{1,100}/[\w.-]{0,100}\w(?![\w.-]{0,100}-(?:\s|$))"
)
_STATED_CODE = re.compile(r"\bcode\s*:\s*(?=https?://)", re.IGNORECASE)


def one_line(value: object, limit: int = MAX_TITLE) -> str:
    """A string (or number) as clean text on one line; empty for anything else."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value) if abs(value) < 1e15 else ""
    return clean(value, multiline=False, limit=limit) if isinstance(value, str) else ""


def paragraphs(value: object) -> str:
    """Hard-wrapped text with its lines joined; blank lines between paragraphs become one LF."""
    if not isinstance(value, str):
        return ""
    text = clean(value).strip()
    if "\n" not in text:
        return text
    return "\n".join(
        " ".join(line.strip() for line in part.split("\n")) for part in _GAP.split(text)
    )


def day(value: object) -> str:
    """A date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty where it is no date."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if 1000 <= value <= 3000 else ""
    if not isinstance(value, str) or not 4 <= len(text := value.strip()) <= 60:
        return ""
    found = _ISO_DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text)
    if found:
        return _valid(found[1], found[2], found[3])
    if found := _NAMED_DAY.fullmatch(text):
        month = str(_MONTHS.index(found[2].lower()) + 1)
        return _valid(found[4], month, found[1] or found[3]) if found[4] else ""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""


def _valid(year: str, month: str | None, number: str | None) -> str:
    """The parts of a date put together, as far as they name a real one."""
    if not 1000 <= int(year) <= 3000:
        return ""
    if not month:
        return f"{int(year):04}"
    try:
        found = date(int(year), int(month), int(number or 1)).isoformat()
    except ValueError:
        return ""
    return found if number else found[:7]


def year(value: object) -> int | None:
    """A year between 1000 and 3000; None for anything else."""
    if isinstance(value, str):
        value = value.strip()
        value = int(value) if len(value) == 4 and value.isascii() and value.isdigit() else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 1000 <= value <= 3000 else None


def count(value: object) -> int | None:
    """A number of votes; None where it is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value < 10**9 else None


def url(value: object) -> str:
    """A checked web address, the first of several; empty where none is safe to open."""
    if isinstance(value, dict):
        value = value.get("url")
    return checked_url(value.split("; ", 1)[0]) if isinstance(value, str) and value else ""


def names(value: object, keys: tuple[str, ...] = ("name",)) -> tuple[str, ...]:
    """The strings of a list, also those under one of `keys` in its objects, each clean and once."""
    if not isinstance(value, list | tuple):
        return ()
    if (plain := plain_names(value)) is not None:
        return plain
    found = (_named(item, keys) for item in islice(value, MAX_NAMES))
    flat = [" ".join(name.split()) for name in found if name]
    cleaned = clean("\n".join(flat)).split("\n") if flat else []
    return tuple(dict.fromkeys(name for part in cleaned if (name := part.strip()[:MAX_TITLE])))


def plain_names(value: Sequence[object]) -> tuple[str, ...] | None:
    """The strings of a list where nothing is to be changed about them; None where something is."""
    try:
        text = "\n".join(value)  # type: ignore[arg-type] # what is no string is caught below
    except TypeError:
        return None
    if len(text) > MAX_TITLE or text.count("\n") >= max(len(value), 1) or clean(text) != text:
        return None
    # What is clean has no other white space than this.
    if " \n" in text or "\n " in text or "  " in text or text.strip() != text:
        return None
    return tuple(filter(None, dict.fromkeys(text.split("\n"))))


def _named(item: object, keys: Iterable[str]) -> str:
    if isinstance(item, dict):
        item = next((item[key] for key in keys if item.get(key)), "")
    return item if isinstance(item, str) else ""


def keywords(value: object) -> tuple[str, ...]:
    """Keywords from a list or from a string with commas or semicolons."""
    if isinstance(value, str):
        value = re.split(r"[;\n]" if ";" in value else r"[,\n]", value)
    return names(value, ("display_name", "name", "keyword", "category"))


def repository(text: str) -> str:
    """The GitHub repository a text calls its code, or the only one it names; else empty."""
    if "github.com/" not in text:
        return ""
    for stated in _STATED_CODE.finditer(text):
        if found := _REPOSITORY.match(text, stated.end()):
            return checked_url(found[0])
    every = set(_REPOSITORY.findall(text))
    return checked_url(every.pop()) if len(every) == 1 else ""
