"""RIS and CSL-JSON, read back by others."""

import json
from dataclasses import replace
from typing import Any

import rispy
from hypothesis import given

from tests.exports.material import ATTENTION, NOTED, entries, exported
from tui_reader.exports.citation_keys import keys_of
from tui_reader.exports.entries import Entry
from tui_reader.exports.person_names import person_name
from tui_reader.exports.wording import authors, line
from tui_reader.papers import Paper, PaperId


def ris(*some: Entry | Paper) -> list[dict[str, Any]]:
    return list(rispy.loads(exported("ris", *some)))


def csl(*some: Entry | Paper) -> list[dict[str, Any]]:
    return list(json.loads(exported("csl", *some)))


def test_a_record_of_ris_has_what_is_known() -> None:
    (record,) = ris(Entry(ATTENTION, NOTED))

    assert record["type_of_reference"] == "GEN"
    assert record["authors"] == ["Vaswani, Ashish", "Kaiser, Łukasz"]
    assert (record["year"], record["date"]) == ("2017", "2017/06/12")
    assert record["urls"] == ["https://arxiv.org/abs/1706.03762"]
    assert record["keywords"] == ["attention", "translation", "nlp", "to cite"]


def test_a_paper_with_a_venue_is_of_a_journal() -> None:
    paper = replace(ATTENTION, venue="NeurIPS")

    assert ris(paper)[0]["type_of_reference"] == "JOUR"
    assert csl(paper)[0]["type"] == "article-journal"


def test_an_item_of_csl_has_names_and_dates_in_parts() -> None:
    (item,) = csl(replace(ATTENTION, authors=("Ludwig van Beethoven", "Qwen Team")))

    assert item["id"] == "vaswani2017attention".replace("vaswani", "vanbeethoven")
    assert item["author"] == [
        {"family": "van Beethoven", "given": "Ludwig"},
        {"literal": "Qwen Team"},
    ]
    assert item["issued"] == {"date-parts": [[2017, 6, 12]]}


def test_an_item_of_csl_has_tags_among_its_keywords_and_the_note() -> None:
    (item,) = csl(Entry(ATTENTION, NOTED))

    assert item["keyword"] == "attention, translation, nlp, to cite"
    assert item["note"] == NOTED.note


def test_what_is_not_known_is_not_there() -> None:
    bare = Paper(PaperId("title:1"), "Bare")

    assert set(csl(bare)[0]) == {"id", "type", "title"}
    assert set(ris(bare)[0]) == {"type_of_reference", "title"}


@given(entries)
def test_ris_is_read_back_whatever_it_holds(some: list[Entry]) -> None:
    found = ris(*some)

    assert len(found) == len(some)
    for record, entry in zip(found, some, strict=True):
        assert record.get("title", "") == line(entry.paper.title)
        names = [person_name(name).inverted for name in authors(entry.paper)]
        assert record.get("authors", []) == names
        assert record.get("year") == (None if entry.paper.year is None else str(entry.paper.year))


@given(entries)
def test_csl_is_read_back_whatever_it_holds(some: list[Entry]) -> None:
    found = csl(*some)

    assert [item["id"] for item in found] == list(keys_of(some))
    assert [item.get("title", "") for item in found] == [line(each.paper.title) for each in some]
