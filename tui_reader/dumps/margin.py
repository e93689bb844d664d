"""What stands beside the papers of a Daily Papers page: the day, counts, and where a paper ends."""

from tui_reader.dumps.daily_draft import Draft
from tui_reader.dumps.daily_lines import Kind, PageLine

_ABOUT_THE_PAPER = {Kind.DOT, Kind.DETAIL}


class Margin:
    """What the page's own lines have said up to here."""

    def __init__(self) -> None:
        self.day = ""
        """The day of the list, as printed."""
        self.boundary = True
        """Whether something stood here that ends a paper."""
        self.before: Kind | None = None
        """What the line above was, if it was one of the page's own."""
        self._number: int | None = None
        self._votes_come_first: bool | None = None

    def note(self, said: PageLine, draft: Draft | None) -> None:
        """Take in what a line of the page's own says, about the paper above it or the next."""
        if said.kind is Kind.NUMBER:
            self._number = said.number
        elif said.kind is Kind.VOTES and draft:
            draft.votes = said.number
        elif said.kind is Kind.DAY and not (draft and self.before in _ABOUT_THE_PAPER):
            self.day = said.date
        elif said.date and draft:
            draft.date = draft.date or said.date
        self.boundary = self.boundary or said.kind is not Kind.CHROME
        self.before = said.kind

    def pass_text(self) -> None:
        """Go past a title or a paragraph."""
        self.boundary = False
        self.before = None

    def votes(self) -> int | None:
        """The votes for the paper that begins here.

        Of the counts above a title the last is its votes, if the page puts votes there: then
        the first paper has one too. Else they are the comments on the paper before.
        """
        if self._votes_come_first is None:
            self._votes_come_first = self._number is not None
        number, self._number = self._number, None
        return number if self._votes_come_first else None
