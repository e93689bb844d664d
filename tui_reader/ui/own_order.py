"""Whether a reading list is shown in its own order, and how to get back to that."""

from typing import TYPE_CHECKING

from tui_reader.library.listing import Listing

if TYPE_CHECKING:
    from tui_reader.ui.main_screen import MainScreen


def has_own_order(listing: Listing) -> bool:
    """Whether papers stand as their list has them; so they do in an opened one without papers."""
    question = listing.question
    if listing.numbers or not question.reading_list:
        return bool(listing.list_order)
    return not listing.scores and question.sorted_by.key in ("relevance", "dump")


def hindrance(screen: "MainScreen", name: str) -> str:
    """Why papers cannot be moved in a list where the reader sees it, and what helps; else empty."""
    listing, keymap = screen.listed.listing, screen.outfit.keymap
    question = listing.question
    if not name or question.reading_list != name:
        return "Open a reading list, and its papers can be moved"
    if listing.list_order and not question.sorted_by.reverse:
        return ""
    if question.query.order:
        return f"The search itself sorts, by {question.query.order}: papers cannot be moved"
    if listing.list_order:
        key = keymap.short("sort.reverse", "list")
        return f"The list is shown the other way round; {key} turns it, then papers can be moved"
    if listing.scores:
        key = keymap.short("view.back", "list")
        return f"The search sorts what it finds; {key} leaves it, then papers can be moved"
    key = keymap.short("sort.next", "list")
    return f"Sorted by {question.order}, not in list order; {key} goes through the orders"
