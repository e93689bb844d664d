"""What the reader keeps, counted for the papers of the library; and lists as they are told of."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.library.material import asked, build_here, library_of, write_dump
from tui_reader.library.deeds import Adding, Noting, Standing, Starring, Tagging
from tui_reader.library.library import Library
from tui_reader.library.list_deeds import (
    Describing,
    Dropping,
    Renaming,
    RenamingSearch,
    SavingSearch,
)
from tui_reader.library.listing import VIEWS, Question
from tui_reader.library.shelf import Found
from tui_reader.library.telling import told
from tui_reader.queries.query import Query

RECORDS: tuple[Mapping[str, object], ...] = tuple(
    {"title": f"Rivers {number}", "abstract": "They run." if number % 2 else "They rest."}
    for number in range(8)
)


def annotated(library: Library) -> None:
    """Some of everything."""
    papers = [library.snapshot.paper(number) for number in range(8)]
    library.do(Starring(on=True), papers[:3])
    library.do(Standing("to read"), papers[3:5])
    library.do(Standing("skipped"), papers[5:6])
    library.do(Noting("seen", ""), papers[6:7])
    library.do(Tagging(("Deep",)), papers[:1])
    library.do(Tagging(("deep", "wide")), papers[1:4])
    library.do(Adding("train"), papers[2:4])
    library.do(Describing("later"))


@pytest.mark.parametrize("indexed", [False, True], ids=["memory", "index"])
def test_every_count_is_the_number_of_papers_listed(tmp_path: Path, indexed: bool) -> None:
    dump = write_dump(tmp_path / "list.jsonl", *RECORDS)
    if indexed:
        build_here(dump)
    with library_of(dump) as library:
        library.open()
        annotated(library)
        kept = library.kept()

        assert kept is not None
        listed = {view: len(asked(library, "", view).numbers) for view in VIEWS}
        assert dict(kept.views) == listed
        assert kept.views["skipped"] == 1
        for name, papers in kept.lists.items():
            question = Question(Query.parse(""), reading_list=name)
            assert len(library.search(question).numbers) == papers
        for name, papers in kept.tags.items():
            assert len(asked(library, f"tag:{name}").numbers) == papers


def test_tags_come_by_use_and_lists_by_name(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        annotated(library)
        kept = library.kept()

        assert kept is not None
        assert [*kept.tags.items()] == [("Deep", 4), ("wide", 3)]
        assert [*kept.lists.items()] == [("later", 0), ("train", 2)]


def test_before_there_are_papers_nothing_is_counted(tmp_path: Path) -> None:
    with library_of(tmp_path / "none.jsonl") as library:
        library.read_annotations()

        assert library.kept() is None
        assert library.found(Query.parse("rivers")) is None


@pytest.mark.parametrize(
    ("query", "found"),
    [("rivers", Found(8, 3)), ("run", Found(4, 2)), ("-is:new", Found(5, 0)), ("", Found(8, 3))],
)
def test_a_query_is_counted_and_what_of_it_is_new(tmp_path: Path, query: str, found: Found) -> None:
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    write_dump(dumps / "2024-03-01.jsonl", *RECORDS[:5])
    write_dump(dumps / "2024-03-02.jsonl", *RECORDS[5:])
    with library_of(dumps) as library:
        library.open()

        assert library.found(Query.parse(query)) == found


def test_in_a_library_of_one_list_nothing_is_new(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()

        assert library.found(Query.parse("rivers")) == Found(8, 0)


def test_a_list_that_is_renamed_or_given_up_is_told_of_as_one(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        annotated(library)

        assert told(library.do(Renaming("train", "metro"))) == (
            "list train renamed to metro · 2 papers"
        )
        assert told(library.do(Dropping("metro"))) == "list metro given up · 2 papers"
        assert told(library.do(Dropping("later"))) == "list later given up"


def test_a_saved_search_is_renamed_and_keeps_its_query(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "list.jsonl", *RECORDS)) as library:
        library.open()
        library.do(SavingSearch("water", "rivers"))
        step = library.do(RenamingSearch("water", "Water"))

        assert told(step) == "search water renamed to Water"
        assert {name: each.query for name, each in library.holdings.searches.items()} == {
            "Water": "rivers"
        }
        library.undo()
        assert [*library.holdings.searches] == ["water"]
