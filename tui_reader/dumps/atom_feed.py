"""Layout: an Atom feed, as arXiv's API answers. Only entries are parsed, never a document type."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from tui_reader.dumps.citations import cited_paper
from tui_reader.dumps.fields import one_line
from tui_reader.dumps.json_records import DamagedRecord
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.files.lines import MAX_LINE
from tui_reader.papers import Paper

_FEED = re.compile(r"<(?:\w{1,40}:)?feed\s[^<>]*http://www\.w3\.org/2005/Atom")
_TAG = re.compile(r"<(?P<end>/)?(?:\w{1,40}:)?entry(?(end)\s{0,9}>|(?=[\s/>]))")
MAX_ENTRY = 2 << 20
"""Characters of one entry."""
_ERROR = "/api/errors"


@dataclass(slots=True)
class _Draft:
    """What the entry being parsed has said so far."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    """By the name of an element, an author's inside `author/`, the texts found in it."""
    links: list[dict[str, str]] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    _path: list[str] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = name.rpartition(":")[2]
        self._path.append(local)
        if len(self._path) == 2 or self._path[1:2] == ["author"]:
            self._said.clear()
        if len(self._path) == 2 and local == "link":
            self.links.append(attributes)
        if len(self._path) == 2 and local in {"category", "primary_category"}:
            first = 0 if local == "primary_category" else len(self.categories)
            self.categories.insert(first, attributes.get("term", ""))

    def says(self, text: str) -> None:
        """Text inside an element."""
        self._said.append(text)

    def closes(self, _name: str) -> None:
        """An element ends."""
        author = len(self._path) == 3 and self._path[1] == "author"
        if len(self._path) == 2 or author:
            self.texts.setdefault("/".join(self._path[1:]), []).append("".join(self._said))
        self._path.pop()

    def first(self, name: str) -> str:
        """The first text of an element; empty without one."""
        return next(iter(self.texts.get(name, ())), "").strip()

    def link(self, name: str, value: str) -> str:
        """The address of the first link with this attribute; empty without one."""
        return next((one.get("href", "") for one in self.links if one.get(name) == value), "")


def looks_like(head: str) -> bool:
    """Whether the text is XML that opens an Atom feed."""
    return head.lstrip("\ufeff \t\n").startswith("<") and bool(_FEED.search(head))


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers of the feed's entries; each is parsed alone, so a broken one costs itself."""
    for entry in _entries(source):
        if isinstance(entry, Problem):
            yield entry
            continue
        line, text = entry
        try:
            yield _paper(_parsed(text), source)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            at = line + error.lineno - 1
            yield Problem(source.name, line, f"the entry is no XML: {reason} on line {at}")
        except DamagedRecord as reason:
            yield Problem(source.name, line, str(reason))


def _entries(source: Source) -> Iterator[tuple[int, str] | Problem]:
    """The text of each entry with its first line's number."""
    first, size = 0, 0
    kept: list[str] = []
    for number, line in source.lines():
        if line is None:
            yield Problem(source.name, number, f"the line is longer than {MAX_LINE >> 20} MB")
        text, at = line or "", 0
        for tag in _TAG.finditer(text):
            if not tag["end"]:
                if first:
                    yield Problem(source.name, first, "the entry is not closed")
                first, size, kept, at = number, 0, [], tag.start()
            elif first:
                if size + tag.end() - at > MAX_ENTRY:
                    reason = f"the entry is longer than {MAX_ENTRY >> 20} MB"
                    yield Problem(source.name, first, reason)
                else:
                    yield first, "\n".join([*kept, text[at : tag.end()]])
                first = 0
        if first and size <= MAX_ENTRY:
            kept.append(text[at:])
            size += len(text) - at + 1
    if first:
        reason = "the entry is not closed; the file may have been cut off"
        yield Problem(source.name, first, reason)


def _parsed(text: str) -> _Draft:
    """What an entry says. Raises ExpatError where it is no well-formed XML."""
    draft = _Draft()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = draft.opens
    parser.CharacterDataHandler = draft.says
    parser.EndElementHandler = draft.closes
    parser.Parse(text.encode("utf-8", "replace"), True)
    return draft


def _paper(entry: _Draft, source: Source) -> Paper:
    name = entry.first("id")
    if _ERROR in name:
        said = one_line(entry.first("summary"), 200)
        raise DamagedRecord(f"the entry is an error of arXiv's: {said}")
    return cited_paper(
        source,
        title=entry.first("title"),
        abstract=entry.first("summary"),
        authors=entry.texts.get("author/name", ()),
        dates=(entry.first("published"), entry.first("updated")),
        venue=entry.first("journal_ref"),
        doi=entry.first("doi"),
        arxiv=(name,),
        addresses=(entry.link("rel", "alternate"),),
        pdf=entry.link("title", "pdf") or entry.link("type", "application/pdf"),
        categories=entry.categories,
    )
