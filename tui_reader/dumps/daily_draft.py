"""A paper of a Daily Papers page while its lines come in."""

from dataclasses import dataclass, field

from tui_reader.dumps import fields
from tui_reader.dumps.daily_lines import full_date
from tui_reader.papers import Paper, Sighting, arxiv_id, identify
from tui_reader.text.clean import clean
from tui_reader.text.titles import normal_title
from tui_reader.text.urls import arxiv_page, arxiv_pdf

_MOST = 2_000
"""Most paragraphs of one abstract."""
_RECENT = 20


@dataclass(slots=True)
class Draft:
    """What the page has said of one paper so far."""

    title: str
    day: str = ""
    """The day of the list, `YYYY-MM-DD` or as printed."""
    arxiv: str = ""
    votes: int | None = None
    date: str = ""
    """The paper's own date, as printed."""
    organisation: str = ""
    code: str = ""
    paragraphs: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add a paragraph to the abstract, unless the page repeats itself or runs on for ever."""
        repeated = text in self.paragraphs[-_RECENT:] or self.has_title(text)
        if not repeated and len(self.paragraphs) < _MOST:
            self.paragraphs.append(text)

    def has_title(self, text: str) -> bool:
        """Whether the text is this paper's title."""
        if text == self.title or len(text) > 2 * len(self.title):
            return text == self.title
        return normal_title(text) == normal_title(self.title)

    def paper(self, dump: str, not_after: str = "") -> Paper:
        """The paper; a date without a year is the newest not after the list's day.

        Where that has no year either, `not_after` takes its place.
        """
        arxiv = arxiv_id(self.arxiv)
        title = clean(self.title, multiline=False, limit=fields.MAX_TITLE)
        abstract = clean("\n".join(self.paragraphs)).strip()
        day = full_date(self.day)
        date = full_date(self.date, day or not_after)
        return Paper(
            id=identify(arxiv, "", title),
            title=title,
            abstract=abstract,
            date=date,
            year=fields.year(date[:4]),
            url=arxiv_page(arxiv) if arxiv else "",
            pdf=arxiv_pdf(arxiv) if arxiv else "",
            code=fields.url(self.code) or fields.repository(abstract),
            arxiv_id=arxiv,
            organisation=fields.one_line(self.organisation, 200),
            upvotes=self.votes,
            seen=(Sighting(dump, day or clean(self.day, multiline=False)),),
        )
