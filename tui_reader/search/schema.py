"""The fields of the index: what they hold, what they weigh, how Whoosh sees them."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import MAXYEAR

from whoosh import __version__ as whoosh_version
from whoosh.analysis import LowercaseFilter, RegexTokenizer, StemFilter
from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema
from whoosh.formats import Frequency
from whoosh.lang.porter2 import stem as porter2

from tui_reader.papers import Paper
from tui_reader.queries.tree import Field
from tui_reader.search.analysis import TOKEN

WHOOSH_VERSION = ".".join(str(part) for part in whoosh_version)
"""The version that writes and reads the index; no other reads what it wrote."""


@dataclass(frozen=True, slots=True)
class SearchedField:
    """One searched part of a paper."""

    name: Field
    weight: float
    """How much a hit here counts beside a hit in the abstract."""
    stemmed: bool


SEARCHED: tuple[SearchedField, ...] = (
    SearchedField("abstract", 1.0, stemmed=True),
    SearchedField("author", 2.0, stemmed=False),
    SearchedField("keyword", 1.5, stemmed=True),
    SearchedField("title", 3.0, stemmed=True),
    SearchedField("venue", 1.0, stemmed=True),
)
"""In the order of their names, as Whoosh keeps them."""

NOTE_WEIGHT = 2.0
"""How much a hit in the reader's note counts; notes are searched, but not in the index."""

WEIGHTS: Mapping[Field, float] = {field.name: field.weight for field in SEARCHED} | {
    "note": NOTE_WEIGHT
}
"""What each field weighs, by name."""

STEMMED: Set[Field] = {field.name for field in SEARCHED if field.stemmed} | {"note"}
"""Fields whose words are stemmed."""


def field_text(paper: Paper, name: Field) -> str:
    """The text of a paper that a field holds."""
    if name == "title":
        return paper.title
    if name == "abstract":
        return paper.abstract
    if name == "author":
        return "; ".join((*paper.authors, paper.organisation))
    if name == "keyword":
        return "; ".join((*paper.keywords, *paper.categories))
    return paper.venue


def year_of(paper: Paper) -> int:
    """The year that is indexed; 0 where it has none that a calendar could show."""
    return paper.year if paper.year and 0 < paper.year <= MAXYEAR else 0


def whoosh_schema() -> Schema:
    """The schema that any Whoosh can open; the analysers are Whoosh's own, on folded text."""
    plain = RegexTokenizer(TOKEN.pattern) | LowercaseFilter()
    schema = Schema(id=ID(stored=True, unique=True), year=NUMERIC(int), heading=STORED())
    for field in SEARCHED:
        analyzer = plain | StemFilter(stemfn=porter2, lang=None) if field.stemmed else plain
        text = TEXT(analyzer=analyzer, phrase=False, field_boost=field.weight)
        text.format = Frequency(field_boost=field.weight)
        schema.add(field.name, text)
    return schema
