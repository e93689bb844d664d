"""Papers of one reading list come in the reader's own order, wherever that says more."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.library.material import library_of, write_dump
from tui_reader.library.deeds import Adding, Moving
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing, Question, View
from tui_reader.queries.query import Query
from tui_reader.sorting import Order

RECORDS: tuple[Mapping[str, object], ...] = (
    {"title": "Alder", "abstract": "Trees.", "upvotes": 1},
    {"title": "Birch", "abstract": "Trees.", "upvotes": 3},
    {"title": "Cedar", "abstract": "Trees of trees.", "upvotes": 2},
    {"title": "Dogwood", "abstract": "Shrubs."},
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """`train` has the cedar, the alder and the birch in this order; `later` the birch."""
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        for name, numbers in (("train", (2, 0, 1)), ("later", (1,))):
            for number in numbers:
                library.do(Adding(name), [library.snapshot.paper(number)])
        yield library


def listed(
    library: Library,
    query: str = "",
    *,
    reading_list: str = "",
    order: Order = Order(),  # noqa: B008 - frozen, so it can be shared
    typing: bool = False,
    view: View = "all",
) -> Listing:
    parsed = Query.parse(query, typing=typing)
    return library.search(Question(parsed, view, order, reading_list))


def initials(library: Library, listing: Listing) -> str:
    return "".join(library.snapshot.paper(number).title[0] for number in listing.numbers)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("list:train", "CAB"),
        ("list:TRAIN", "CAB"),
        ("list:train is:unread -title:alder", "CB"),
        ("list:train -list:later", "CA"),
        ("list:train (is:unread OR is:starred)", "CAB"),
        ("list:train sort:dump-reversed", "BAC"),
        ("list:train sort:relevance", "CAB"),
    ],
)
def test_a_query_for_one_list_is_answered_in_its_order(
    library: Library, query: str, found: str
) -> None:
    listing = listed(library, query)
    assert (initials(library, listing), listing.list_order) == (found, "train")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("list:train list:later", "B"),
        ("list:train OR list:later", "ABC"),
        ("(list:train OR list:later) is:unread", "ABC"),
        ("list:t*", "ABC"),
        ("list:*", "ABC"),
        ("-list:later", "ACD"),
        ("list:train sort:title", "ABC"),
        ("list:train sort:upvotes", "BCA"),
        ("list:train sort:title-reversed", "CBA"),
        ("list:nobody", ""),
    ],
)
def test_other_questions_keep_their_order(library: Library, query: str, found: str) -> None:
    listing = listed(library, query)
    assert (initials(library, listing), listing.list_order) == (found, "")


def test_a_query_that_ranks_is_answered_by_rank(library: Library) -> None:
    listing = listed(library, "list:train trees")
    assert listing.list_order == ""
    assert sorted(listing.scores, reverse=True) == list(listing.scores)


def test_a_list_being_typed_is_in_order_as_soon_as_its_name_is_whole(library: Library) -> None:
    orders = [listed(library, text, typing=True).list_order for text in ("list:trai", "list:train")]
    assert orders == ["", "train"]


def test_an_opened_list_is_a_listing_in_its_order(library: Library) -> None:
    assert initials(library, listed(library, reading_list="train")) == "CAB"
    assert initials(library, listed(library, "is:unread", reading_list="train")) == "CAB"
    assert initials(library, listed(library, "list:later", reading_list="train")) == "B"
    assert initials(library, listed(library, "birch", reading_list="train")) == "B"
    assert initials(library, listed(library, "dogwood", reading_list="train")) == ""


def test_an_opened_list_can_be_sorted_otherwise(library: Library) -> None:
    by_title = listed(library, reading_list="train", order=Order("title"))
    turned = listed(library, reading_list="train", order=Order("dump", reverse=True))
    assert (initials(library, by_title), initials(library, turned)) == ("ABC", "BAC")


def test_a_view_of_an_opened_list_keeps_its_order(library: Library) -> None:
    library.mark_read(library.snapshot.paper(0), True)
    assert initials(library, listed(library, reading_list="train", view="unread")) == "CB"


def test_an_opened_list_takes_a_search_even_without_a_query(library: Library) -> None:
    assert library.at_once(Question(Query.parse(""), reading_list="train")) is None


def test_a_paper_that_is_moved_is_listed_there_at_once(library: Library) -> None:
    library.do(Moving("train", "top"), [library.snapshot.paper(1)])
    assert initials(library, listed(library, reading_list="train")) == "BCA"


def test_the_order_holds_the_papers_that_the_query_finds(library: Library) -> None:
    def found(query: str, order: Order) -> Sequence[int]:
        return sorted(listed(library, query, order=order).numbers)

    for query in ("list:train", "list:train is:unread", "list:train -title:birch", "list:later"):
        assert found(query, Order()) == found(query, Order("title"))
