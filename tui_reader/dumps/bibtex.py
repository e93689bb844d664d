"""Layout: a BibTeX or BibLaTeX file."""

import re
from collections.abc import Iterator, Mapping

from tui_reader.dumps.bibtex_entries import BrokenEntry, Entry, entries
from tui_reader.dumps.bibtex_names import people
from tui_reader.dumps.citations import FRONT, cited_paper, dates_of, filled_lines
from tui_reader.dumps.json_records import DamagedRecord
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper
from tui_reader.text.tex import readable

_KNOWN = (
    r"article|book|booklet|conference|inbook|incollection|inproceedings|manual|mastersthesis|misc"
    r"|phdthesis|proceedings|techreport|unpublished|online|report|thesis"
)
_KEY = r'[^\s,{}="]{0,200}\s{0,99},'
_FIELD = r"[\w.:+-]{1,40}\s{0,99}="
_FIRST_ENTRY = re.compile(
    r"^[\ufeff \t]*@[ \t]*(?:"
    rf"[a-z]{{1,40}}[ \t]*\{{\s{{0,99}}{_KEY}\s{{0,99}}{_FIELD}|"
    rf"(?:{_KNOWN})[ \t]*[{{(]\s{{0,99}}(?:{_KEY}|{_FIELD})|"
    rf"string[ \t]*[{{(]\s{{0,99}}{_FIELD}|"
    r"(?:comment|preamble)[ \t]*\{)",
    re.IGNORECASE | re.MULTILINE,
)
_FIELDS = frozenset(
    (
        *("title", "subtitle", "abstract", "author", "year", "month", "day", "date"),
        *("journal", "journaltitle", "booktitle", "eventtitle", "keywords", "keyword"),
        *("doi", "eprint", "archiveprefix", "eprinttype", "primaryclass", "eprintclass"),
        *("url", "howpublished", "pdf"),
    )
)
_ESCAPED = re.compile(r"\\([_%&#~$])")
_URL = re.compile(r"\\url\{([^{}]*)\}")
_ARXIV = re.compile(r"\barxiv:\s{0,5}([\w.-]{1,20}(?:/\d{7})?)", re.IGNORECASE)


def looks_like(head: str) -> bool:
    """Whether the text begins with BibTeX entries, but for comments and a few words."""
    found = _FIRST_ENTRY.search(head)
    return filled_lines(head[: found.start()]) <= FRONT if found else False


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers of the entries, and the entries that cannot be read."""
    for entry in entries(source.lines(), _FIELDS):
        if isinstance(entry, BrokenEntry):
            yield Problem(source.name, entry.line, entry.reason)
            continue
        try:
            yield _paper(entry, source)
        except DamagedRecord as reason:
            yield Problem(source.name, entry.line, str(reason))


def _paper(entry: Entry, source: Source) -> Paper:
    given = entry.values
    venue = _first(given, "journal", "journaltitle", "booktitle", "eventtitle")
    title = ": ".join(filter(None, (given.get("title"), given.get("subtitle"))))
    linked = _URL.search(given.get("howpublished", ""))
    return cited_paper(
        source,
        title=_unwrapped(title) if given.get("title") else "",
        abstract=_unwrapped(given.get("abstract", "")),
        authors=people(given.get("author", "")),
        dates=_dates(given),
        venue=readable(venue),
        doi=_address(given.get("doi", "")),
        arxiv=_eprint(given, venue),
        addresses=(_address(given.get("url", "")), _address(linked[1] if linked else "")),
        pdf=_address(given.get("pdf", "")),
        keywords=readable(_first(given, "keywords", "keyword")),
        categories=_first(given, "primaryclass", "eprintclass"),
    )


def _first(given: Mapping[str, str], *names: str) -> str:
    return next((given[name] for name in names if name in given), "")


def _dates(given: Mapping[str, str]) -> tuple[str, ...]:
    """Ways to read the entry's date; a range counts from its beginning."""
    month = " ".join(readable(given.get("month", "")).replace("~", " ").split())
    begin = given.get("date", "").partition("/")[0].strip()
    year = readable(given.get("year", "")).strip()
    return (begin, *dates_of(year, month, given.get("day", "").strip()))


def _eprint(given: Mapping[str, str], venue: str) -> tuple[str, ...]:
    """What may be the arXiv id: the eprint, or what the journal is called after."""
    archive = _first(given, "archiveprefix", "eprinttype").strip().lower()
    named = _ARXIV.search(venue)
    eprint = given.get("eprint", "").strip() if archive in {"", "arxiv"} else ""
    return (eprint, named[1] if named else "")


def _address(text: str) -> str:
    """An address or DOI without the TeX around and in it."""
    linked = _URL.search(text)
    return _ESCAPED.sub(r"\1", linked[1] if linked else text).strip().strip("{}<>")


def _unwrapped(text: str) -> str:
    """The text without braces around the whole of it."""
    text = text.strip()
    inner = text[1:-1]
    whole = text.startswith("{") and text.endswith("}") and not re.search(r"[{}\\]", inner)
    return inner if whole else text
