import json

import pytest

from tests.dumps.pages import KETTLE, LADDER, MOSS, Pair
from tests.dumps.shared import Write, pairs, papers, problems


def item(pair: Pair = MOSS, name: str = "2401.01234", **paper: object) -> dict[str, object]:
    """An item of the list, as the site gives it."""
    title, text = pair
    inner = {
        "id": name,
        "authors": [
            {"_id": "a1", "name": "Ada Moss", "hidden": False},
            {"_id": "a2", "name": "Nobody", "hidden": True},
            {"_id": "a3", "name": "Bo Roof", "user": {"fullname": "bo"}},
        ],
        "publishedAt": "2025-03-05T15:33:52.000Z",
        "title": title,
        "summary": text,
        "upvotes": 58,
        "discussionId": "d1",
        **paper,
    }
    return {"paper": inner, "publishedAt": "2025-03-10T01:02:03.000Z", "title": title}


def as_json(value: object) -> str:
    return json.dumps(value, indent=2)


def test_an_item_gives_everything_it_knows(write: Write) -> None:
    found = item(
        ai_summary="Shade grows moss.",
        ai_keywords=["moss", "roofs"],
        githubRepo="https://github.com/moss/roofs",
        projectPage="https://moss.example.org/roofs",
        organization={"name": "roofs", "fullname": "Roof Institute"},
    )
    (paper,) = papers(write(as_json([found])))
    assert (paper.title, paper.abstract) == MOSS
    assert paper.id == "arxiv:2401.01234"
    assert paper.authors == ("Ada Moss", "Bo Roof")
    assert (paper.date, paper.year) == ("2025-03-05", 2025)
    assert paper.upvotes == 58
    assert (paper.summary, paper.keywords) == ("Shade grows moss.", ("moss", "roofs"))
    assert (paper.code, paper.project) == (
        "https://github.com/moss/roofs",
        "https://moss.example.org/roofs",
    )
    assert paper.organisation == "Roof Institute"
    assert paper.url == "https://arxiv.org/abs/2401.01234"
    assert paper.pdf == "https://arxiv.org/pdf/2401.01234"


def test_hard_wrapped_text_is_rejoined(write: Write) -> None:
    found = item(("Mosses on\n  Northern Roofs", "One line\nand the next.\n\nA paragraph."))
    assert pairs(write(as_json([found]))) == [
        ("Mosses on Northern Roofs", "One line and the next.\nA paragraph.")
    ]


@pytest.mark.parametrize(
    ("name", "submitted", "listed", "day"),
    [
        ("page.json", None, "2025-03-10T01:02:03.000Z", "2025-03-10"),
        ("page.json", "2025-03-11T00:00:00.000Z", "2025-03-10T01:02:03.000Z", "2025-03-11"),
        ("2025-03-12.json", None, "2025-03-10T01:02:03.000Z", "2025-03-12"),
        ("page.json", None, "2025-03-05T10:33:52.000Z", ""),
        ("2025-99-99.json", None, "soon", ""),
    ],
)
def test_the_day_is_the_lists_and_never_the_papers_own(
    write: Write, name: str, submitted: str | None, listed: str, day: str
) -> None:
    found = item(submittedOnDailyAt=submitted) | {"publishedAt": listed}
    (paper,) = papers(write(as_json([found]), name))
    assert (paper.seen[0].dump, paper.seen[0].day) == (name, day)


def test_records_stored_as_the_text_of_a_dict_are_read(write: Write) -> None:
    texts = [repr(item(MOSS)), repr(item(KETTLE, "2402.00042", projectPage=None))]
    assert pairs(write(as_json(texts))) == [MOSS, KETTLE]


@pytest.mark.parametrize(
    "text",
    [
        "{'paper': __import__('os').getcwd()}",
        "{'paper': {'title': 'x' 'y', 'n': 1 + 1}}",
        "{'paper': [" * 500 + "]}" * 500,
        "{'paper': " + "(" * 200_000,
        "{'paper': 'unended",
        "{'paper': '\\N{BULLET}'}",
        "{'paper': -" + "-" * 100_000 + "1}",
        "{'paper': 1" + "0" * 5000 + "}",
    ],
)
def test_text_that_is_no_plain_dict_costs_its_record(write: Write, text: str) -> None:
    path = write(as_json([repr(item(MOSS)), text, item(KETTLE, "2402.00042")]))
    assert [paper.title for paper in papers(path)] == [MOSS[0], KETTLE[0]]
    assert [problem.line for problem in problems(path)] == [3]


def test_bare_papers_are_read(write: Write) -> None:
    bare = [item(MOSS)["paper"], item(KETTLE, "2402.00042")["paper"]]
    assert pairs(write(as_json(bare))) == [MOSS, KETTLE]
    assert pairs(write(as_json(bare[0]))) == [MOSS]


@pytest.mark.parametrize("several", [False, True])
def test_a_wrapper_gives_its_papers_its_day(write: Write, several: bool) -> None:
    wrapper = {"date": "2025-03-11", "papers": [item(MOSS), item(KETTLE, "2402.00042")]}
    path = write(as_json([wrapper, {"date": "2025-03-12", "papers": [item(LADDER, "2403.00001")]}]))
    days = ["2025-03-11", "2025-03-11", "2025-03-12"]
    if not several:
        path, days = write(as_json(wrapper)), days[:2]
    assert [paper.seen[0].day for paper in papers(path)] == days


def test_a_day_is_one_item_too(write: Write) -> None:
    assert pairs(write(as_json(item(MOSS)))) == [MOSS]


def test_an_empty_day_has_no_papers_and_no_problem(write: Write) -> None:
    assert pairs(write("[]\n")) == []


def test_a_broken_item_is_told_with_its_line_and_the_rest_is_read(write: Write) -> None:
    lines = as_json([item(MOSS), item(KETTLE, "2402.00042"), item(LADDER, "2403.00001")])
    start = lines.index('"paper"', lines.index('"paper"') + 10)
    where = lines.index('"upvotes": 58', start)
    broken = lines[:where] + '"upvotes" 58' + lines[where + 13 :]
    path = write(broken)
    opening = lines.rindex("{", 0, start)
    assert [problem.line for problem in problems(path)] == [lines.count("\n", 0, opening) + 1]
    assert [paper.title for paper in papers(path)] == [MOSS[0], LADDER[0]]


def test_a_list_that_was_cut_off_keeps_its_whole_items(write: Write) -> None:
    text = as_json([item(MOSS), item(KETTLE, "2402.00042")])
    path = write(text[: text.rindex('"summary"') + 40])
    assert [paper.title for paper in papers(path)] == [MOSS[0]]
    assert len(problems(path)) == 1


def test_an_item_without_a_title_is_told(write: Write) -> None:
    path = write(as_json([item(("", "text")), item(KETTLE, "2402.00042"), 7, None]))
    assert [paper.title for paper in papers(path)] == [KETTLE[0]]
    assert [problem.reason for problem in problems(path)] == [
        "the record has no title",
        "the record is not an object with fields",
        "the record is not an object with fields",
    ]
