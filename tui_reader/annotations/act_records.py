"""Acts as lines of JSON, in the journal and in the history: written whole, read with suspicion."""

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, get_args

from tui_reader.annotation import Act, Change, Field, Kind
from tui_reader.annotations.tidying import tidied
from tui_reader.errors import PaperReadError
from tui_reader.papers import PaperId

_FIELDS: tuple[Field, ...] = get_args(Field)
_KINDS: tuple[Kind, ...] = get_args(Kind)


def record_of(act: Act) -> dict[str, object]:
    """An act as plain values; what many papers have in common is written once."""
    record: dict[str, object] = {"act": act.id, "at": act.at, "kind": act.kind, "run": act.run}
    if act.of:
        record["of"] = act.of
    record["changes"] = [
        [*common, [[change.id, change.title] for change in alike]]
        for common, alike in groupby(act.changes, _common)
    ]
    return record


def _common(change: Change) -> tuple[str, str, str, str]:
    return change.field, change.name, change.old, change.new


def act_of(record: dict[str, Any]) -> Act:
    """The act in a record. Raises KeyError, ValueError or TypeError where it makes no sense."""
    at = _text(record["at"])
    datetime.fromisoformat(at)
    kind = _KINDS[_KINDS.index(record["kind"])]
    name, run, of = _mark(record["act"]), _mark(record["run"]), _mark(record.get("of", ""))
    try:
        changes = tuple(tidied(change, at) for change in _changes(record["changes"], at))
    except PaperReadError as error:
        raise ValueError(str(error)) from error
    return Act(changes, name, at, kind, of, run)


def _changes(alike: list[Any], at: str) -> Iterator[Change]:
    for field, name, old, new, papers in alike:
        known = _FIELDS[_FIELDS.index(field)]
        for paper, title in papers:
            yield Change(
                PaperId(_text(paper)), _text(title), known, _text(old), _text(new), at, _text(name)
            )


def _mark(value: object) -> str:
    mark = _text(value)
    if not (mark.isascii() and mark.isprintable()):
        raise ValueError("not a mark of ours")
    return mark


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def line_of(record: dict[str, object]) -> bytes:
    """A record as a line."""
    return json.dumps(record, separators=(",", ":")).encode() + b"\n"
