"""Papers by what people call them on the command line."""

import sys
from collections.abc import Sequence

from tui_reader.errors import PaperReadError
from tui_reader.library.library import Library
from tui_reader.papers import Paper, PaperId, arxiv_id, doi


def paper_named(library: Library, wanted: str) -> Paper:
    """The paper by any of its ids or addresses. Raises PaperReadError where there is none."""
    names = [wanted]
    names += [f"arxiv:{arxiv_id(wanted)}"] if arxiv_id(wanted) else []
    names += [f"doi:{doi(wanted)}"] if doi(wanted) else []
    for name in names:
        paper = library.paper(PaperId(name))
        if paper is not None:
            return paper
    if wanted.startswith(("https://", "http://")):
        for paper in map(library.snapshot.paper, library.snapshot.everything()):
            if wanted in (paper.url, paper.pdf):
                return paper
    raise PaperReadError(f"no dump has a paper {wanted!r}; paperread search finds ids")


def names_of(given: Sequence[str]) -> list[str]:
    """The names given; `-` stands for those on standard input, one a line, each taken once."""
    named: list[str] = []
    for name in given:
        named += sys.stdin.read().split("\n") if name == "-" else [name]
    return list(dict.fromkeys(name.strip() for name in named if name.strip()))
