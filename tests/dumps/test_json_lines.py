import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dumps.pages import KETTLE, LADDER, MOSS, THREE, Pair, made_up_papers
from tests.dumps.shared import Write, pairs, papers, problems
from tui_reader.papers import Paper


def record(pair: Pair, **more: object) -> dict[str, object]:
    return {"title": pair[0], "abstract": pair[1], **more}


def in_lines(records: list[dict[str, object]]) -> str:
    return "".join(json.dumps(found) + "\n" for found in records)


def read(write: Write, **more: object) -> Paper:
    """The one paper of a record with these fields."""
    (paper,) = papers(write(in_lines([record(MOSS, **more)])))
    return paper


@given(found=made_up_papers, layout=st.sampled_from(["lines", "list", "pretty", "objects", "data"]))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_records_read_back_however_they_are_listed(
    write: Write, found: list[Pair], layout: str
) -> None:
    records = [record(pair) for pair in found]
    text = {
        "lines": in_lines(records),
        "list": json.dumps(records),
        "pretty": json.dumps(records, indent=2),
        "objects": "\n".join(json.dumps(one, indent=2) for one in records),
        "data": json.dumps({"total": 2, "next": None, "data": records}),
    }[layout]
    assert pairs(write(text)) == found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_blank_lines_and_a_byte_order_mark_make_no_difference(
    write: Write, end: str
) -> None:
    text = "\ufeff\n" + in_lines([record(pair) for pair in THREE]).replace("\n", "\n\n")
    assert pairs(write(text.rstrip("\n").replace("\n", end))) == list(THREE)


@pytest.mark.parametrize(
    "bad",
    [
        '{"title": "Cut off in the mid',
        '{"title": "No colon" "year" 3}',
        '{"title": "Not a number", "year": NaN}',
        '{"title": "Endless", "year": -Infinity}',
        '{"title": "Huge", "year": 1' + "0" * 100_000 + "}",
        '{"title": "Deep", "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"abstract": "No title"}',
        '{"title": {"a": 1}}',
        '["a list"]',
        "17",
        "no JSON at all",
    ],
)
def test_a_damaged_line_costs_itself(write: Write, bad: str) -> None:
    path = write(in_lines([record(MOSS)]) + bad + "\n\n" + in_lines([record(KETTLE)]))
    assert [paper.title for paper in papers(path)] == [MOSS[0], KETTLE[0]]
    assert [problem.line for problem in problems(path)] == [2]


@pytest.mark.parametrize(
    "bad",
    [
        '{"title": "No colon" "year" 3}',
        '{"title": "Not a number", "authors": [{"name": "a"}, {"name": "b"}], "year": NaN}',
        '{"title": "Deep", "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"title": "A quote " too many", "authors": [{"name": "a"}, {"name": "b"}]}',
        '{"title": "A brace too few", "authors": [{"name": "a"}',
        "17",
    ],
)
@pytest.mark.parametrize("between", ["", "\n", "\n    "])
def test_a_damaged_element_of_a_list_costs_itself(write: Write, bad: str, between: str) -> None:
    good = [json.dumps(record(pair)) for pair in (MOSS, KETTLE, LADDER)]
    path = write(f"[{between}" + f",{between}".join([*good[:2], bad, good[2]]) + "\n]\n")
    assert [paper.title for paper in papers(path)] == [pair[0] for pair in THREE]
    assert [problem.line for problem in problems(path)] == [4 if between else 1]


def test_a_damaged_first_line_does_not_hide_the_others(write: Write) -> None:
    path = write('{"title": "Cut\n' + in_lines([record(MOSS), record(KETTLE)]))
    assert [paper.title for paper in papers(path)] == [MOSS[0], KETTLE[0]]


def test_lone_surrogates_and_controls_are_cleaned_away(write: Write) -> None:
    (paper,) = papers(write('{"title": "A\\ud800 \\u001b[31mred\\u001b[0m title", "abstract": ""}'))
    assert paper.title == "A red title"


def test_the_last_of_a_repeated_field_counts(write: Write) -> None:
    (paper,) = papers(write('{"title": "One", "title": "Two"}\n'))
    assert paper.title == "Two"


