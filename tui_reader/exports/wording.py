"""The texts of a paper as people read them: TeX as Unicode, clean, on one line or in paragraphs."""

from tui_reader.annotation import Annotation
from tui_reader.links import pdf_of
from tui_reader.papers import Paper
from tui_reader.text.clean import clean
from tui_reader.text.tex import readable
from tui_reader.text.urls import arxiv_page, checked_url, doi_page


def line(text: str) -> str:
    """The text on one line."""
    return clean(readable(clean(text)), multiline=False)


def paragraphs(text: str) -> list[str]:
    """The lines of a text of several paragraphs, without blank ones."""
    every = clean(readable(clean(text))).split("\n")
    return [" ".join(part.split()) for part in every if part.strip()]


def note_lines(said: Annotation) -> list[str]:
    """The lines of the reader's note as they were written; nothing where there is none."""
    note = clean(said.note).strip()
    return [each.rstrip() for each in note.split("\n")] if note else []


def authors(paper: Paper) -> list[str]:
    """The authors' names, each on one line, without empty ones."""
    return [name for each in paper.authors if (name := line(each))]


def address(paper: Paper) -> str:
    """The checked address of a paper's page, given or by its id; empty where none is known."""
    return checked_url(paper.url) or arxiv_page(paper.arxiv_id) or doi_page(paper.doi)


def addresses(paper: Paper) -> list[tuple[str, str]]:
    """The checked addresses beside a paper's page, and what each is called."""
    named = (("PDF", pdf_of(paper)), ("code", paper.code), ("project", paper.project))
    return [(name, safe) for name, given in named if (safe := checked_url(given))]


def day(paper: Paper) -> str:
    """The day, month or year of publication as known best; empty where unknown."""
    return line(paper.date) or (str(paper.year) if paper.year is not None else "")


def marks(said: Annotation) -> list[str]:
    """The reader's star and status in words; nothing of a paper that is unread."""
    return [*(["starred"] if said.starred else []), *([said.status] if said.status else [])]


def tags(said: Annotation) -> list[str]:
    """The reader's tags, each on one line."""
    return [tag for each in said.tags if (tag := line_as_written(each))]


def lists(said: Annotation) -> list[str]:
    """The names of the reading lists the paper is in, each on one line."""
    return [name for each, _ in said.lists if (name := line_as_written(each))]


def keywords(paper: Paper, said: Annotation) -> list[str]:
    """The paper's keywords, then the reader's tags: to programs that manage references they are
    one thing. None comes twice, whatever its capitals."""
    every = [*map(line, paper.keywords), *tags(said)]
    found: dict[str, str] = {}
    for keyword in every:
        found.setdefault(keyword.casefold(), keyword)
    return [keyword for keyword in found.values() if keyword]


def line_as_written(text: str) -> str:
    """The reader's own words on one line; no TeX is read in them."""
    return clean(text, multiline=False).strip()
