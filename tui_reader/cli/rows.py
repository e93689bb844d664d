"""A paper as plain values for scripts: one object, the same fields for every paper."""

import json
from collections.abc import Mapping
from typing import Any

from tui_reader.annotation import STARRED, Annotation
from tui_reader.cli.streams import speaks_unicode
from tui_reader.links import page_of
from tui_reader.papers import Paper


def paper_row(
    paper: Paper, said: Annotation, lists: Mapping[str, int], score: float | None = None
) -> dict[str, Any]:
    """Every field of a paper and of what the reader said of it.

    `lists` has the paper's place in each of its reading lists, counted from 1.
    """
    return {
        "id": paper.id,
        "title": paper.title,
        "abstract": paper.abstract,
        "authors": list(paper.authors),
        "date": paper.date or None,
        "year": paper.year,
        "venue": paper.venue or None,
        "url": paper.url or page_of(paper) or None,
        "pdf": paper.pdf or None,
        "code": paper.code or None,
        "project": paper.project or None,
        "arxiv_id": paper.arxiv_id or None,
        "doi": paper.doi or None,
        "keywords": list(paper.keywords),
        "categories": list(paper.categories),
        "organisation": paper.organisation or None,
        "summary": paper.summary or None,
        "upvotes": paper.upvotes,
        "seen": [{"dump": seen.dump, "day": seen.day or None} for seen in paper.seen],
        "starred": said.starred,
        "starred_on": said.star if said.star not in ("", STARRED) else None,
        "status": said.status or "unread",
        "read": said.read,
        "tags": list(said.tags),
        "lists": dict(lists),
        "note": said.note or None,
        "score": None if score is None else round(score, 4),
    }


def as_json(row: dict[str, Any], *, indent: int | None = None) -> str:
    """A row as JSON that loses nothing on the way out."""
    return json.dumps(row, ensure_ascii=not speaks_unicode(), indent=indent)
