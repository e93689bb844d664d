"""Layout: arXiv's listing e-mail, as its text or as a saved message."""

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tui_reader.dumps import fields
from tui_reader.dumps.authors import authors
from tui_reader.dumps.citations import cited_paper
from tui_reader.dumps.json_records import DamagedRecord
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.files.lines import MAX_LINE
from tui_reader.papers import Paper
from tui_reader.text.tex import readable

_LISTING = re.compile(r"^\\\\[ \t]*\n(?:arXiv|Paper):[ \t]*\S", re.MULTILINE)
_QUOTED = re.compile(r"^Content-Transfer-Encoding:[ \t]*quoted-printable", re.MULTILINE | re.I)
_RULE = re.compile(r"(?:-{60,}+|%(?:-{1,3}%|%-{1,3}%?){5,}[%-]*+)\s*")
_ID = re.compile(r"(?:arXiv|Paper):\s*(\S{1,60}).*")
_KEY = re.compile(r"([A-Z][A-Za-z-]{1,20}(?: \([^()]{1,30}\))?):[ \t]*(.*)")
_MAIL_DATE = re.compile(r"^Date:[ \t]*([^\n]{8,60})$", re.MULTILINE)
_SIZE = re.compile(r"\s*\([^()]*\)\s*$")
MAX_BLOCK = 2 << 20
"""Characters of one block that are kept."""


@dataclass(slots=True)
class _Block:
    """One submission as listed: what stands in front of its first `\\\\` and behind it."""

    line: int
    arxiv: str
    head: list[str] = field(default_factory=list)
    abstract: list[str] = field(default_factory=list)
    parts: int = 0
    """0 in the head, 1 in the abstract, 2 and more behind both."""
    size: int = 0

    def add(self, line: str) -> None:
        """One more line."""
        self.size += len(line) + 50
        if self.size <= MAX_BLOCK and self.parts < 2:
            (self.abstract if self.parts else self.head).append(line)

    def values(self) -> dict[str, str]:
        """The head's values by name, wrapped lines joined; of a repeated name the first."""
        found: dict[str, list[str]] = {}
        last: list[str] = []
        for line in self.head:
            if line[:1].isspace():
                last.append(line.strip())
            elif key := _KEY.fullmatch(line.rstrip()):
                last = [key[2]]
                found.setdefault(key[1].partition(" ")[0].lower(), last)
        return {name: " ".join(lines) for name, lines in found.items()}


def looks_like(head: str) -> bool:
    """Whether the text has a submission in the shape in which arXiv mails them."""
    return bool(_LISTING.search(head))


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers listed, each once for every time it is: as new, cross-listed or replaced."""
    mailed = _MAIL_DATE.search(source.head.partition("\n\\\\")[0])
    day = fields.day(mailed[1]) if mailed else ""
    lines: Iterable[tuple[int, str | None]] = source.lines()
    if _QUOTED.search(source.head):
        lines = _unquoted(lines)
    for block in _blocks(lines):
        if isinstance(block, int):
            yield Problem(source.name, block, f"the line is longer than {MAX_LINE >> 20} MB")
            continue
        try:
            yield _paper(block, source, day)
        except DamagedRecord as reason:
            yield Problem(source.name, block.line, str(reason))


def _blocks(lines: Iterable[tuple[int, str | None]]) -> Iterator[_Block | int]:
    """The submissions; the number of a line in place of one that is too long."""
    block: _Block | None = None
    opened = False
    for number, line in lines:
        if line is None:
            yield number
            continue
        name = _ID.fullmatch(line) if opened else None
        ends = line.startswith("\\\\")
        if block and (name or _RULE.fullmatch(line)):
            yield block
            block = None
        if name:
            block = _Block(number, name[1])
        elif block and ends:
            block.parts += 1 if line.rstrip() == "\\\\" else 2
        elif block:
            block.add(line)
        opened = ends or (opened and not line.strip())
    if block:
        yield block


def _unquoted(lines: Iterable[tuple[int, str | None]]) -> Iterator[tuple[int, str | None]]:
    """The lines of a quoted-printable message, decoded; those it had broken are joined."""
    first, kept, size = 0, [""], 0
    for number, line in lines:
        if line is None:
            yield number, None
            continue
        first = first or number
        size += len(line)
        soft = line.endswith("=") and size <= MAX_BLOCK
        kept.append(line[:-1] if soft else line)
        if not soft:
            text = "".join(kept).encode("utf-8", "replace")
            yield first, quopri.decodestring(text).decode("utf-8", "replace")
            first, kept, size = 0, [], 0
    if first:
        yield first, "".join(kept)


def _paper(block: _Block, source: Source, day: str) -> Paper:
    """The paper of a block. The day of a replacement is not that of the paper."""
    given = block.values()
    return cited_paper(
        source,
        title=given.get("title", ""),
        abstract="\n".join(line.strip() for line in block.abstract).strip(),
        authors=authors(readable(given.get("authors") or given.get("author", ""))),
        dates=(_SIZE.sub("", given.get("date", "")[:100]),),
        venue=readable(given.get("journal-ref", "")),
        doi=given.get("doi", "").partition(" ")[0],
        arxiv=(block.arxiv,),
        categories=given.get("categories", ""),
        day=source.day or day,
    )
