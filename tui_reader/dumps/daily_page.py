"""Papers out of the lines of a Daily Papers page: which is a title, an abstract or a detail."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui_reader.dumps.daily_draft import Draft
from tui_reader.dumps.daily_lines import Kind, page_line
from tui_reader.dumps.margin import Margin
from tui_reader.dumps.prose import is_prose
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper

MAX_TITLE = 400
"""A longer text is no title."""
MAX_NAME = 80
"""A longer text is no person and no organisation."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page, or several that were wrapped."""

    number: int
    text: str


class Page:
    """A page while it is read from top to bottom."""

    def __init__(self, source: Source, *, records_marked: bool) -> None:
        self._source = source
        self._marked = records_marked
        """Whether counts, authors or dates stand between the papers."""
        self._draft: Draft | None = None
        self._margin = Margin()

    def papers(self, lines: Iterable[Line | Problem]) -> Iterator[Paper | Problem]:
        """The papers of the page, and the problems found on the way."""
        waiting: Line | None = None
        for line in lines:
            if isinstance(line, Problem):
                yield line
                continue
            if waiting:
                yield from self._take(waiting, line)
            waiting = line
        if waiting:
            yield from self._take(waiting, None)
        yield from self._finished()

    def _take(self, line: Line, following: Line | None) -> Iterator[Paper | Problem]:
        text, draft = line.text, self._draft
        if said := page_line(text):
            self._margin.note(said, draft)
        elif self._margin.before is Kind.SUBMITTER and len(text) <= MAX_NAME:
            self._margin.before = None
        elif draft and following and self._is_organisation(text, following):
            draft.organisation = text
        else:
            yield from self._read(line)
            self._margin.pass_text()

    def _is_organisation(self, text: str, following: Line) -> bool:
        return not self._margin.boundary and is_name_before_dot(text, following.text)

    def _read(self, line: Line) -> Iterator[Paper | Problem]:
        """A text that is a title or belongs to an abstract."""
        if self._begins_paper(line.text):
            if self._draft and self._draft.has_title(line.text):
                return
            yield from self._finished()
            self._draft = Draft(line.text, self._margin.day, votes=self._margin.votes())
        elif self._draft:
            self._draft.add(line.text)
        else:
            reason = "an abstract without a title was left out"
            yield Problem(self._source.name, line.number, reason)

    def _begins_paper(self, text: str) -> bool:
        """Whether the text is the title of another paper."""
        draft, boundary = self._draft, self._margin.boundary
        if not draft:
            return len(text) <= MAX_TITLE and not (is_prose(text) and len(text) > 250)
        if is_prose(text):
            return boundary and bool(draft.paragraphs) and len(text) <= 250
        if not draft.paragraphs:
            return boundary or not self._marked
        return len(text) <= MAX_TITLE

    def _finished(self) -> Iterator[Paper]:
        if self._draft:
            yield self._draft.paper(self._source.name)
        self._draft = None


def is_name_before_dot(text: str, following: str) -> bool:
    """Whether a text is the organisation that stands before a dot and a date."""
    said = page_line(following)
    return said is not None and said.kind is Kind.DOT and len(text) <= MAX_NAME
