import json

import pytest

from tests.dumps.bibliographies import CSL
from tests.dumps.shared import Write, papers, problems
from tests.dumps.test_daily_json import item
from tui_reader.dumps.layouts import layout_of
from tui_reader.papers import Paper


def read(write: Write, **more: object) -> Paper:
    """The one paper of an item with these fields."""
    (paper,) = papers(write(json.dumps([{"type": "paper-conference", "title": "Moss", **more}])))
    return paper


def test_an_article_is_read_with_all_its_fields(write: Write) -> None:
    path = write(CSL)
    moss = papers(path)[0]
    assert problems(path) == []
    assert (moss.title, moss.abstract) == ("Mosses on Northern Roofs", "We count mosses.")
    assert moss.authors == ("Ada Moss", "Bo van Roof Jr.", "The Ladder Team")
    assert (moss.date, moss.venue) == ("2024-03-11", "Journal of Roofs")
    assert (moss.doi, moss.url) == ("10.1000/moss", "https://example.org/moss")
    assert moss.keywords == ("moss", "roofs")


def test_arxivs_number_is_the_papers_id(write: Write) -> None:
    ladder = papers(write(CSL))[2]
    assert (ladder.id, ladder.date) == ("arxiv:2401.01234", "2024")


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2024, 3, 11]]}, "2024-03-11"),
        ({"date-parts": [["2024", "03"], [2025]]}, "2024-03"),
        ({"date-parts": [[2024, 2, 31]]}, "2024-02"),
        ({"date-parts": [[None]], "literal": "March 2024"}, "2024-03"),
        ({"raw": "2024-03-11"}, "2024-03-11"),
        ("2024-03", "2024-03"),
        ({"date-parts": 7}, ""),
        ({"date-parts": [[]]}, ""),
        ([2024], ""),
        (None, ""),
    ],
)
def test_issued_is_the_date(write: Write, issued: object, date: str) -> None:
    assert read(write, issued=issued).date == date


@pytest.mark.parametrize("value", [7, None, [], {}, [7], [{}], "text", [["a"]], True])
def test_values_of_any_kind_are_survived(write: Write, value: object) -> None:
    names = ("author", "issued", "container-title", "DOI", "URL", "keyword", "categories", "number")
    assert read(write, **dict.fromkeys(names, value), abstract=value).title == "Moss"


def test_an_item_that_cannot_be_read_costs_itself(write: Write) -> None:
    first = '{"type": "paper-conference", "title": "A"}'
    second = '{"type": "paper-conference", "title": "B" "x"}'
    path = write(f'[\n{first},\n{second},\n{{"type": "paper-conference"}},\n7,\n{first}\n]')
    assert [paper.title for paper in papers(path)] == ["A", "A"]
    assert [problem.line for problem in problems(path)] == [3, 4, 5]


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        (CSL, "CSL-JSON"),
        (json.dumps({"items": json.loads(CSL)}), "CSL-JSON"),
        ("".join(json.dumps(one) + "\n" for one in json.loads(CSL)), "CSL-JSON"),
        (json.dumps([item()]), "Daily Papers JSON"),
        (
            json.dumps([{"id": "https://example.org/W1", "title": "A", "type": "article"}]),
            "JSON Lines or a JSON list of papers",
        ),
        (json.dumps([{"title": "A", "DOI": "10.1/x"}]), "JSON Lines or a JSON list of papers"),
        (
            json.dumps([{"title": 'How "issued": {"date-parts": []} is read'}]),
            "JSON Lines or a JSON list of papers",
        ),
    ],
)
def test_no_json_is_mistaken_for_other_json(text: str, layout: str) -> None:
    found = layout_of(text)
    assert found
    assert found.name == layout
