"""The addresses a paper can be read at, each checked before it may be opened."""

import re

from tui_reader.papers import Paper
from tui_reader.text.urls import arxiv_page, arxiv_pdf, checked_url, doi_page

Link = tuple[str, str]
"""What it is, and its checked address."""

_IN_TEXT = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]+")


def links_of(paper: Paper) -> tuple[Link, ...]:
    """Every address known of a paper, the page first, each once."""
    named = (
        ("page", paper.url),
        ("page", arxiv_page(paper.arxiv_id) if paper.arxiv_id else ""),
        ("DOI", doi_page(paper.doi) if paper.doi else ""),
        ("PDF", pdf_of(paper)),
        ("code", paper.code),
        ("project", paper.project),
        *(("text", found.rstrip(".,;:!?)'")) for found in _IN_TEXT.findall(paper.abstract)),
    )
    found: dict[str, str] = {}
    for name, address in named:
        safe = checked_url(address) if address else ""
        if safe:
            found.setdefault(safe, name)
    return tuple((name, address) for address, name in found.items())


def pdf_of(paper: Paper) -> str:
    """The address of the paper as PDF, given or by its arXiv id, unchecked; empty where unknown."""
    return paper.pdf or (arxiv_pdf(paper.arxiv_id) if paper.arxiv_id else "")


def page_of(paper: Paper) -> str:
    """The checked address of the paper's page; empty where none is known."""
    found = links_of(paper)
    return found[0][1] if found else ""
