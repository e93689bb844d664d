import bz2
import gzip
import json
import lzma
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dumps.pages import KETTLE, MOSS, THREE, blank, compact
from tests.dumps.shared import Write, pairs, papers, problems
from tests.dumps.test_daily_capture import inline
from tests.dumps.test_daily_json import item
from tui_reader.dumps import reading
from tui_reader.dumps.layouts import LAYOUTS, Layout, layout_of
from tui_reader.dumps.reading import read_dump
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem, UnreadableError
from tui_reader.papers import Paper

RECORD = json.dumps({"title": MOSS[0], "abstract": MOSS[1]})


def reason(path: Path) -> str:
    with pytest.raises(UnreadableError) as refused:
        list(read_dump(path))
    return refused.value.reason


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        (blank(THREE), "Daily Papers text"),
        (compact(THREE), "Daily Papers text"),
        (blank(THREE, ""), "Daily Papers text"),
        (blank([MOSS], ""), None),
        (inline(MOSS), "a captured Daily Papers page"),
        (json.dumps([item()]), "Daily Papers JSON"),
        (json.dumps([repr(item())]), "Daily Papers JSON"),
        (f"[{RECORD}]", "JSON Lines or a JSON list of papers"),
        (RECORD, "JSON Lines or a JSON list of papers"),
    ],
)
def test_a_layout_is_recognised_by_content(text: str, layout: str | None) -> None:
    found = layout_of(text)
    assert (found.name if found else None) == layout


@pytest.mark.parametrize(
    "text",
    [
        "just a line",
        "# A heading\n\nSome words below it.\n",
        "title,abstract\nMosses,Green things\n",
        "<html><body><p>Mosses</p></body></html>",
        '{"name": "a package", "version": "1.0"}',
        "[1, 2, 3]",
        "key: value\nother: value\n",
        "def moss():\n    return 'green'\n",
    ],
)
def test_a_file_with_no_known_layout_is_told_what_was_looked_for(write: Write, text: str) -> None:
    assert all(layout.name in reason(write(text)) for layout in LAYOUTS)


