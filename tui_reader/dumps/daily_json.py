"""Layout: Daily Papers as the site's API gives them, one JSON list for a day."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from tui_reader.dumps import fields
from tui_reader.dumps.json_records import (
    DamagedRecord,
    Record,
    as_object,
    looks_like_json,
    records,
)
from tui_reader.dumps.json_values import Broken
from tui_reader.dumps.python_text import python_value
from tui_reader.dumps.record_papers import paper_from
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper

_MARKS = re.compile(
    r"""["'](?:paper|papers)["']\s*:\s*[{\[]"""
    r"""|["'](?:discussionId|submittedOnDailyAt|ai_keywords|ai_summary|githubRepo)["']\s*:"""
)
_ZONES = timedelta(hours=15)


def looks_like(head: str) -> bool:
    """Whether the text is JSON with the names the Daily Papers site uses."""
    return bool(_MARKS.search(head)) and looks_like_json(head)


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers of the source, and its damaged records."""
    for found in records(source):
        if isinstance(found, Broken):
            yield Problem(source.name, found.line, found.reason)
            continue
        try:
            text = isinstance(found.value, str)
            record = as_object(python_value(str(found.value)) if text else found.value)
            yield _paper(record, found.day, source)
        except DamagedRecord as reason:
            yield Problem(source.name, found.line, str(reason))


def _paper(item: Record, day: str, source: Source) -> Paper:
    """The paper of an item; the item's own title and summary stand in where the paper's lack."""
    inner = item.get("paper")
    if not isinstance(inner, dict):
        return paper_from(item, source.name, day or _listed(item, {}, source))
    given = {key: value for key, value in inner.items() if value}
    own = {key: item.get(key) for key in ("title", "summary")}
    record = {**own, "organization": item.get("organization"), **given}
    return paper_from(record, source.name, day or _listed(inner, item, source))


def _listed(paper: Record, item: Record, source: Source) -> str:
    """The day the list is of.

    The item's `publishedAt` is that day in older files; in newer ones it is the paper's own
    date in another time zone and tells nothing.
    """
    submitted = fields.day(paper.get("submittedOnDailyAt"))
    if submitted or source.day:
        return submitted or source.day
    listed, published = item.get("publishedAt"), paper.get("publishedAt")
    return "" if _same_moment(listed, published) else fields.day(listed)


def _same_moment(one: object, other: object) -> bool:
    """Whether two times differ by whole hours, as time zones do."""
    try:
        apart = datetime.fromisoformat(str(one)) - datetime.fromisoformat(str(other))
    except (ValueError, TypeError, OverflowError):
        return False
    return abs(apart) <= _ZONES and apart.total_seconds() % 3600 == 0
