"""What bibliographies of every kind share: how an entry's values become a paper."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from tui_reader.dumps import fields
from tui_reader.dumps.record_papers import paper_from
from tui_reader.dumps.source import Source
from tui_reader.papers import Paper, arxiv_id

FRONT = 12
"""Lines of text that may stand in front of a bibliography's first entry."""

_ARXIV_DOI = re.compile(r"(?:.{0,30}/)?10\.48550/(arxiv\.\S{1,60})", re.IGNORECASE)
_LONGEST_ADDRESS = 300


def cited_paper(
    source: Source,
    *,
    title: str,
    abstract: str = "",
    authors: Sequence[str] = (),
    dates: Iterable[str] = (),
    venue: str = "",
    doi: str = "",
    arxiv: Sequence[str] = (),
    addresses: Sequence[str] = (),
    pdf: str = "",
    keywords: str | Sequence[str] = (),
    categories: str | Sequence[str] = (),
    day: str = "",
) -> Paper:
    """The paper that an entry of a bibliography stands for.

    Of `dates`, `addresses` and `arxiv` (what may be an arXiv id) the first that can be read
    counts. Raises DamagedRecord where there is no title.
    """
    known = _arxiv_id((*arxiv, *addresses, pdf, doi))
    page = next((url for url in addresses if fields.url(url) and not _arxiv_id((url,))), "")
    record: dict[str, object] = {
        "title": title,
        "abstract": abstract,
        "authors": list(authors),
        "date": next(filter(None, map(fields.day, dates)), ""),
        "venue": venue,
        "url": page,
        "pdf": "" if known and _arxiv_id((pdf,)) else pdf,
        "arxiv_id": known,
        "doi": doi,
        "keywords": keywords,
        "categories": categories,
    }
    return paper_from(record, source.name, day or source.day)


def dates_of(year: str, month: str = "", number: str = "") -> tuple[str, ...]:
    """Ways to write a date whose parts are given as text, the most exact first."""
    if not year:
        return ()
    if month.isdigit():
        return (f"{year}-{month}-{number}", f"{year}-{month}", year)
    return (f"{number} {month} {year}", f"{month} {year}", year)


def upright(name: str) -> str:
    """`Last, First` or `Last, First, Suffix` as `First Last Suffix`; other names as they are."""
    last, first, suffix = [*(part.strip() for part in name.split(",", 2)), "", ""][:3]
    return " ".join(part for part in (first, last, suffix) if part)


def _arxiv_id(values: Iterable[str]) -> str:
    """The first arXiv id among ids, addresses and DOIs."""
    for value in islice(values, 100):
        if not value or len(value) > _LONGEST_ADDRESS:
            continue
        issued = _ARXIV_DOI.fullmatch(value)
        if found := arxiv_id(issued[1].replace(".", ":", 1) if issued else value):
            return found
    return ""


def filled_lines(text: str) -> int:
    """How many lines of the text say something that is no comment of BibTeX's."""
    lines = (line.strip("\ufeff \t") for line in text.split("\n"))
    return sum(bool(line) and not line.startswith("%") for line in lines)
