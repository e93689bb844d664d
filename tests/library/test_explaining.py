"""An explanation says in words what was searched for, and what a paper's score is made of."""

from pathlib import Path

import pytest

from tests.library.material import library_of, write_dump
from tui_reader.library.explaining import APART
from tui_reader.library.library import Library
from tui_reader.library.listing import Question, View
from tui_reader.queries.query import Query

RECORDS = (
    {"title": "Rivers run", "abstract": "A river of rivers.", "date": "2024-03-11"},
    {"title": "Clouds over rivers", "abstract": "They rain."},
    {"title": "Stones", "abstract": "They stay."},
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "dump.jsonl", *RECORDS)


def lines(library: Library, query: str, *titles: str, view: View = "all") -> list[tuple[str, str]]:
    snapshot = library.snapshot
    papers = [snapshot.paper(place) for place in snapshot.everything()]
    chosen = [paper for paper in papers if paper.title in titles]
    return list(library.explain(Question(Query.parse(query), view), chosen))


def said(library: Library, query: str, *titles: str, view: View = "all") -> dict[str, str]:
    return dict(lines(library, query, *titles, view=view))


def test_it_tells_the_stem_and_how_many_papers_have_it(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        found = said(library, "running rivers")
        assert found["running"] == "1 paper in title; looked for run"
        assert found["rivers"] == "2 papers in title, abstract; looked for river"
        assert found["Papers"] == "1 of 3, by relevance"


def test_a_day_in_words_is_told_as_days(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        assert said(library, "date:2024-03")["Understood"].startswith("date:2024-03")


def test_the_parts_of_a_score_add_up(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        about = [head for head, _ in lines(library, "rivers", "Rivers run")]
        score = said(library, "rivers", "Rivers run")["Score"]
        parts = [float(head) for head in about[about.index("Score") + 1 :]]
        assert len(parts) == 2
        assert sum(parts) == pytest.approx(float(score.split(",")[0]), abs=0.02)


def test_a_paper_that_does_not_answer_is_said_not_to(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        assert lines(library, "rivers", "Stones")[-1] == ("", "does not answer the query")


def test_what_does_not_rank_has_no_score(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        assert "no score" in lines(library, "is:unread", "Stones")[-1][1]


def test_a_view_is_part_of_what_was_asked(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        assert ("", "among starred papers only") in lines(library, "rivers", view="starred")


def test_an_opened_list_is_part_of_what_was_asked(dump: Path) -> None:
    question = Question(Query.parse("rivers"), reading_list="train")
    with library_of(dump) as library:
        library.open()
        assert ("", "in the reading list train only") in library.explain(question)


def test_a_word_taken_for_another_is_told(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        assert said(library, "stonez")["'stonez'"] == "no paper has it: stones"


def test_query_words_and_paper_stand_apart(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        assert lines(library, "rivers", "Rivers run").count(APART) == 2


def test_before_anything_was_read_there_is_nothing_to_explain(dump: Path) -> None:
    with library_of(dump) as library:
        assert lines(library, "rivers") == []
