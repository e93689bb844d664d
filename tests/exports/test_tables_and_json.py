"""CSV, JSON and JSON Lines: read back by the standard library, and as dumps."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.program import SAMPLES
from tests.exports.material import ATTENTION, NOTED, entries, exported, names, text
from tui_reader.annotation import Annotation
from tui_reader.dumps.json_records import DamagedRecord
from tui_reader.dumps.reading import read_dump
from tui_reader.dumps.record_papers import paper_from
from tui_reader.exports.csv_table import COLUMNS, safe
from tui_reader.exports.entries import Entry
from tui_reader.exports.wording import authors, line
from tui_reader.papers import Paper
from tui_reader.text.clean import clean

FORMULAS = tuple("=+-@|%＝＋－＠")

one_line_names = names.map(lambda given: [clean(name, multiline=False) for name in given])
records = st.fixed_dictionaries(
    {"title": text.map(lambda piece: f"A title {piece}")},
    optional={
        "abstract": text,
        "authors": one_line_names,
        "date": st.sampled_from(["2017", "2017-06-12", "May 2019", "never"]),
        "year": st.integers(1000, 3000),
        "venue": text,
        "url": st.sampled_from(["https://x.org/a?b", "https://arxiv.org/abs/2401.00001v2", "x"]),
        "doi": st.sampled_from(["10.1000/X", "https://doi.org/10.1000/y", "10.1000/}x"]),
        "id": st.sampled_from(["1706.03762", "math.GT/0309136", "7"]),
        "keywords": one_line_names,
        "categories": one_line_names,
        "organization": text,
        "ai_summary": text,
        "upvotes": st.integers(0, 10),
    },
)


def rows(*some: Entry | Paper) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported("csv", *some), newline=""), strict=True))


def read_back(content: str) -> list[Paper]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "exported"
        file.write_text(content, encoding="utf-8", newline="")
        found = list(read_dump(file))
    assert all(isinstance(each, Paper) for each in found)
    return [replace(each, seen=()) for each in found if isinstance(each, Paper)]


@pytest.mark.parametrize(
    "cell",
    ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "%x", " =1", "＝1", "|x"],
)
def test_what_could_be_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell.strip()}"


def test_a_row_has_what_is_known() -> None:
    (row,) = rows(Entry(ATTENTION, NOTED))

    assert tuple(row) == COLUMNS
    assert row["authors"] == "Ashish Vaswani; Łukasz Kaiser"
    assert (row["year"], row["starred"], row["upvotes"]) == ("2017", "yes", "")
    assert (row["status"], row["tags"], row["lists"]) == ("to read", "nlp; to cite", "train")
    assert row["note"] == NOTED.note


def test_lines_of_csv_end_as_the_standard_wants() -> None:
    assert exported("csv", replace(ATTENTION, abstract="")).count("\r\n") == 2


@given(entries)
def test_csv_is_read_back_and_holds_no_formula(some: list[Entry]) -> None:
    found = rows(*some)

    assert [row["title"] for row in found] == [safe(line(each.paper.title)) for each in some]
    assert [row["authors"] for row in found] == [
        safe("; ".join(authors(each.paper))) for each in some
    ]
    assert all(len(row) == len(COLUMNS) for row in found)
    assert not any(cell.startswith(FORMULAS) for row in found for cell in row.values())


@given(entries)
def test_json_and_json_lines_say_the_same(some: list[Entry]) -> None:
    lines = [json.loads(each) for each in exported("jsonl", *some).split("\n")[:-1]]

    assert json.loads(exported("json", *some)) == lines
    assert len(lines) == len(some)
    for one, entry in zip(lines, some, strict=True):
        assert (one["starred"], one["read"]) == (entry.said.starred, entry.said.read)
        assert one["status"] == (entry.said.status or "unread")
        assert (len(one["tagged"]), len(one["lists"])) == (
            len(entry.said.tags), len(entry.said.lists),
        )  # fmt: skip


def test_a_star_has_its_day_in_json() -> None:
    assert json.loads(exported("jsonl", Entry(ATTENTION, NOTED)))["starred_on"] == "2026-10-05"
    undated = Entry(ATTENTION, Annotation(star="true"))
    assert json.loads(exported("jsonl", undated))["starred_on"] is None


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_the_samples_exported_are_a_dump_of_equal_papers(name: str) -> None:
    found = [each for file in sorted(SAMPLES.iterdir()) for each in read_dump(file)]
    papers = [each for each in found if isinstance(each, Paper)]

    assert len(papers) > 50
    assert read_back(exported(name, *papers)) == [replace(each, seen=()) for each in papers]


@given(st.lists(records, min_size=1, max_size=4))
def test_hostile_papers_exported_are_a_dump_of_equal_papers(
    given_ones: list[dict[str, object]],
) -> None:
    papers = [replace(paper_from(record, "x"), seen=()) for record in given_ones]
    tagged = [Entry(paper, NOTED) for paper in papers]

    assert read_back(exported("jsonl", *tagged)) == papers


def test_a_paper_without_a_title_is_no_paper_of_a_dump() -> None:
    with pytest.raises(DamagedRecord):
        paper_from({"abstract": "x"}, "x")
