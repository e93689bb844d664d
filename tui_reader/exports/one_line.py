"""A paper in one line, to be pasted into a text: as a citation, or as a link in Markdown."""

from tui_reader.exports.markdown import escaped
from tui_reader.exports.wording import address, authors, day, line
from tui_reader.papers import Paper

MOST_NAMES = 6
"""Authors of a citation that are all named; of more, the first."""


def citation(paper: Paper) -> str:
    """Authors, title, venue, year and address, as far as they are known."""
    names = authors(paper)
    people = ", ".join(names) if len(names) <= MOST_NAMES else f"{names[0]} et al."
    where = ", ".join(fact for fact in (line(paper.venue), day(paper)[:4]) if fact)
    parts = (people, line(paper.title), where)
    said = " ".join(part if part[-1:] in ".!?" else f"{part}." for part in parts if part)
    return f"{said} {address(paper)}".rstrip()


def link(paper: Paper) -> str:
    """The title, leading to the paper's page where that is known."""
    title, page = escaped(line(paper.title)), address(paper)
    return f"[{title}](<{page}>)" if page else title
