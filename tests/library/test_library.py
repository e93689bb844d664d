"""What the library answers, and what the reader's marks do, under whichever name of a paper."""

from pathlib import Path

import pytest

from tests.library.material import (
    SHARED,
    asked,
    build_here,
    library_of,
    needs_corpus,
    needs_dumps,
    titles,
    write_dump,
)
from tests.search.material import answer, indexed
from tui_reader import locations
from tui_reader.library.gathering import gather
from tui_reader.library.library import Library
from tui_reader.library.listing import Question
from tui_reader.library.sources import choose_sources
from tui_reader.papers import Paper, PaperId
from tui_reader.queries.query import Query
from tui_reader.search.corpus import corpus_of
from tui_reader.sorting import SORT_KEYS, Order

BY_TITLE = {"title": "Rivers run", "abstract": "Slowly."}
BY_ARXIV = {"title": "Rivers Run!", "arxiv_id": "2401.00001", "abstract": "Slowly to the sea."}


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "dump.jsonl")


def first(library: Library) -> Paper:
    return library.snapshot.paper(0)


# Which dumps


def test_what_is_named_comes_before_everything(tmp_path: Path) -> None:
    locations.dumps_dir().mkdir(parents=True)
    write_dump(locations.dumps_dir() / "added.jsonl")
    sources = choose_sources([tmp_path / "named"], [tmp_path / "set"])
    assert (sources.paths, sources.origin) == ((tmp_path / "named",), "named")


def test_settings_come_before_what_was_added(tmp_path: Path) -> None:
    locations.dumps_dir().mkdir(parents=True)
    write_dump(locations.dumps_dir() / "added.jsonl")
    sources = choose_sources([], [tmp_path / "set"])
    assert (sources.paths, sources.origin) == ((tmp_path / "set",), "settings")


def test_what_was_added_comes_before_the_samples() -> None:
    locations.dumps_dir().mkdir(parents=True)
    write_dump(locations.dumps_dir() / "added.jsonl")
    assert choose_sources([], []).paths == (locations.dumps_dir(),)


@pytest.mark.parametrize("there", [None, ".hidden"])
def test_with_nothing_of_ones_own_there_are_the_samples(there: str | None) -> None:
    if there:
        locations.dumps_dir().mkdir(parents=True)
        (locations.dumps_dir() / there).touch()
    sources = choose_sources([], [])
    assert sources.origin == "samples"
    assert sources.paths[0].is_dir()


# What came of each dump


def test_every_dump_is_accounted_for(tmp_path: Path) -> None:
    write_dump(tmp_path / "a.jsonl", BY_TITLE, {"title": "Stones"})
    write_dump(tmp_path / "b.jsonl", BY_ARXIV, {"abstract": "nameless"}, {"title": "Sand"})
    (tmp_path / "c.bin").write_bytes(b"\x7fELF" + bytes(100))
    reports = {report.file: report for report in gather([tmp_path]).reports}
    facts = {n: (r.papers, r.duplicates, r.skipped, r.readable) for n, r in reports.items()}
    assert facts == {
        "a.jsonl": (2, 0, 0, True),
        "b.jsonl": (1, 1, 1, True),
        "c.bin": (0, 0, 1, False),
    }


def test_a_bad_record_is_named_with_its_line(tmp_path: Path) -> None:
    write_dump(tmp_path / "a.jsonl", BY_TITLE, {"abstract": "nameless"})
    (report,) = gather([tmp_path]).reports
    assert [(problem.file, problem.line) for problem in report.problems] == [("a.jsonl", 2)]


@pytest.mark.parametrize("from_index", [False, True])
def test_problems_are_the_same_from_the_index(tmp_path: Path, from_index: bool) -> None:
    dump = write_dump(tmp_path / "a.jsonl", BY_TITLE, {"abstract": "nameless"})
    if from_index:
        build_here(dump)
    with library_of(dump) as library:
        assert library.open() is not from_index
        assert [str(problem).split(": ")[0] for problem in library.problems] == ["a.jsonl:2"]


def test_a_missing_dump_is_told_and_the_others_load(dump: Path, tmp_path: Path) -> None:
    with library_of(tmp_path / "missing.txt", dump) as library:
        library.open()
        assert library.snapshot.count == 3
        assert [problem.file for problem in library.problems] == ["missing.txt"]


