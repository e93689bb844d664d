"""A paper as plain values under names that dumps use, so that what is exported is a dump again."""

import json

from tui_reader.annotation import STARRED
from tui_reader.exports.entries import Entry
from tui_reader.text.clean import clean


def as_json(entry: Entry, *, indent: int | None = None) -> str:
    """All of a paper and what the reader said of it; the same fields for every paper.

    Texts stand as the dump had them, TeX and all; `null` is what is not known.
    """
    return json.dumps(_fields(entry), ensure_ascii=False, indent=indent)


def _fields(entry: Entry) -> dict[str, object]:
    paper, said = entry.paper, entry.said
    return {
        "id": _line(paper.id),
        "title": _line(paper.title) or "",
        # In a dump a line break may be a mere wrap; a blank line parts paragraphs.
        "abstract": clean(paper.abstract).replace("\n", "\n\n"),
        "authors": _lines(paper.authors),
        "date": _line(paper.date),
        "year": paper.year,
        "venue": _line(paper.venue),
        "url": _line(paper.url),
        "pdf": _line(paper.pdf),
        "code": _line(paper.code),
        "project": _line(paper.project),
        "arxiv_id": _line(paper.arxiv_id),
        "doi": _line(paper.doi),
        "keywords": _lines(paper.keywords),
        "categories": _lines(paper.categories),
        "organization": _line(paper.organisation),
        "ai_summary": _line(paper.summary),
        "upvotes": paper.upvotes,
        "seen": [{"dump": _line(each.dump), "day": _line(each.day)} for each in paper.seen],
        "starred": said.starred,
        "starred_on": said.star if said.star != STARRED and said.star else None,
        "read": said.read,
        "status": said.status or "unread",
        # A dump's `tags` are keywords of the paper, and these are not.
        "tagged": _lines(said.tags),
        "lists": _lines(tuple(name for name, _ in said.lists)),
        "note": clean(said.note) or None,
    }


def _line(text: str) -> str | None:
    return clean(text, multiline=False) or None


def _lines(texts: tuple[str, ...]) -> list[str]:
    return [clean(each, multiline=False) for each in texts]
