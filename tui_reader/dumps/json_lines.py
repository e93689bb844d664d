"""Layout: records of papers as JSON Lines or JSON, under the usual names (arXiv's snapshot too)."""

from collections.abc import Iterator

from tui_reader.dumps.json_records import DamagedRecord, as_object, looks_like_json, records
from tui_reader.dumps.json_values import Broken
from tui_reader.dumps.record_papers import paper_from
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper

looks_like = looks_like_json


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers of the source, and its damaged records."""
    for found in records(source):
        if isinstance(found, Broken):
            yield Problem(source.name, found.line, found.reason)
            continue
        try:
            yield paper_from(as_object(found.value), source.name, found.day)
        except DamagedRecord as reason:
            yield Problem(source.name, found.line, str(reason))
