"""RIS: one tag a line, `JOUR` where a journal or venue is known, else `GEN`."""

from collections.abc import Iterator

from tui_reader.exports.entries import Entries, Entry
from tui_reader.exports.person_names import person_name
from tui_reader.exports.wording import address, addresses, authors, keywords, line, note_lines


def write(entries: Entries) -> Iterator[str]:
    """One record per paper, each from `TY` to `ER`."""
    for entry in entries:
        lines = [f"{tag}  - {value}" for tag, value in _tags(entry) if value]
        yield "\n".join([*lines, "ER  - ", "", ""])


def _tags(entry: Entry) -> Iterator[tuple[str, str]]:
    """Tags and their values on one line each; empty ones are unknown."""
    paper = entry.paper
    yield "TY", "JOUR" if line(paper.venue) else "GEN"
    for name in authors(paper):
        yield "AU", person_name(name).inverted
    yield "TI", line(paper.title)
    yield "T2", line(paper.venue)
    yield "PY", "" if paper.year is None else str(paper.year)
    yield "DA", line(paper.date).replace("-", "/")
    yield "DO", line(paper.doi)
    yield "AN", f"arXiv:{line(paper.arxiv_id)}" if paper.arxiv_id else ""
    yield "UR", address(paper)
    yield "L1", dict(addresses(paper)).get("PDF", "")
    for keyword in keywords(paper, entry.said):
        yield "KW", keyword
    yield "AB", line(paper.abstract)
    yield "N1", " ".join(" ".join(note_lines(entry.said)).split())
