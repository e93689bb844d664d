"""What the status line says: where the reader is, in which list, what is wrong."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.library.listing import VIEWS, Question
from tui_reader.ui.listed import Listed
from tui_reader.ui.own_order import has_own_order
from tui_reader.ui.status_line import Status, unsaved_mark

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen


def standing(before: Status, screen: "MainScreen", problems: int, problems_key: str) -> Status:
    """The status with everything brought up to date that can be read off what is shown."""
    listed, question, selecting = screen.listed, screen.question, screen.selecting
    library = listed.library
    shown = len(listed)
    mark = listed.style.glyphs.unread
    return replace(
        before,
        position=screen.list.cursor + 1 if shown else 0,
        shown=shown,
        total=library.snapshot.count,
        view=VIEWS[question.view],
        reading_list=question.reading_list,
        selected=len(selecting.selection),
        hidden=selecting.hidden,
        range=len(selecting.range),
        order=_order(listed, question),
        unsaved=unsaved_mark(library.unsaved, mark),
        problems=f"{problems} problem{'s' * (problems > 1)} {problems_key}" if problems else "",
    )


def _order(listed: Listed, question: Question) -> str:
    if has_own_order(listed.listing):
        return "in reversed list order" if question.sorted_by.reverse else "in list order"
    order = question.sorted_by
    if order.key == "relevance" and not listed.listing.scores:
        # Where nothing ranks, relevance leaves the papers as the dumps have them.
        order = replace(order, key="dump")
    return f"in {order} order" if order.key == "dump" else f"by {order}"
