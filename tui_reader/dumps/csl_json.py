"""Layout: CSL-JSON, as Zotero, Pandoc and citation processors write it."""

import re
from collections.abc import Iterator, Mapping

from tui_reader.dumps.citations import cited_paper, dates_of
from tui_reader.dumps.fields import MAX_NAMES, one_line
from tui_reader.dumps.json_records import (
    DamagedRecord,
    Record,
    as_object,
    looks_like_json,
    records,
)
from tui_reader.dumps.json_values import Broken
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper

_MARKS = re.compile(
    r'"(?:issued|accessed)"\s{0,99}:\s{0,99}\{\s{0,99}"(?:date-parts|literal|raw|string|season)"'
    r'|"(?:container-title|citation-key|citation-label)"\s{0,99}:'
    r'|"type"\s{0,99}:\s{0,99}"(?:article-(?:journal|magazine|newspaper)|paper-conference)"'
)
_TAG = re.compile(r"</?(?:jats:)?(?:p|title|sec|italic|bold|sub|sup|i|b)>")


def looks_like(head: str) -> bool:
    """Whether the text is JSON with the names that only CSL has."""
    return bool(_MARKS.search(head)) and looks_like_json(head)


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers of the items, and the items that cannot be read."""
    for found in records(source):
        if isinstance(found, Broken):
            yield Problem(source.name, found.line, found.reason)
            continue
        try:
            yield _paper(as_object(found.value), source)
        except DamagedRecord as reason:
            yield Problem(source.name, found.line, str(reason))


def _paper(item: Record, source: Source) -> Paper:
    return cited_paper(
        source,
        title=_text(item, "title"),
        abstract=_TAG.sub("", _text(item, "abstract")),
        authors=_people(item.get("author")),
        dates=_dates(item.get("issued")),
        venue=_text(item, "container-title") or _text(item, "event-title"),
        doi=_text(item, "DOI"),
        arxiv=(_text(item, "number"), _text(item, "archive_location")),
        addresses=(_text(item, "URL"),),
        keywords=_text(item, "keyword"),
        categories=_names(item.get("categories")),
    )


def _text(item: Record, name: str) -> str:
    """A value that is text, or the first text of a list."""
    value = item.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else ""


def _names(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _people(value: object) -> list[str]:
    if not isinstance(value, list):
        return []
    return [_person(one) for one in value[:MAX_NAMES] if isinstance(one, dict)]


def _person(name: Mapping[str, object]) -> str:
    """A name as it is said; a literal one as it is given."""
    if literal := one_line(name.get("literal") or name.get("name")):
        return literal
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(filter(None, (one_line(name.get(part)) for part in parts)))


def _dates(issued: object) -> tuple[str, ...]:
    """Ways to read a date, the most exact first."""
    if not isinstance(issued, dict):
        return (issued,) if isinstance(issued, str) else ()
    written = tuple(one_line(issued.get(name)) for name in ("raw", "literal", "string"))
    ranges = issued.get("date-parts")
    begin = ranges[0] if isinstance(ranges, list) and ranges else None
    if not isinstance(begin, list):
        return written
    year, month, number = [*(one_line(part) for part in begin[:3]), "", "", ""][:3]
    return (*dates_of(year, month, number), *written)
