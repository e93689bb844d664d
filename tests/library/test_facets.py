"""What a listing can be narrowed to: counts with the clauses that narrow to them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.library.material import asked, build_here, library_of, write_dump
from tui_reader.annotation import Status
from tui_reader.library.deeds import Adding, Standing, Tagging
from tui_reader.library.facets import Facet, FacetCount
from tui_reader.library.library import Library
from tui_reader.library.listing import EMPTY
from tui_reader.queries.narrowing import narrowed, without

RECORDS: tuple[Mapping[str, object], ...] = (
    {"title": "One", "venue": "ICLR 2024", "year": 2024, "keywords": ["graph learning", "RL"]},
    {"title": "Two", "venue": "ICLR 2024 Workshop", "year": 2024, "code": "https://example.org/c"},
    {"title": "Three", "venue": 'A "great" venue', "year": 2023, "keywords": ["rl"]},
    {"title": "Four", "venue": "TMLR", "arxiv_id": "2401.00002", "keywords": ["…"]},
)


PAPERS = ["Year", "Venue", "Keyword", "Seen in"]
"""Facets of the papers themselves."""


def facets(library: Library, query: str = "") -> dict[str, Facet]:
    return {facet.title: facet for facet in library.facets(asked(library, query))}


def values(facet: Facet) -> dict[str, int]:
    return {count.value: count.papers for count in facet.counts}


def every_count(library: Library, query: str = "") -> list[FacetCount]:
    return [count for facet in facets(library, query).values() for count in facet.counts]


@pytest.mark.parametrize("indexed", [False, True], ids=["memory", "index"])
def test_a_listing_is_counted_by_year_venue_keyword_dump_and_mark(
    tmp_path: Path, indexed: bool
) -> None:
    dump = write_dump(tmp_path / "list.jsonl", *RECORDS)
    if indexed:
        build_here(dump)
    with library_of(dump) as library:
        library.open()
        found = facets(library)

        assert list(found) == [*PAPERS, "Marks", "Tag", "List"]
        assert values(found["Year"]) == {"2024": 2, "2023": 1}
        assert values(found["Keyword"]) == {"RL": 2, "graph learning": 1}
        assert values(found["Seen in"]) == {"list.jsonl": 4}
        assert values(found["Marks"]) == {"unread": 4, "with code": 1, "with a PDF": 1}


def test_only_the_papers_of_the_listing_count(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()

        assert values(facets(library, "keyword:rl")["Venue"]) == {
            "ICLR 2024": 1, 'A "great" venue': 1,
        }  # fmt: skip


def test_a_clause_narrows_to_what_was_counted(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        counts = every_count(library)
        longer = {"ICLR 2024"}  # also a phrase of the workshop's name

        assert {count.clause for count in counts} >= {
            "year:2024", 'venue:"ICLR 2024"', 'keyword:"graph learning"', "has:code", "is:unread",
        }  # fmt: skip
        for count in counts:
            found = len(asked(library, count.clause).numbers)
            assert found == count.papers + (count.value in longer)


def test_what_stands_in_the_query_is_chosen(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        for count in every_count(library):
            text = narrowed("one OR two OR three OR four", count.clause)
            chosen = [each.clause for each in every_count(library, text) if each.chosen]

            assert chosen == [count.clause]
            assert not any(
                each.chosen for each in every_count(library, without(text, count.clause))
            )


def test_marks_count_as_soon_as_they_are_made(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        paper = library.snapshot.paper(0)
        library.star(paper)
        library.mark_read(paper, True)
        library.write_note(paper, "Good", "")

        marks = values(facets(library)["Marks"])
        assert (marks["starred"], marks["unread"], marks["with a note"]) == (1, 3, 1)


def test_a_paper_is_counted_by_how_far_the_reader_is_with_it(tmp_path: Path) -> None:
    statuses: tuple[Status, ...] = ("to read", "reading", "done", "skipped")
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        for number, status in enumerate(statuses):
            library.do(Standing(status), [library.snapshot.paper(number)])

        found = facets(library)["Marks"]
        assert {count.value: (count.papers, count.clause) for count in found.counts}.items() >= {
            "to read": (1, "is:to-read"),
            "reading": (1, "is:reading"),
            "done": (1, "is:done"),
            "skipped": (1, "is:skipped"),
        }.items()
        assert "unread" not in values(found)


def test_tags_and_lists_of_the_listed_papers_are_counted_the_commonest_first(
    tmp_path: Path,
) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        every = [library.snapshot.paper(number) for number in range(4)]
        library.do(Tagging(add=("rag",)), every[:1])
        library.do(Tagging(add=("survey",)), every[:3])
        library.do(Adding("to read"), every[1:2])

        found = facets(library)
        assert list(values(found["Tag"]).items()) == [("survey", 3), ("rag", 1)]
        assert [count.clause for count in found["Tag"].counts] == ["tag:survey", "tag:rag"]
        assert [count.clause for count in found["List"].counts] == ['list:"to read"']
        assert values(facets(library, "title:three")["Tag"]) == {"survey": 1}
        for name in ("Tag", "List"):
            for count in found[name].counts:
                assert len(asked(library, count.clause).numbers) == count.papers


def test_before_anything_was_read_there_are_no_facets(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl")) as library:
        assert library.facets(EMPTY) == ()


def test_an_index_without_its_labels_is_given_up(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "list.jsonl", *RECORDS)
    build_here(dump)
    with library_of(dump) as library:
        library.open()
        listing = asked(library, "")
        index = library.snapshot.index
        assert index is not None
        (index.folder / "labels.venues.npz").unlink()

        assert library.facets(listing) == ()
        assert library.snapshot.origin == "memory"
        assert values(facets(library)["Venue"])["TMLR"] == 1
