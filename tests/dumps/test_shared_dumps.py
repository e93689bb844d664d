"""The real files, where they are at hand."""

import gzip
import json
from pathlib import Path

import pytest

from tests.dumps.shared import SHARED, needs_shared, pairs, papers, problems
from tui_reader.dumps.reading import read_dump
from tui_reader.papers import Paper
from tui_reader.text.clean import clean

pytestmark = needs_shared

DAILY = {
    "000_35864b3586657c5a.txt": (164, "Mar 11"),
    "001_65a2df4d0a4476fd.txt": (202, ""),
    "003_97e5bbb4d5fbe4b1.txt": (292, ""),
}
CORPUS = SHARED / "corpora/conference-29k.jsonl.gz"


def in_folder(folder: str) -> list[Path]:
    return sorted((SHARED / "dumps" / folder).iterdir())


@pytest.mark.parametrize("name", DAILY)
def test_a_daily_page_gives_every_line_of_its_papers_unchanged(name: str) -> None:
    count, day = DAILY[name]
    path = SHARED / "dumps/daily" / name
    found = pairs(path)
    assert len(found) == count
    shown = [clean(line).removeprefix("Subscribe") for line in path.read_text().split("\n") if line]
    assert [text for pair in found for text in pair] == shown[-2 * count :]
    assert {paper.seen[0].day for paper in papers(path)} == {day}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("name", DAILY)
def test_a_daily_page_with_other_line_ends_and_a_mark_is_the_same(
    tmp_path: Path, name: str, end: str
) -> None:
    path = SHARED / "dumps/daily" / name
    other = tmp_path / "page"
    other.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().rstrip().replace(b"\n", end.encode()))
    assert pairs(other) == pairs(path)


def test_the_daily_pages_one_after_another_are_all_their_papers(tmp_path: Path) -> None:
    whole = tmp_path / "all"
    whole.write_bytes(b"\n\n".join(path.read_bytes() for path in in_folder("daily")))
    assert pairs(whole) == [pair for path in in_folder("daily") for pair in pairs(path)]


def test_both_captures_give_the_same_papers() -> None:
    links, markdown = in_folder("captures")
    assert pairs(links) == pairs(markdown)
    assert len(pairs(links)) == 4
    for path in (links, markdown):
        found = papers(path)
        assert [paper.upvotes for paper in found] == [412, 233, 98, 151]
        assert [paper.date for paper in found] == [
            *("2017-06-12", "2018-10-11", "2021-06-17", "2022-05-27")
        ]
        assert [paper.arxiv_id for paper in found] == [
            *("1706.03762", "1810.04805", "2106.09685", "2205.14135")
        ]
        assert found[2].code == "https://github.com/microsoft/LoRA"
    assert {paper.seen[0].day for paper in papers(markdown)} == {"2026-10-02"}


def test_every_record_of_the_daily_json_is_a_paper_of_its_day() -> None:
    found: list[Paper] = []
    for path in in_folder("hf-json"):
        assert problems(path) == []
        found += (day := papers(path))
        assert {paper.seen[0].day for paper in day} == {path.stem}
    assert len(found) == 686
    assert all(paper.arxiv_id and paper.abstract and paper.authors for paper in found)
    assert sum(bool(paper.code) for paper in found) == 260
    assert sum(bool(paper.project) for paper in found) == 180
    assert not any("\n" in paper.title for paper in found)


def test_records_that_are_text_are_as_many_as_there_are() -> None:
    texts = [
        (path, item)
        for path in in_folder("hf-json")
        for item in json.loads(path.read_text())
        if isinstance(item, str)
    ]
    assert len(texts) == 67
    folders = {path for path, _ in texts}
    assert sum(len(papers(path)) for path in folders) == 67


def test_the_conference_corpus_is_read_whole() -> None:
    found = [item for item in read_dump(CORPUS) if isinstance(item, Paper)]
    assert len(found) == 29_083
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        first = json.loads(file.readline())
    assert (found[0].title, found[0].venue, found[0].year) == (
        *(first["title"], first["venue"], first["year"]),
    )
    assert list(found[0].authors) == first["authors"]
    assert found[0].url == first["url"]
