"""Layout: a RIS file, as reference managers and publishers write it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui_reader.dumps.citations import FRONT, cited_paper, filled_lines, upright
from tui_reader.dumps.fields import MAX_NAMES
from tui_reader.dumps.json_records import DamagedRecord
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.files.lines import MAX_LINE
from tui_reader.papers import Paper

_FIRST_LINE = re.compile(r"^[\ufeff \t]*TY {1,2}-[ \t]{0,9}[A-Z]{2,12}[ \t]*$", re.MULTILINE)
_TAGGED = re.compile(r"[\ufeff \t]*([A-Z][A-Z0-9]) {1,2}-(?:[ \t](.*))?", re.DOTALL)
_DATE = re.compile(r"(\d{4})(?:[/-](\d{1,2})?)?(?:[/-](\d{1,2})?)?(?:[/-].*)?", re.DOTALL)
_LISTED = re.compile(r"[;\n]")
MAX_ENTRY = 2 << 20
"""Characters of one entry that are kept."""


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are read."""

    line: int
    values: dict[str, list[list[str]]] = field(default_factory=dict)
    """By tag its values, each as the lines it was written on."""
    size: int = 0
    last: list[str] | None = None

    def add(self, tag: str, text: str) -> None:
        """A value of its own."""
        listed = self.values.setdefault(tag, [])
        self.last = [text]
        if self.size <= MAX_ENTRY and len(listed) < MAX_NAMES:
            listed.append(self.last)
            self.size += len(text) + 50

    def go_on(self, text: str) -> None:
        """One more line of the value before it."""
        if self.last is not None and self.size <= MAX_ENTRY:
            self.last.append(text)
            self.size += len(text) + 50

    def all(self, *tags: str) -> list[str]:
        """The values of these tags, tag by tag."""
        return ["\n".join(lines).strip() for tag in tags for lines in self.values.get(tag, ())]

    def each(self, *tags: str) -> list[str]:
        """What these values list, one on a line or between semicolons."""
        return [one.strip() for value in self.all(*tags) for one in _LISTED.split(value)]

    def first(self, *tags: str) -> str:
        """The first of these values that is not empty."""
        return next(filter(None, self.all(*tags)), "")


def looks_like(head: str) -> bool:
    """Whether the text begins with the type of a RIS entry, but for a few words."""
    found = _FIRST_LINE.search(head)
    return filled_lines(head[: found.start()]) <= FRONT if found else False


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers of the entries; one ends with `ER`, where the next begins, or with the file."""
    draft: _Draft | None = None
    for number, line in source.lines():
        if line is None:
            yield Problem(source.name, number, f"the line is longer than {MAX_LINE >> 20} MB")
            continue
        tagged = _TAGGED.fullmatch(line)
        tag = tagged[1] if tagged else ""
        if tag in {"TY", "ER"}:
            if draft:
                yield _read(draft, source)
            draft = _Draft(number) if tag == "TY" else None
        elif tagged:
            draft = draft or _Draft(number)
            draft.add(tag, tagged[2] or "")
        elif draft:
            draft.go_on(line)
    if draft:
        yield _read(draft, source)


def _read(draft: _Draft, source: Source) -> Paper | Problem:
    try:
        return cited_paper(
            source,
            title=draft.first("TI", "T1", "CT", "BT"),
            abstract=draft.first("AB", "N2"),
            authors=[upright(name) for name in draft.all("AU", "A1")],
            dates=[date for value in draft.all("DA", "PY", "Y1") for date in _dates(value)],
            venue=draft.first("JO", "JF", "T2", "JA", "J2"),
            doi=draft.first("DO"),
            addresses=draft.each("UR", "LK", "L2"),
            pdf=next(iter(draft.each("L1")), ""),
            keywords=draft.each("KW"),
        )
    except DamagedRecord as reason:
        return Problem(source.name, draft.line, str(reason))


def _dates(value: str) -> tuple[str, ...]:
    """Ways to read `2024/03/11/`, `2024///` and other dates, the most exact first."""
    found = _DATE.fullmatch(value.strip())
    if not found:
        return (value,)
    year, month, number = found.groups()
    whole = (f"{year}-{month}-{number}",) if month and number else ()
    return (*whole, *((f"{year}-{month}",) if month else ()), year)
