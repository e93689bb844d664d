"""CSL-JSON: what citation processors read; fields as formats of citations name them."""

import json
from collections.abc import Iterator

from tui_reader.exports.citation_keys import keys_of
from tui_reader.exports.entries import Entries, Entry
from tui_reader.exports.json_list import listed
from tui_reader.exports.person_names import person_name
from tui_reader.exports.wording import address, authors, keywords, line, note_lines, paragraphs


def write(entries: Entries) -> Iterator[str]:
    """One list of items, `id` being the key that BibTeX gets."""
    both = zip(entries, keys_of(entries), strict=True)
    return listed(
        json.dumps(_item(entry, key), ensure_ascii=False, indent=1) for entry, key in both
    )


def _item(entry: Entry, key: str) -> dict[str, object]:
    """The item without the fields that are unknown."""
    paper = entry.paper
    item: dict[str, object] = {
        "id": key,
        "type": "article-journal" if line(paper.venue) else "article",
        "title": line(paper.title),
        "author": [_author(name) for name in authors(paper)],
        "issued": {"date-parts": [parts]} if (parts := _date(entry)) else None,
        "container-title": line(paper.venue),
        "abstract": "\n".join(paragraphs(paper.abstract)),
        "DOI": line(paper.doi),
        "URL": address(paper),
        "number": f"arXiv:{line(paper.arxiv_id)}" if paper.arxiv_id else "",
        "keyword": ", ".join(keywords(paper, entry.said)),
        "note": "\n".join(note_lines(entry.said)),
    }
    return {name: value for name, value in item.items() if value}


def _author(name: str) -> dict[str, str]:
    person = person_name(name)
    if not person.given:
        return {"literal": name}
    parts = {"family": person.family, "given": person.given, "suffix": person.suffix}
    return {part: value for part, value in parts.items() if value}


def _date(entry: Entry) -> list[int]:
    """Year, month and day, as far as they are known."""
    parts = entry.paper.date.split("-")[:3]
    if all(part.isascii() and part.isdigit() for part in parts):
        return [int(part[:4]) for part in parts]
    return [] if entry.paper.year is None else [entry.paper.year]