@pytest.mark.parametrize(
    ("given_authors", "expected"),
    [
        (["Ada Moss", "Bo Roof"], ("Ada Moss", "Bo Roof")),
        ([{"name": "Ada Moss"}, {"authorId": "1", "name": "Bo Roof"}], ("Ada Moss", "Bo Roof")),
        ([{"given": "Ada", "family": "Moss"}], ("Ada Moss",)),
        ([{"author": {"display_name": "Ada Moss"}}], ("Ada Moss",)),
        ("Ada Moss and Bo Roof", ("Ada Moss", "Bo Roof")),
        ("Ada Moss, Bo Roof and Cy Ladder", ("Ada Moss", "Bo Roof", "Cy Ladder")),
        ("Ada Moss, Bo Roof, and Cy Ladder", ("Ada Moss", "Bo Roof", "Cy Ladder")),
        ("Moss, Ada and Roof, Bo", ("Ada Moss", "Bo Roof")),
        ("Moss, Ada; Roof, Bo", ("Ada Moss", "Bo Roof")),
        ("Moss, Ada", ("Ada Moss",)),
        ("Ada Moss (1), Bo Roof (1 and 2) ((1) Here, (2) There)", ("Ada Moss", "Bo Roof")),
        ("Ada\n  Moss", ("Ada Moss",)),
        (["Ada Moss", None, 3, "", "Ada Moss"], ("Ada Moss",)),
        (7, ()),
        (None, ()),
    ],
)
def test_authors_come_in_many_shapes(
    write: Write, given_authors: object, expected: tuple[str, ...]
) -> None:
    assert read(write, authors=given_authors).authors == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, 2024),
        ("2024", 2024),
        (2024.0, 2024),
        ("c. 1999", None),
        (10**30, None),
        (-(2**31), None),
        (2001.5, None),
        (1e308, None),
        (True, None),
        ([1], None),
        (999, None),
        ("٢٠٢٤", None),
    ],
)
def test_a_year_is_trusted_only_if_it_is_one(
    write: Write, year: object, expected: int | None
) -> None:
    assert read(write, year=year).year == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-03-11", "2025-03-11"),
        ("2025-03-11T10:00:00Z", "2025-03-11"),
        ("2025/3/1", "2025-03-01"),
        ("20250311", "2025-03-11"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        (2025, "2025"),
        ("Jun 12, 2017", "2017-06-12"),
        ("12 June 2017", "2017-06-12"),
        ("June 2017", "2017-06"),
        ("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02"),
        ("2025-02-30", ""),
        ("0001-01-01", ""),
        ("yesterday-ish", ""),
        ("9" * 5000, ""),
        ({}, ""),
    ],
)
def test_a_date_is_trusted_only_if_it_is_one(write: Write, date: object, expected: str) -> None:
    paper = read(write, date=date)
    assert (paper.date, paper.year) == (expected, int(expected[:4]) if expected else None)


def test_usual_names_for_the_other_fields_are_known(write: Write) -> None:
    paper = read(
        write,
        venue="Roofs",
        url="HTTPS://Example.org/moss",
        pdf_url="https://example.org/moss.pdf",
        code="https://github.com/moss/roofs; https://github.com/moss/more",
        DOI="https://doi.org/10.1000/MOSS",
        keywords="moss; roofs, northern",
        categories="cs.CL math.GT",
        tldr={"text": "Shade grows\nmoss."},
        year=2020,
    )
    assert (paper.venue, paper.year) == ("Roofs", 2020)
    assert (paper.url, paper.pdf) == ("https://example.org/moss", "https://example.org/moss.pdf")
    assert paper.code == "https://github.com/moss/roofs"
    assert (paper.doi, paper.id) == ("10.1000/moss", "doi:10.1000/moss")
    assert paper.keywords == ("moss", "roofs, northern")
    assert paper.categories == ("cs.CL", "math.GT")
    assert paper.summary == "Shade grows moss."


@pytest.mark.parametrize("bad", ["javascript:alert(1)", "file:///etc/passwd", "--version", 7, []])
def test_an_unsafe_address_is_dropped(write: Write, bad: object) -> None:
    assert read(write, url=bad).url == ""


def test_a_record_of_the_arxiv_snapshot_is_read(write: Write) -> None:
    snapshot = {
        "id": "math/0309136",
        "submitter": "Somebody",
        "authors": "Ada Moss (Here), Bo van Roof Jr",
        "title": "Mosses on\n  Northern Roofs",
        "comments": "12 pages",
        "journal-ref": "Roofs 3 (2004) 1-12",
        "doi": None,
        "categories": "math.GT cs.DS",
        "abstract": "  We count mosses\nroof by roof.\n",
        "versions": [
            {"version": "v1", "created": "Sat, 6 Sep 2003 10:11:12 GMT"},
            {"version": "v2", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
        ],
        "update_date": "2008-11-26",
        "authors_parsed": [["Moss", "Ada", ""], ["van Roof", "Bo", "Jr"]],
    }
    (paper,) = papers(write(json.dumps(snapshot) + "\n"))
    assert (paper.title, paper.abstract) == (
        "Mosses on Northern Roofs",
        "We count mosses roof by roof.",
    )
    assert (paper.arxiv_id, paper.id) == ("math/0309136", "arxiv:math/0309136")
    assert paper.authors == ("Ada Moss", "Bo van Roof Jr")
    assert (paper.date, paper.year) == ("2003-09-06", 2003)
    assert paper.venue == "Roofs 3 (2004) 1-12"
    assert paper.categories == ("math.GT", "cs.DS")
    assert paper.url == "https://arxiv.org/abs/math/0309136"


def test_a_record_of_semantic_scholar_is_read(write: Write) -> None:
    paper = read(
        write,
        externalIds={"ArXiv": "2401.01234", "DOI": "10.1000/Moss", "CorpusId": 7},
        publicationDate="2024-01-02",
        journal={"name": "Roofs", "volume": "3"},
        openAccessPdf={"url": "https://example.org/m.pdf", "status": "GREEN"},
        authors=[{"authorId": "1", "name": "Ada Moss"}],
    )
    assert (paper.arxiv_id, paper.doi) == ("2401.01234", "10.1000/moss")
    assert (paper.date, paper.venue) == ("2024-01-02", "Roofs")
    assert paper.pdf == "https://example.org/m.pdf"


def test_an_id_that_is_a_number_is_not_taken_for_arxivs(write: Write) -> None:
    assert read(write, id=2401.0123).arxiv_id == ""


def test_a_paper_remembers_its_dump(write: Write) -> None:
    (paper,) = papers(write(in_lines([record(MOSS)]), "roofs.jsonl"))
    assert [(seen.dump, seen.day) for seen in paper.seen] == [("roofs.jsonl", "")]
