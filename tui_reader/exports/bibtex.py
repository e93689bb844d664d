"""BibTeX: `@article` where a journal or venue is known, else an honest `@misc`."""

from collections.abc import Iterator

from tui_reader.exports.citation_keys import keys_of
from tui_reader.exports.entries import Entries, Entry
from tui_reader.exports.person_names import person_name
from tui_reader.exports.wording import address, authors, keywords, line, note_lines
from tui_reader.papers import Paper
from tui_reader.text.urls import arxiv_page, doi_page

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts every brace, a backslash before it or not, so braces are written by name.
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "%": r"\%", "#": r"\#", "$": r"\$", "&": r"\&", "_": r"\_",
}  # fmt: skip
_ESCAPE_TABLE = str.maketrans(_ESCAPES)


def write(entries: Entries) -> Iterator[str]:
    """One entry per paper, a blank line between two; a comment where there is no paper."""
    if not len(entries):
        yield "% no papers\n"
    gap = ""
    for entry, key in zip(entries, keys_of(entries), strict=True):
        yield gap + _entry(entry, key)
        gap = "\n"


def escaped(text: str) -> str:
    """Text that means nothing but itself, to BibTeX as to TeX."""
    return text.translate(_ESCAPE_TABLE)


def _entry(entry: Entry, key: str) -> str:
    paper = entry.paper
    kind = "article" if line(paper.venue) else "misc"
    lines = [f"  {name} = {value}," for name, value in _fields(entry) if value not in ("", "{}")]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"]) + "\n"


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields with their values as they stand in the file; empty ones are unknown."""
    paper = entry.paper
    yield "author", f"{{{' and '.join(map(_name, authors(paper)))}}}"
    yield "title", f"{{{_title(paper)}}}"
    yield "journal", _braced(paper.venue)
    yield "year", "" if paper.year is None else f"{{{paper.year}}}"
    yield "month", _month(paper)
    # Ids and addresses are read as they stand, and hold nothing to escape once they are checked.
    if arxiv_page(paper.arxiv_id):
        yield "eprint", f"{{{paper.arxiv_id}}}"
        yield "archiveprefix", "{arXiv}"
        yield "primaryclass", _braced(paper.categories[0]) if paper.categories else ""
    if doi_page(paper.doi):
        yield "doi", f"{{{paper.doi}}}"
    yield "url", f"{{{address(paper)}}}"
    yield "keywords", f"{{{escaped(', '.join(keywords(paper, entry.said)))}}}"
    yield "abstract", _braced(paper.abstract)
    yield "annote", f"{{{escaped(' '.join(' '.join(note_lines(entry.said)).split()))}}}"


def _braced(text: str) -> str:
    return f"{{{escaped(line(text))}}}"


def _name(name: str) -> str:
    """`Family, Given`; a name without such parts, or with odd signs, whole in braces."""
    person, plain = person_name(name), escaped(name)
    if not person.given or plain != name:
        return f"{{{plain}}}"
    return ", ".join(part for part in (person.family, person.suffix, person.given) if part)


def _title(paper: Paper) -> str:
    """The title, with words such as `GPT-4` in braces: styles leave their capitals alone."""
    words = line(paper.title).split(" ")
    kept = ((escaped(word), any(map(str.isupper, word[1:]))) for word in words)
    return " ".join(f"{{{word}}}" if is_kept else word for word, is_kept in kept)


def _month(paper: Paper) -> str:
    """The month's name in BibTeX, where the date has one that is of the paper's year."""
    year, _, rest = paper.date.partition("-")
    month = rest[:2]
    if year != str(paper.year) or not (month.isascii() and month.isdigit()):
        return ""
    return _MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else ""
