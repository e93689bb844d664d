"""Where the reader is in the library: on a paper, not on a row, whatever is listed meanwhile."""

from dataclasses import replace

from tui_reader.papers import Paper, PaperId
from tui_reader.ui.listed import Listed

NEAR = 20
"""Rows that are looked through for one that is still listed."""


class Home:
    """The paper the reader last went to by a deed of their own."""

    def __init__(self, paper: PaperId = PaperId(""), reading_list: str = "") -> None:  # noqa: B008 - an id is a plain string
        """`reading_list`: the one that is open, if one is."""
        self.paper = paper
        self.last_in = {reading_list: paper} if reading_list else {}
        """The paper the reader was last on in each reading list that was opened."""

    def go(self, paper: Paper | None) -> None:
        """The reader went to this paper, or did something to it."""
        if paper is not None:
            self.paper = paper.id

    def row(self, before: Listed, now: Listed, selected: Paper | None) -> int:
        """The row the cursor goes to when another answer is listed.

        The best answer to a new question is at the top, and a reading list is opened where it was
        left. Anything else, an order, a view or a new index, keeps the paper that is under the
        cursor, or finds the reader's own again.
        """
        opened = now.listing.question.reading_list
        left = before.listing.question.reading_list
        if left and selected:
            self.last_in[left] = selected.id
        found = now.find(self.paper)
        if opened and opened != left:
            return max(now.find(self.last_in.get(opened, PaperId(""))), 0)
        if now.listing.question.query.text != before.listing.question.query.text:
            ranked = bool(now.listing.scores) and now.listing.question.order.key == "relevance"
            return 0 if ranked else max(found, 0)
        if found >= 0 and ((left and not opened) or before.find(self.paper) < 0):
            return found
        there = now.find(selected.id) if selected else found
        return there if there >= 0 else self._beside(before, now, selected)

    def _beside(self, before: Listed, now: Listed, selected: Paper | None) -> int:
        """The row of the paper that came after one which left the list that is still shown."""
        asked = replace(before.listing.question, kept=now.listing.question.kept)
        row = before.find(selected.id) if selected and asked == now.listing.question else -1
        for after in range(row + 1, min(row + 1 + NEAR, len(before))) if row >= 0 else ():
            paper = before.paper(after)
            there = now.find(paper.id) if paper else -1
            if there >= 0:
                return there
        return max(0, min(row, len(now) - 1))
