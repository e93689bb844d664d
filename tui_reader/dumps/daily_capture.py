"""Layout: a Daily Papers page captured as Markdown, or as text whose links have own lines."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from tui_reader.dumps.capture_text import Piece, is_markdown, pieces
from tui_reader.dumps.daily_draft import Draft
from tui_reader.dumps.daily_lines import Kind, page_line
from tui_reader.dumps.daily_page import MAX_NAME, MAX_TITLE, is_name_before_dot
from tui_reader.dumps.margin import Margin
from tui_reader.dumps.page_dates import PageDates
from tui_reader.dumps.prose import is_prose
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper, arxiv_id

MAX_PAGE = 16 << 20
"""Characters of a page that are read; captures keep their addresses at the end."""

_ID = r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]+)?"
_PAPER = re.compile(
    rf"(?:https?://(?:www\.)?(?:huggingface\.co|hf\.co))?/papers/({_ID})/?(?:\?.*)?"
)
_VOTES = re.compile(rf".*/login\?next=/papers/({_ID})")
_COMMENTS = re.compile(r".*/papers/[^#\s]+#.*")
_REPOSITORY = re.compile(r"https?://(?:www\.)?github\.com/[\w.-]+/[\w.-]+/?")
_ARXIV = re.compile(rf"https?://(?:www\.)?arxiv\.org/(?:abs|pdf|html)/({_ID})(?:\.pdf)?")
_PAPER_LINKS = re.compile(rf"/papers/{_ID}[)>\s]|%2Fpapers%2F\d{{4}}\.\d")
_WORDS = re.compile(r"get trending papers in your email inbox", re.IGNORECASE)
_LIST_HEADING = re.compile(r"^#{1,6}\s+\W*(?:daily|trending) papers", re.IGNORECASE | re.MULTILINE)


def looks_like(head: str) -> bool:
    """Whether the text has the links of a Daily Papers page, or its words and Markdown."""
    if sum(1 for _ in _PAPER_LINKS.finditer(head)) >= 2 or _LIST_HEADING.search(head):
        return True
    return bool(_WORDS.search(head)) and is_markdown(head)


def read(source: Source) -> Iterator[Paper | Problem]:
    """The papers of the page."""
    lines: list[tuple[int, str]] = []
    size = 0
    for number, line in source.lines():
        size += len(line or "")
        if line is None or size > MAX_PAGE:
            yield Problem(source.name, number, "the page is too long and was not read from here on")
            break
        lines.append((number, line))
    header, body = _header(lines)
    dates = PageDates(header, "\n".join(line for _, line in lines))
    markdown = is_markdown("\n".join(line for _, line in body))
    yield from _Capture(source, dates).papers(list(pieces(body, markdown=markdown)))


def _header(lines: list[tuple[int, str]]) -> tuple[str, list[tuple[int, str]]]:
    """The front matter between lines of three dashes, and the lines behind it."""
    if lines and lines[0][1].strip("\ufeff ") == "---":
        for index, (_, line) in enumerate(lines[1:200], 1):
            if line.strip() == "---":
                return "\n".join(text for _, text in lines[1:index]), lines[index + 1 :]
    return "", lines


class _Capture:
    """A captured page while it is read from top to bottom."""

    def __init__(self, source: Source, dates: PageDates) -> None:
        self._source = source
        self._dates = dates
        self._margin = Margin()
        self._draft: Draft | None = None
        self._votes: dict[str, int] = {}
        self._voted = ""
        """The paper the last votes were for."""

    def papers(self, found: list[Piece]) -> Iterator[Paper]:
        """The papers of the page."""
        end = Piece(0, "")
        for piece, following in pairwise([*found, end]):
            yield from self._take(piece, following)
        yield from self._finished()

    def _take(self, piece: Piece, following: Piece) -> Iterator[Paper]:
        address = unquote(piece.address)
        if votes := _VOTES.match(address):
            self._note_votes(piece, arxiv_id(votes[1]))
        elif _COMMENTS.fullmatch(address):
            self._margin.boundary = True
        elif paper := _PAPER.fullmatch(address):
            yield from self._linked(piece, arxiv_id(paper[1]))
        else:
            self._note_address(address)
            yield from self._unlinked(piece, following)

    def _note_votes(self, piece: Piece, name: str) -> None:
        said = page_line(piece.text)
        if said and said.number is not None:
            self._votes[name] = said.number
        self._voted = name
        self._margin.boundary = True

    def _note_address(self, address: str) -> None:
        draft = self._draft
        if draft and _REPOSITORY.fullmatch(address):
            draft.code = draft.code or address
        elif draft and (found := _ARXIV.fullmatch(address)):
            draft.arxiv = draft.arxiv or arxiv_id(found[1])

    def _linked(self, piece: Piece, name: str) -> Iterator[Paper]:
        """A text that is a link to a paper's page: its title, its abstract or a detail."""
        draft = self._draft
        if said := page_line(piece.text):
            self._margin.note(said, draft)
            return
        if not piece.text:
            return
        if draft and not draft.arxiv and (draft.has_title(piece.text) or is_prose(piece.text)):
            draft.arxiv = name
        if draft and draft.arxiv == name:
            draft.add(piece.text)
        elif len(piece.text) <= MAX_TITLE:
            yield from self._begin(piece.text, name)
        self._margin.pass_text()

    def _unlinked(self, piece: Piece, following: Piece) -> Iterator[Paper]:
        """A text that links nowhere, or elsewhere."""
        draft, margin, text = self._draft, self._margin, piece.text
        if said := page_line(text):
            margin.note(said, draft)
        elif margin.before is Kind.SUBMITTER and len(text) <= MAX_NAME:
            margin.before = None
        elif piece.heading:
            if not (draft and draft.has_title(text)) and len(text) <= MAX_TITLE:
                yield from self._begin(text, self._voted)
            margin.pass_text()
        elif draft and not margin.boundary and is_name_before_dot(text, following.text):
            draft.organisation = text
        elif draft and text and (not margin.boundary or (is_prose(text) and not draft.paragraphs)):
            draft.add(text)
            margin.pass_text()

    def _begin(self, title: str, name: str) -> Iterator[Paper]:
        yield from self._finished()
        counted = self._margin.votes()
        self._draft = Draft(
            title,
            day=self._dates.day(self._margin.day),
            arxiv=name,
            votes=self._votes.get(name, counted),
        )
        self._voted = ""

    def _finished(self) -> Iterator[Paper]:
        """The paper that has come to its end; a heading with nothing below it is none."""
        draft, self._draft = self._draft, None
        if draft and (draft.arxiv or draft.paragraphs):
            yield draft.paper(self._source.name, self._dates.retrieved)
