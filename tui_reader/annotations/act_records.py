"""Acts as lines of JSON, in the journal and in the history: written whole, read with suspicion."""

import json
from datetime import datetime
from typing import Any, get_args

from tui_reader.annotation import Act, Change, Field, Kind
from tui_reader.annotations.tidying import tidied
from tui_reader.errors import PaperReadError
from tui_reader.papers import PaperId

_FIELDS: tuple[Field, ...] = get_args(Field)
_KINDS: tuple[Kind, ...] = get_args(Kind)


def record_of(act: Act) -> dict[str, object]:
    """An act as plain values."""
    record: dict[str, object] = {"act": act.id, "at": act.at, "kind": act.kind, "run": act.run}
    if act.of:
        record["of"] = act.of
    record["changes"] = [_change_record(change) for change in act.changes]
    return record


def _change_record(change: Change) -> dict[str, str]:
    record = {"id": str(change.id), "title": change.title, "field": str(change.field)}
    if change.name:
        record["name"] = change.name
    return {**record, "old": change.old, "new": change.new}


def act_of(record: dict[str, Any]) -> Act:
    """The act in a record. Raises KeyError, ValueError or TypeError where it makes no sense."""
    at = _text(record["at"])
    datetime.fromisoformat(at)
    kind = _KINDS[_KINDS.index(record["kind"])]
    name, run, of = _mark(record["act"]), _mark(record["run"]), _mark(record.get("of", ""))
    try:
        changes = tuple(tidied(_change(change, at), at) for change in record["changes"])
    except PaperReadError as error:
        raise ValueError(str(error)) from error
    return Act(changes, name, at, kind, of, run)


def _change(record: dict[str, Any], at: str) -> Change:
    return Change(
        PaperId(_text(record["id"])),
        _text(record["title"]),
        _FIELDS[_FIELDS.index(record["field"])],
        _text(record["old"]),
        _text(record["new"]),
        at,
        _text(record.get("name", "")),
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
