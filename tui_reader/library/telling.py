"""Steps of the reader's in words: `tagged rag · 3 papers`, `starred · A Title`."""

import re
from collections.abc import Sequence

from tui_reader.annotation import Change
from tui_reader.text.clean import clean
from tui_reader.text.tex import readable

MOST = 3
"""Different deeds of one step that are named."""

_WORD = re.compile(r"[\w.+-]+")
_STATUSES = {
    "": "marked as unread",
    "read": "marked as read",
    "to read": "marked as to read",
    "reading": "marked as being read",
    "skipped": "skipped",
    "done": "marked as done",
}


def told(step: Sequence[Change], dot: str = "·", among: int = 0) -> str:
    """What a step did, and to what: a paper by its title, several by their number.

    `among` how many papers, where the step was meant for more than it was done to.
    """
    if not step:
        return "nothing"
    deeds = list(dict.fromkeys(_of_all(step) or map(_deed, step)))
    said = ", ".join(deeds[:MOST]) + (" and more" if len(deeds) > MOST else "")
    papers = {change.id: change.title for change in step if change.id}
    if not papers:
        return said
    if among > len(papers):
        return f"{said} {dot} {len(papers):,} of {among:,} papers"
    title = next(iter(papers.values()))
    about = (
        readable(title) or clean(next(iter(papers)), multiline=False)
        if len(papers) == 1
        else f"{len(papers):,} papers"
    )
    return f"{said} {dot} {about}"


def _of_all(step: Sequence[Change]) -> list[str]:
    """A list's or search's new name, or its end: one deed that changes all that is said of it."""
    for field, what in (("created", "list"), ("query", "search")):
        begun = [change.name for change in step if change.field == field and not change.old]
        ended = [change.name for change in step if change.field == field and not change.new]
        if begun and ended:
            return [f"{what} {_called(ended[0])} renamed to {_called(begun[0])}"]
        if len(ended) == 1 and {change.name for change in step} == {*ended}:
            return [f"{what} {_called(ended[0])} given up"]
    return []


def _deed(change: Change) -> str:
    name, old, new = _called(change.name), change.old, change.new
    match change.field:
        case "star":
            return "starred" if new else "star taken away"
        case "status":
            return _STATUSES.get(new, new)
        case "note":
            return ("note changed" if old else "note written") if new else "note removed"
        case "tag":
            return f"tagged {name}" if new else f"no longer tagged {name}"
        case "list":
            if old and new:
                return f"moved in {name}"
            return f"added to {name}" if new else f"taken out of {name}"
        case "created":
            return f"list {name} begun" if new else f"list {name} given up"
        case "description":
            return f"list {name} described" if new else f"description of {name} taken away"
        case "query":
            return f"search {name} {'given up' if not new else 'changed' if old else 'saved'}"


def _called(name: str) -> str:
    """A name as part of a sentence."""
    return name if _WORD.fullmatch(name) else f'"{name}"'
