"""Layout: a Daily Papers page saved as bare text, titles and abstracts line after line."""

import re
from collections.abc import Iterator

from tui_reader.dumps.daily_lines import Kind, page_line
from tui_reader.dumps.daily_page import Page
from tui_reader.dumps.source import Source
from tui_reader.dumps.text_lines import NEWSLETTER, PADDING, title_pairs, whole_lines
from tui_reader.errors import Problem
from tui_reader.papers import Paper

_OTHER_MARKUP = re.compile(r"[@<{\[%#|=*>\\]|TY  -|-{3,}")
_BETWEEN_PAPERS = {Kind.DETAIL, Kind.DOT, Kind.NUMBER, Kind.VOTES, Kind.SUBMITTER}


def looks_like(head: str) -> bool:
    """Whether the text is a Daily Papers page, by its own words or as titles and abstracts."""
    if NEWSLETTER.search(head[:4000]):
        return True
    return not _OTHER_MARKUP.match(head.lstrip(PADDING + "\n")) and title_pairs(head)


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers of the page, and lines that could not be read."""
    lines = (line.strip(PADDING) for line in source.head.split("\n")[1:])
    marked = any((said := page_line(line)) and said.kind in _BETWEEN_PAPERS for line in lines)
    yield from Page(source, records_marked=marked).papers(whole_lines(source))
