"""A record with named fields as a Paper, under the names that are usual for them."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from tui_reader.dumps import fields
from tui_reader.dumps.authors import authors, parsed_authors
from tui_reader.dumps.json_records import DamagedRecord, Record
from tui_reader.papers import Paper, Sighting, arxiv_id, doi, identify
from tui_reader.text.urls import arxiv_page, arxiv_pdf

Read = TypeVar("Read")

_NAMES = {
    "title": ("title", "paper_title", "display_name"),
    "abstract": ("abstract", "summary", "abstract_text", "description"),
    "authors": ("authors", "author", "authorships", "creators"),
    "year": ("year", "publication_year", "pub_year"),
    "date": (
        *("date", "publicationDate", "publication_date", "published"),
        *("published_at", "publishedAt"),
    ),
    "venue": ("venue", "journal-ref", "journal_ref", "journal", "booktitle", "conference"),
    "url": ("url", "paper_url", "link", "abs_url"),
    "pdf": ("pdf", "pdf_url", "url_pdf", "openAccessPdf"),
    "code": ("code", "code_url", "githubRepo", "github", "github_url", "repository"),
    "project": (
        *("project", "project_page", "projectPage", "project_url"),
        *("website", "homepage"),
    ),
    "arxiv": ("arxiv_id", "arxivId", "arxiv", "eprint", "id", "entry_id"),
    "doi": ("doi", "DOI"),
    "keywords": ("keywords", "keyword", "ai_keywords", "tags"),
    "categories": ("categories", "category", "primary_category"),
    "summary": ("ai_summary", "tldr"),
}
"""For each field the names it goes by, the most telling first."""
_FIELDS = {
    name: (field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names)
}

_FEW_NAMES = 64
"""Names in a record up to which they are remembered together."""

Given = dict[str, list[object]]
"""The values a record has for each field, the most telling first."""


def paper_from(record: Record, dump: str, day: str = "") -> Paper:
    """The paper a record describes. Raises DamagedRecord where it has no title."""
    given = _given(record)
    title = _first(given, "title", _line, "")
    if not title:
        raise DamagedRecord("the record has no title")
    url = _first(given, "url", fields.url, "")
    arxiv = _first(given, "arxiv", _arxiv, "") or _arxiv(url)
    name = _first(given, "doi", _doi, "")
    date = _first(given, "date", fields.day, "") or _first_version(record)
    return Paper(
        id=identify(arxiv, name, title),
        title=title,
        abstract=_first(given, "abstract", fields.paragraphs, ""),
        authors=parsed_authors(record.get("authors_parsed"))
        or _first(given, "authors", authors, ()),
        date=date,
        year=_first(given, "year", fields.year, None) or fields.year(date[:4]),
        venue=_first(given, "venue", _line, ""),
        url=url or (arxiv_page(arxiv) if arxiv else ""),
        pdf=_first(given, "pdf", fields.url, "") or (arxiv_pdf(arxiv) if arxiv else ""),
        code=_first(given, "code", fields.url, ""),
        project=_first(given, "project", fields.url, ""),
        arxiv_id=arxiv,
        doi=name,
        keywords=_first(given, "keywords", fields.keywords, ()),
        categories=_first(given, "categories", _categories, ()),
        organisation=_organisation(record.get("organization")),
        summary=_first(given, "summary", _line, ""),
        upvotes=fields.count(record.get("upvotes")),
        seen=(Sighting(dump, day),),
    )


def _given(record: Record) -> Given:
    """The values a record has for each field, the most telling first."""
    names = tuple(record) if len(record) <= _FEW_NAMES else tuple(_FIELDS.keys() & record.keys())
    given = {
        field: [value for name in listed if (value := record[name])]
        for field, listed in _names_by_field(names)
    }
    external = record.get("externalIds")
    if isinstance(external, dict):
        given.setdefault("arxiv", []).append(external.get("ArXiv"))
        given.setdefault("doi", []).append(external.get("DOI"))
    return given


@lru_cache(maxsize=64)
def _names_by_field(names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Of the names in a record those of each field, the most telling first.

    The records of a dump mostly have the same names, so this is worked out once for many.
    """
    ranked: dict[str, list[tuple[int, str]]] = {}
    for name in names:
        if known := _FIELDS.get(name):
            field, rank = known
            ranked.setdefault(field, []).append((rank, name))
    return tuple(
        (field, tuple(name for _, name in sorted(found))) for field, found in ranked.items()
    )


def _first(given: Given, field: str, read: Callable[[object], Read], empty: Read) -> Read:
    """The first of a field's values that can be read; `empty` if none can."""
    for value in given.get(field, ()):
        if found := read(value):
            return found
    return empty


def _line(value: object) -> str:
    """Text on one line, a value's own or that in its `name` or `text`."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("text")
    return fields.one_line(value)


def _organisation(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("fullname") or value.get("name")
    return fields.one_line(value, 300)


def _first_version(record: Record) -> str:
    """The day of the first version in arXiv's snapshot."""
    versions = record.get("versions")
    if isinstance(versions, list) and versions and isinstance(versions[0], dict):
        return fields.day(versions[0].get("created"))
    return ""


def _arxiv(value: object) -> str:
    return arxiv_id(value) if isinstance(value, str) and len(value) <= 200 else ""


def _doi(value: object) -> str:
    return doi(value) if isinstance(value, str) else ""


def _categories(value: object) -> tuple[str, ...]:
    """Categories from a list, or from one string such as `cs.DS cs.MS`."""
    listed = value.replace(",", " ").split() if isinstance(value, str) else value
    return fields.names(listed, ("name", "term", "category"))