def test_progress_names_the_file_and_the_papers_so_far(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    write_dump(tmp_path / "a.jsonl", BY_TITLE)
    write_dump(tmp_path / "b.jsonl", {"title": "Stones"})
    gather([tmp_path], lambda file, papers: told.append((file, papers)))
    assert told == [("a.jsonl", 0), ("b.jsonl", 1)]


# Papers and marks


def test_a_paper_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    with library_of(write_dump(tmp_path / "a.jsonl", BY_ARXIV)) as library:
        library.open()
        names = first(library).names
        assert len(names) == 2
        assert [library.paper(name) for name in names] == [first(library)] * 2
        assert library.paper(PaperId("arxiv:0000.00000")) is None


def test_what_was_said_of_a_title_stays_when_the_arxiv_id_is_known(tmp_path: Path) -> None:
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    write_dump(dumps / "a.jsonl", BY_TITLE)
    with library_of(dumps) as library:
        library.open()
        library.star(first(library))
        library.write_note(first(library), "Wet.", library.annotation(first(library)).note)
        assert first(library).id.startswith("title:")
    write_dump(dumps / "b.jsonl", BY_ARXIV)
    with library_of(dumps) as library:
        library.open()
        assert first(library).id == "arxiv:2401.00001"
        said = library.annotation(first(library))
        assert (said.starred, said.note) == (True, "Wet.")
        assert titles(library, "is:starred has:note") == ["Rivers run"]


def test_a_paper_can_carry_marks_under_two_names_at_once(tmp_path: Path) -> None:
    known_by_id = {**BY_ARXIV, "title": "Rivers run"}
    by_title = write_dump(tmp_path / "t.jsonl", BY_TITLE)
    with library_of(by_title) as library:
        library.open()
        library.write_note(first(library), "By title.", library.annotation(first(library)).note)
    other = write_dump(tmp_path / "x.jsonl", {**known_by_id, "title": "Another"})
    with library_of(other) as library:
        library.open()
        library.write_note(first(library), "By id.", library.annotation(first(library)).note)
        library.star(first(library))
    with library_of(write_dump(tmp_path / "whole.jsonl", known_by_id)) as library:
        library.open()
        paper = first(library)
        said = library.annotation(paper)
        assert (said.starred, said.note) == (True, "By id.\n-----\nBy title.")
        library.write_note(paper, "One note.", library.annotation(paper).note)
        assert library.annotation(paper).note == "One note."
        assert not library.star(paper)
        assert not library.annotation(paper).starred
        assert titles(library, "is:starred") == []
        library.write_note(paper, "  \n", library.annotation(paper).note)
        assert titles(library, "has:note") == []


def test_marks_are_there_the_next_time(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        assert library.star(first(library))
        library.mark_read(first(library), True)
        library.mark_read(library.snapshot.paper(1), True)
        library.mark_read(library.snapshot.paper(1), False)
        library.write_note(library.snapshot.paper(2), "Heavy.", "")
    with library_of(dump) as library:
        library.open()
        assert titles(library, "is:starred") == titles(library, "is:read") == ["Rivers run"]
        assert titles(library, "has:note") == ["Stones"]
        assert library.numbers_not_unread(library.snapshot) == {0}


@pytest.mark.parametrize(
    ("view", "found"),
    [("all", [0, 1]), ("starred", [1]), ("unread", [1]), ("notes", [0])],
)
def test_a_view_narrows_every_query(dump: Path, view: str, found: list[int]) -> None:
    with library_of(dump) as library:
        library.open()
        one, two = library.snapshot.paper(0), library.snapshot.paper(1)
        library.star(two)
        library.mark_read(one, True)
        library.write_note(one, "Wet.", library.annotation(one).note)
        question = Question(Query.parse("rivers"), view, Order("dump"))  # type: ignore[arg-type] # one of the views
        assert list(library.search(question).numbers) == found


def test_a_listing_tells_what_to_highlight(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        listing = asked(library, "title:river")
        assert library.hits("Rivers run", listing, "title") == [(0, 6)]
        assert library.hits("Rivers run", listing, "abstract") == ()


# Real dumps


@needs_dumps
def test_the_three_daily_pages_together_hold_655_papers() -> None:
    with library_of(SHARED / "dumps" / "daily") as library:
        library.open()
        assert library.snapshot.count == len(asked(library, "").numbers) == 655
        assert sum(report.papers + report.duplicates for report in library.snapshot.reports) == 658
        build_here(*library.sources.paths)
        assert not library.reload()
        assert library.snapshot.count == 655


QUERIES = (
    "diffusion", "diffusion model", "model training data language", '"language model"',
    "attention OR transformer", "diffus*", "mod*", "d*", "gan -image", "title:graph",
    "author:wang", "year:2023..2024", '"state of the art" robot*', "GPT-4", "C++", "is:unread",
    "schrodinger", "venue:iclr", "(graph OR tree) -neural", "deep learning date:..2019",
)  # fmt: skip


@needs_corpus
def test_on_the_large_corpus_index_and_memory_answer_alike(tmp_path: Path) -> None:
    papers = gather([SHARED / "corpora" / "conference-29k.jsonl.gz"]).catalog.papers
    assert len(papers) == 29_083
    papers = papers[::3]
    memory, index = corpus_of(papers), indexed(tmp_path, papers)
    asks = [(query, Order()) for query in QUERIES] + [("model", Order(key)) for key in SORT_KEYS]
    for query, order in asks:
        ours, theirs = answer(memory, query, order), answer(index, query, order)
        assert list(ours.numbers) == list(theirs.numbers), query
        assert list(ours.scores) == pytest.approx(list(theirs.scores), abs=1e-4), query


def test_of_many_papers_the_first_are_there_before_the_rest(tmp_path: Path) -> None:
    records = [{"title": f"Paper {number}", "abstract": "Many."} for number in range(3000)]
    with library_of(write_dump(tmp_path / "many.jsonl", *records)) as library:
        counts: list[int] = []
        library.open(early=lambda: counts.append(library.snapshot.count))

        assert len(counts) == 1
        assert 0 < counts[0] < library.snapshot.count == 3000
