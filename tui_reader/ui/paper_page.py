"""A paper as paragraphs: title, people, note, abstract, and every fact that is known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from tui_reader.annotation import Annotation, Status
from tui_reader.papers import Paper, Sighting
from tui_reader.text.tex import readable
from tui_reader.ui.glyphs import Glyphs
from tui_reader.ui.paragraphs import BLANK, TAG_ROLES, Paragraph, Role, Run

Hits = Callable[..., Sequence[tuple[int, int]]]
"""Given a text and the fields it comes from: the places that answer the query."""

LABEL_WIDTH = 10
LONGEST_ABSTRACT = 20_000
"""Characters read of an abstract; a page of more would be slow to show."""
LONGEST_LINE = 600
"""Characters shown of a title or a list of names in one piece."""


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How papers are to be shown."""

    glyphs: Glyphs
    tex: bool = False
    """Whether title and abstract are shown as written, with their TeX."""
    passages: bool = True
    """Whether rows of a search show the passage that answers, where nothing else in them does."""

    def text(self, source: str) -> str:
        """Title or other text as it is to be shown."""
        return source if self.tex else _readable(source)

    def abstract(self, paper: Paper) -> str:
        """The abstract as it is to be shown."""
        text = self.text(paper.abstract[:LONGEST_ABSTRACT])
        return text if len(paper.abstract) <= LONGEST_ABSTRACT else f"{text}{self.glyphs.more}"


@lru_cache(maxsize=1000)
def _readable(source: str) -> str:
    return readable(source)


def paper_page(
    paper: Paper, annotation: Annotation, style: PageStyle, hits: Hits
) -> tuple[Paragraph, ...]:
    """Everything known of a paper, ready to be wrapped."""
    return tuple(_page(paper, annotation, style, hits))


def _page(
    paper: Paper, annotation: Annotation, style: PageStyle, hits: Hits
) -> Iterator[Paragraph]:
    yield _searched(_cut(style.text(paper.title), style), "title", hits, "title")
    if paper.authors:
        names = _cut(", ".join(paper.authors), style, LONGEST_LINE * 4)
        yield _searched(names, "people", hits, "author")
    facts = _headline(paper, annotation, style)
    if facts:
        yield _searched(facts, "faint", hits, "venue")
    if annotation.tags or annotation.lists:
        yield _labels(annotation, style)
    yield BLANK
    if annotation.note:
        for line in annotation.note.split("\n"):
            yield Paragraph((Run(line, "note"),), margin=f"{style.glyphs.bar} ")
        yield BLANK
    yield from _abstract(paper, style, hits)
    if paper.summary:
        yield BLANK
        yield Paragraph((Run("In one sentence: ", "label"), Run(readable(paper.summary), "people")))
    yield BLANK
    yield from _facts(paper, hits)


def _labels(annotation: Annotation, style: PageStyle) -> Paragraph:
    """Tags, each in its own colour, and the reading lists it is in."""
    runs: list[Run] = []
    for tag in annotation.tags:
        role = TAG_ROLES[crc32(tag.casefold().encode()) % len(TAG_ROLES)]
        runs += [Run("  ")] if runs else []
        runs.append(Run(f"#{tag}", role))
    if annotation.lists:
        lists = ", ".join(name for name, _ in annotation.lists)
        lead = f" {style.glyphs.dot} " if runs else ""
        runs.append(Run(f"{lead}in {lists}", "faint"))
    return Paragraph(tuple(runs))


def _abstract(paper: Paper, style: PageStyle, hits: Hits) -> Iterator[Paragraph]:
    if not paper.abstract:
        yield Paragraph((Run("No abstract in the dump.", "faint"),))
        return
    for number, part in enumerate(style.abstract(paper).split("\n")):
        if number:
            yield BLANK
        yield _searched(part, "body", hits, "abstract")


def _headline(paper: Paper, annotation: Annotation, style: PageStyle) -> str:
    votes = f"{style.glyphs.votes} {paper.upvotes}" if paper.upvotes is not None else ""
    parts = (
        f"{style.glyphs.star} starred" if annotation.starred else "",
        _status(annotation.status, style),
        paper.date or (str(paper.year) if paper.year else ""),
        paper.venue,
        paper.organisation,
        votes,
    )
    return f" {style.glyphs.dot} ".join(part for part in parts if part)


def _status(status: Status, style: PageStyle) -> str:
    """How far the reader is; that a paper was looked at, or not, is seen in the list."""
    return f"{style.glyphs.status(status)} {status}" if status not in ("", "read") else ""


def _facts(paper: Paper, hits: Hits) -> Iterator[Paragraph]:
    seen = ", ".join(_sighting(sighting) for sighting in paper.seen)
    topics = ", ".join(paper.keywords)
    for label, value, *fields in (
        ("Id", str(paper.id)),
        ("DOI", paper.doi if not paper.id.startswith("doi:") else ""),
        ("Keywords", topics, "keyword"),
        ("Subjects", " ".join(paper.categories), "keyword"),
        ("Seen", seen),
        ("Page", paper.url),
        ("PDF", paper.pdf),
        ("Code", paper.code),
        ("Project", paper.project),
    ):
        if value:
            yield _fact(label, value, hits(value, *fields) if fields else ())


def _fact(label: str, value: str, hits: Sequence[tuple[int, int]]) -> Paragraph:
    head = label.ljust(LABEL_WIDTH)
    moved = tuple((start + len(head), end + len(head)) for start, end in hits)
    return Paragraph((Run(head, "label"), Run(value, "value")), moved, hanging=LABEL_WIDTH)


def _sighting(sighting: Sighting) -> str:
    return f"{sighting.dump} ({sighting.day})" if sighting.day else sighting.dump


def _searched(text: str, role: Role, hits: Hits, *fields: str) -> Paragraph:
    return Paragraph((Run(text, role),), tuple(hits(text, *fields)))


def _cut(text: str, style: PageStyle, longest: int = LONGEST_LINE) -> str:
    return text if len(text) <= longest else f"{text[:longest]}{style.glyphs.more}"