@pytest.mark.parametrize("content", [b"", b"\n\n \t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"[ ]"])
def test_an_empty_file_has_no_papers_and_no_error(write: Write, content: bytes) -> None:
    assert list(read_dump(write(content))) == []


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_packed_and_wide_files_read_as_any_other(
    write: Write, pack: Callable[[bytes], bytes], encoding: str
) -> None:
    assert pairs(write(pack(blank(THREE).encode(encoding)), "a.json")) == list(THREE)


def test_damaged_bytes_are_counted_in_one_problem(write: Write) -> None:
    content = blank(THREE).encode().replace(b"roof by", b"r\xe9of by")
    found = problems(write(content))
    assert [(problem.line, problem.reason[:12]) for problem in found] == [(0, "1 line holds")]
    assert "r\N{REPLACEMENT CHARACTER}of" in papers(write(content))[0].abstract


def test_blank_lines_in_front_count_in_line_numbers(write: Write) -> None:
    path = write("\n" * 100_000 + RECORD + "\nno JSON\n")
    assert [problem.line for problem in problems(path)] == [100_002]


def test_a_record_over_the_limit_costs_itself_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("w") as file:
        file.write(f'{RECORD}\n{{"title": "')
        for _ in range(100):
            file.write("x" * (1 << 20))
        file.write(f'"}}\n{json.dumps({"title": KETTLE[0]})}\n')
    tracemalloc.start()
    try:
        items = list(read_dump(path))
        assert tracemalloc.get_traced_memory()[1] < 150 << 20
    finally:
        tracemalloc.stop()
    assert [item.title for item in items if isinstance(item, Paper)] == [MOSS[0], KETTLE[0]]
    assert [item.line for item in items if isinstance(item, Problem)] == [2]


def test_a_long_list_on_one_line_is_read_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    with path.open("w") as file:
        file.write("[" + ", ".join([RECORD] * 30_000) + "]")
    tracemalloc.start()
    try:
        assert sum(isinstance(item, Paper) for item in read_dump(path)) == 30_000
        assert tracemalloc.get_traced_memory()[1] < 40 << 20
    finally:
        tracemalloc.stop()


def test_one_damaged_record_in_a_thousand_costs_one(write: Write) -> None:
    lines = [json.dumps({"title": f"Paper number {number}"}) for number in range(1000)]
    lines[500] = lines[500][:-3]
    path = write("\n".join(lines))
    assert len(papers(path)) == 999
    assert [problem.line for problem in problems(path)] == [501]


def test_countless_problems_are_counted_rather_than_listed(write: Write) -> None:
    lines = [RECORD, "broken"] * (reading.MAX_PROBLEMS + 50)
    path = write("\n".join(lines))
    found = problems(path)
    assert len(found) == reading.MAX_PROBLEMS + 1
    assert found[-1].reason == "50 more problems like these"
    assert len(papers(path)) == reading.MAX_PROBLEMS + 50


def test_a_list_of_nothing_but_damage_is_given_up(write: Write) -> None:
    path = write(f"[{RECORD}, " + ", ".join(['{"title": nope}'] * 20_000))
    assert any("the rest was not read" in problem.reason for problem in problems(path))
    assert len(papers(path)) == 1


def test_good_lines_are_found_behind_any_number_of_damaged_ones(write: Write) -> None:
    path = write(RECORD + "\n" + '{"title": nope}\n' * 20_000 + RECORD)
    assert len(papers(path)) == 2


def test_packed_data_that_breaks_off_keeps_the_papers_before(write: Write) -> None:
    records = "".join(json.dumps({"title": f"{os.urandom(99).hex()}"}) + "\n" for _ in range(5000))
    path = write(gzip.compress(records.encode())[:-20_000])
    assert len(papers(path)) > 1000
    assert problems(path)[-1].reason.startswith("its compressed data ends too early")


def test_a_file_that_cannot_be_opened_is_refused_before_the_first_item(tmp_path: Path) -> None:
    assert reason(tmp_path / "nowhere.json").startswith("cannot be opened")
    assert reason(tmp_path) == "is a folder"


def test_a_file_that_changed_while_it_was_read_is_read_again(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(blank([MOSS]))
    once = [blank([MOSS, KETTLE])]

    def meanwhile(head: str) -> Layout | None:
        if once:
            path.write_text(once.pop())
        return layout_of(head)

    monkeypatch.setattr("tui_reader.dumps.reading.layout_of", meanwhile)
    assert pairs(path) == [MOSS, KETTLE]


def test_a_file_that_keeps_changing_is_told(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(blank([MOSS]))

    def meanwhile(head: str) -> Layout | None:
        with path.open("a") as file:
            file.write("\n")
        return layout_of(head)

    monkeypatch.setattr("tui_reader.dumps.reading.layout_of", meanwhile)
    assert [problem.reason[:25] for problem in problems(path)] == ["changed while it was read"]


_FRAGMENTS = st.sampled_from(
    [
        *("{", "}", "[", "]", '"', "'", ":", ",", "\\", "\n", "\n\n", "\r", "#", "### ", "- "),
        *('{"title": "', '"paper": {', '"papers": [', '"date": "', "NaN", "1e999", "\\ud800"),
        *("](https://huggingface.co/papers/2401.01234)", "/login?next=%2Fpapers%2F2401.01234"),
        *("Get trending papers in your email inbox!", "Subscribe", "Mar 11", "·", "8 authors"),
        *("https://huggingface.co/papers/2401.01234", "[1]: https://arxiv.org/abs/2401.01234"),
        *("---", "retrieved: 2025-13-45", "Submitted by", "12", "\x1b[31m", "\x00", "\u202e"),
        *(MOSS[0], MOSS[1], RECORD, repr({"paper": {"title": "x"}})),
    ]
)


@given(st.lists(_FRAGMENTS | st.text(max_size=8), max_size=30).map("".join))
@settings(deadline=None, max_examples=300)
def test_no_layout_raises_on_any_text_whatever(text: str) -> None:
    for layout in LAYOUTS:
        layout.looks_like(text)
        for found in layout.read(Source("any", text, iter([text]))):
            assert isinstance(found, Paper | Problem)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(content)
    try:
        items = list(read_dump(path))
    except UnreadableError:
        items = []
    assert all(isinstance(item, Paper | Problem) for item in items)


@given(st.lists(_FRAGMENTS, max_size=12).map("".join))
@settings(deadline=None)
def test_all_text_of_a_paper_is_clean(text: str) -> None:
    for layout in LAYOUTS:
        for found in layout.read(Source("any", text, iter([text]))):
            if isinstance(found, Paper):
                shown = f"{found.title}{found.abstract}{found.organisation}{found.seen}"
                assert not {"\x1b", "\x00", "\u202e", "\ud800"} & set(shown)
                assert "\n" not in found.title
