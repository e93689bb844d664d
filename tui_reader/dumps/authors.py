"""Author names as dumps write them: lists, objects, or one string in one of several styles."""

import re

from tui_reader.dumps.fields import MAX_NAMES, MAX_TITLE, names, plain_names

_NAME_KEYS = ("name", "fullname", "display_name", "literal")
_AND = re.compile(r",?\s+(?:and|&)\s+")
_AFFILIATION = re.compile(r" ?\([^()]*\)")
_MAX_STRING = 200_000


def authors(value: object) -> tuple[str, ...]:
    """Names from a list of strings or objects, or from one string. Anything else gives none."""
    if isinstance(value, str):
        return names(_split(value[:_MAX_STRING]))
    if not isinstance(value, list | tuple):
        return ()
    if (plain := plain_names(value)) is not None:
        return plain
    return names([_person(item) for item in value[:MAX_NAMES]])


def parsed_authors(value: object) -> tuple[str, ...]:
    """Names from arXiv's `[[last, first, suffix], …]`."""
    if not isinstance(value, list):
        return ()
    return names([_turned(item) for item in value[:MAX_NAMES] if isinstance(item, list)])


def _turned(parts: list[object]) -> str:
    last, first, suffix = [*(part if isinstance(part, str) else "" for part in parts), "", "", ""][
        :3
    ]
    return " ".join(part for part in (first, last, suffix) if part)


def _person(item: object) -> str:
    """One author as a string; empty for an author who is hidden or has no name."""
    if not isinstance(item, dict):
        return item[:MAX_TITLE] if isinstance(item, str) else ""
    if item.get("hidden") is True:
        return ""
    if isinstance(inner := item.get("author"), dict):
        item = inner
    for key in _NAME_KEYS:
        if isinstance(name := item.get(key), str) and name:
            return name[:MAX_TITLE]
    given = item.get("given") or item.get("first")
    family = item.get("family") or item.get("last")
    return _turned([family, given])


def _split(text: str) -> list[str]:
    """The names in one string: `A and B`, `A, B and C`, `Last, First and Last, First`, `A; B`."""
    text = _without_affiliations(" ".join(text.split()))
    if ";" in text:
        return [_upright(part) for part in text.split(";")]
    parts = _AND.split(text)
    inverted = all(part.count(",") == 1 for part in parts)
    if inverted and (len(parts) > 1 or _is_inverted(parts[0])):
        return [_upright(part) for part in parts]
    return [name for part in parts for name in part.split(",")]


def _is_inverted(name: str) -> bool:
    """Whether one name with a comma is `Last, First` rather than two authors."""
    last, first = name.split(",")
    return " " not in last.strip() and len(first.split()) <= 3 and not _looks_full(first)


def _looks_full(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and not words[-1].endswith(".") and len(words[-1]) > 1


def _upright(name: str) -> str:
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name.strip(" ,")


def _without_affiliations(text: str) -> str:
    """The string without parentheses, the innermost first, a few levels deep."""
    for _ in range(4):
        shorter = _AFFILIATION.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text
