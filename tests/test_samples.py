"""The bundled samples read without a problem and keep the promises made to a new user."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tui_reader.dumps.reading import read_dump
from tui_reader.errors import Problem
from tui_reader.papers import Paper
from tui_reader.text.titles import normal_title

SAMPLES = Path(__file__).resolve().parents[1] / "sample_dumps"

PAPERS_IN = {
    "2024-05-06.json": 7,
    "2025-03-10.json": 6,
    "arxiv-snapshot.jsonl": 6,
    "capture-links.txt": 6,
    "capture.md": 7,
    "conference.jsonl": 12,
    "daily-blank-lines.txt": 10,
    "daily-by-line.txt": 9,
    "daily-compact.txt": 10,
}
IN_TWO_FILES = {
    "Attention Is All You Need",
    "LoRA: Low-Rank Adaptation of Large Language Models",
}

each_sample = pytest.mark.parametrize("name", sorted(PAPERS_IN))


def papers(name: str) -> list[Paper]:
    return [found for found in read_dump(SAMPLES / name) if isinstance(found, Paper)]


def titles() -> list[str]:
    return [paper.title for name in sorted(PAPERS_IN) for paper in papers(name)]


def only(title: str, name: str) -> Paper:
    (paper,) = [found for found in papers(name) if found.title == title]
    return paper


def test_every_sample_is_accounted_for() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == set(PAPERS_IN)


@each_sample
def test_a_sample_reads_without_a_problem(name: str) -> None:
    problems = [str(found) for found in read_dump(SAMPLES / name) if isinstance(found, Problem)]
    assert problems == []


@each_sample
def test_a_sample_gives_its_number_of_papers(name: str) -> None:
    assert len(papers(name)) == PAPERS_IN[name]


@each_sample
def test_every_summary_has_80_to_200_words(name: str) -> None:
    lengths = {paper.title: len(paper.abstract.split()) for paper in papers(name)}
    assert {title: words for title, words in lengths.items() if not 80 <= words <= 200} == {}


def test_the_samples_hold_sixty_papers_or_more() -> None:
    assert len({normal_title(title) for title in titles()}) >= 60


def test_only_the_intended_papers_appear_twice() -> None:
    counted = Counter(normal_title(title) for title in titles())
    repeated = {title: times for title, times in counted.items() if times > 1}
    assert repeated == {normal_title(title): 2 for title in IN_TWO_FILES}


@pytest.mark.parametrize("name", [name for name in sorted(PAPERS_IN) if name.endswith(".json")])
def test_a_day_of_json_is_a_list_later_than_its_papers(name: str) -> None:
    day = name.removesuffix(".json")
    items = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    assert len(items) == PAPERS_IN[name]
    assert {item["publishedAt"][:10] for item in items} == {day}
    assert all(item["paper"]["publishedAt"][:10] < day for item in items)


@pytest.mark.parametrize("name", [name for name in sorted(PAPERS_IN) if name.endswith(".jsonl")])
def test_every_line_of_json_lines_is_a_titled_object(name: str) -> None:
    lines = (SAMPLES / name).read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert len(records) == PAPERS_IN[name]
    assert all(record["title"] and record["abstract"] for record in records)


@pytest.mark.parametrize(
    "name", ["2024-05-06.json", "2025-03-10.json", "arxiv-snapshot.jsonl", "conference.jsonl"]
)
def test_structured_samples_name_their_authors(name: str) -> None:
    assert [paper.title for paper in papers(name) if not paper.authors] == []


@pytest.mark.parametrize("name", ["capture-links.txt", "capture.md"])
def test_captures_give_arxiv_id_upvotes_and_date(name: str) -> None:
    lacking = [p.title for p in papers(name) if not p.arxiv_id or p.upvotes is None or not p.date]
    assert lacking == []


def test_a_captured_paper_is_known_by_its_arxiv_id() -> None:
    paper = only("Attention Is All You Need", "capture.md")
    assert (paper.arxiv_id, paper.date, paper.upvotes) == ("1706.03762", "2017-06-12", 97)


def test_an_old_style_arxiv_id_is_kept_whole() -> None:
    paper = only("A fast quantum mechanical algorithm for database search", "arxiv-snapshot.jsonl")
    assert paper.arxiv_id == "quant-ph/9605043"
