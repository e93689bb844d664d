"""Where the reader is in the library: on a paper, not on a row, whatever is listed meanwhile."""

from tui_reader.papers import Paper, PaperId
from tui_reader.ui.listed import Listed


class Home:
    """The paper the reader last went to by a deed of their own."""

    def __init__(self, paper: PaperId = PaperId("")) -> None:  # noqa: B008 - an id is a plain string
        self.paper = paper

    def go(self, paper: Paper | None) -> None:
        """The reader went to this paper, or did something to it."""
        if paper is not None:
            self.paper = paper.id

    def row(self, before: Listed, now: Listed, selected: Paper | None) -> int:
        """The row the cursor goes to when another answer is listed.

        The best answer to a new question is at the top. Anything else, an order, a view or a new
        index, keeps the paper that is under the cursor, or finds the reader's own again.
        """
        found = now.find(self.paper)
        if now.listing.question.query.text != before.listing.question.query.text:
            ranked = bool(now.listing.scores) and now.listing.question.order.key == "relevance"
            return 0 if ranked else max(found, 0)
        if found >= 0 > before.find(self.paper):
            return found
        return max(now.find(selected.id) if selected else found, 0)
