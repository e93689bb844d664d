"""A view shows the papers in one state, and those that it was asked to keep."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.material import library_of, titles, write_dump
from tui_reader.annotation import Status
from tui_reader.library.deeds import Standing
from tui_reader.library.library import Library
from tui_reader.library.listing import VIEWS, Question, View
from tui_reader.queries.query import Query

STATUSES: dict[str, Status] = {
    "Alder": "to read",
    "Birch": "reading",
    "Cedar": "done",
    "Dogwood": "skipped",
    "Elm": "read",
    "Fir": "",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A paper of each status."""
    dump = write_dump(tmp_path / "list.jsonl", *({"title": title} for title in STATUSES))
    with library_of(dump) as library:
        library.open()
        for number, status in enumerate(STATUSES.values()):
            library.do(Standing(status), [library.snapshot.paper(number)])
        yield library


@pytest.mark.parametrize(
    ("view", "found"),
    [
        ("unread", ["Fir"]),
        ("to-read", ["Alder"]),
        ("reading", ["Birch"]),
        ("done", ["Cedar"]),
        ("skipped", ["Dogwood"]),
        ("starred", []),
    ],
)
def test_a_view_shows_the_papers_of_a_status(
    library: Library, view: View, found: list[str]
) -> None:
    assert titles(library, "", view) == found


def test_read_is_what_the_reader_is_through_with(library: Library) -> None:
    assert titles(library, "is:read") == ["Cedar", "Dogwood", "Elm"]


def test_papers_that_are_kept_stay_in_a_view_but_answer_the_query_too(library: Library) -> None:
    kept = frozenset(library.snapshot.paper(number).id for number in (0, 4))

    def found(query: str, view: View) -> list[str]:
        listing = library.search(Question(Query.parse(query), view, kept=kept))
        return [library.snapshot.paper(number).title for number in listing.numbers]

    assert found("", "unread") == ["Alder", "Elm", "Fir"]
    assert found("-alder", "unread") == ["Elm", "Fir"]
    assert found("is:unread", "unread") == ["Fir"]
    assert found("birch", "all") == ["Birch"]


def test_what_is_not_unread_has_a_status(library: Library) -> None:
    assert library.numbers_not_unread(library.snapshot) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_asked_for(library: Library, view: View) -> None:
    everything = titles(library)
    assert [title for title in everything if title in titles(library, "", view)] == titles(
        library, "", view
    )
