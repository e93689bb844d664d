"""`paperread search`: what is printed, in which form and order, and the status."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import BATS, OWLS, SAMPLES, dump, zoo
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]

FIELDS = {
    "id", "title", "abstract", "authors", "date", "year", "venue", "url", "arxiv_id", "doi",
    "keywords", "upvotes", "seen", "starred", "read", "note", "score",
}  # fmt: skip


def search(capture: Capture, *arguments: str | Path) -> str:
    """What a search that is fine prints."""
    assert main(["search", *map(str, arguments)]) == 0
    return capture.readouterr().out


def titles(capture: Capture, *arguments: str | Path) -> list[str]:
    rows = search(capture, *arguments, "--format", "jsonl").splitlines()
    return [json.loads(row)["title"] for row in rows]


def test_an_empty_query_lists_every_paper(tmp_path: Path, capsys: Capture) -> None:
    assert len(search(capsys, "", "--format", "ids", "--dumps", zoo(tmp_path)).split()) == 3


def test_no_query_at_all_lists_every_paper_of_the_samples(capsys: Capture) -> None:
    assert len(search(capsys, "--format", "ids").splitlines()) == 71


def test_ids_are_printed_one_a_line_in_the_order_of_the_dump(
    tmp_path: Path, capsys: Capture
) -> None:
    first, second, third = search(capsys, "--format", "ids", "--dumps", zoo(tmp_path)).splitlines()
    assert (first, second) == ("doi:10.1234/owls", "arxiv:2401.00001")
    assert third.startswith("title:")


def test_no_hit_is_fine_and_prints_nothing(tmp_path: Path, capsys: Capture) -> None:
    assert search(capsys, "unicorns", "--dumps", zoo(tmp_path)) == ""


def test_no_hit_is_an_empty_list_in_json(tmp_path: Path, capsys: Capture) -> None:
    out = search(capsys, "unicorns", "--format", "json", "--dumps", zoo(tmp_path))
    assert json.loads(out) == []


def test_several_words_are_one_query(tmp_path: Path, capsys: Capture) -> None:
    assert titles(capsys, "owls", "dark", "--dumps", zoo(tmp_path)) == [OWLS["title"]]


def test_a_word_with_a_minus_is_taken_out(tmp_path: Path, capsys: Capture) -> None:
    assert titles(capsys, "owls", "-bats", "--dumps", zoo(tmp_path)) == [OWLS["title"]]


def test_a_query_of_nothing_but_a_minus_word_works(tmp_path: Path, capsys: Capture) -> None:
    assert titles(capsys, "-owls", "--dumps", zoo(tmp_path)) == ["Cats"]


def test_words_may_stand_on_both_sides_of_an_option(tmp_path: Path, capsys: Capture) -> None:
    found = titles(capsys, "owls", "--dumps", zoo(tmp_path), "dark", "--limit", "5", "-bats")
    assert found == [OWLS["title"]]


def test_after_two_dashes_everything_is_query(tmp_path: Path, capsys: Capture) -> None:
    given = ("--format", "ids", "--dumps", zoo(tmp_path), "--")
    assert search(capsys, *given, "owls", "-bats") == "doi:10.1234/owls\n"
    assert main(["search", *map(str, given), "--format"]) == 0


def test_a_query_that_is_not_understood_is_told_and_prints_nothing(
    tmp_path: Path, capsys: Capture
) -> None:
    assert main(["search", "is:stared", "--format", "ids", "--dumps", str(zoo(tmp_path))]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "did you mean starred?" in said.err


def test_limit_prints_so_many(tmp_path: Path, capsys: Capture) -> None:
    assert len(titles(capsys, "--limit", "2", "--dumps", zoo(tmp_path))) == 2
    assert titles(capsys, "--limit", "0", "--dumps", zoo(tmp_path)) == []


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("title", ["Bats and Sound", "Cats", "Owls at Night"]),
        ("date", ["Bats and Sound", "Cats", "Owls at Night"]),
        ("dump", ["Owls at Night", "Bats and Sound", "Cats"]),
    ],
)
def test_sort_orders(tmp_path: Path, capsys: Capture, key: str, order: list[str]) -> None:
    file = zoo(tmp_path)
    assert titles(capsys, "--sort", key, "--dumps", file) == order


def test_upvotes_sort_the_most_liked_first(capsys: Capture) -> None:
    rows = search(capsys, "--sort", "upvotes", "--format", "jsonl").splitlines()
    votes = [json.loads(row)["upvotes"] for row in rows]
    known = [count for count in votes if count is not None]
    assert len(known) > 5
    assert known == sorted(known, reverse=True)
    assert votes[: len(known)] == known


def test_reverse_turns_the_order_round(tmp_path: Path, capsys: Capture) -> None:
    file = zoo(tmp_path)
    found = titles(capsys, "--sort", "title", "--reverse", "--dumps", file)
    assert found == ["Owls at Night", "Cats", "Bats and Sound"]


def test_a_title_that_answers_comes_before_an_abstract_that_does(
    tmp_path: Path, capsys: Capture
) -> None:
    assert titles(capsys, "owls", "--dumps", zoo(tmp_path)) == [OWLS["title"], BATS["title"]]


def rows(capture: Capture, file: Path, form: str) -> list[dict[str, Any]]:
    out = search(capture, "owls", "--format", form, "--dumps", file)
    if form == "json":
        found: list[dict[str, Any]] = json.loads(out)
        return found
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_has_every_field_of_every_paper(tmp_path: Path, capsys: Capture, form: str) -> None:
    found = rows(capsys, zoo(tmp_path), form)
    assert len(found) == 2
    assert all(set(row) >= FIELDS for row in found)


def test_json_says_what_the_dump_said(tmp_path: Path, capsys: Capture) -> None:
    row = rows(capsys, zoo(tmp_path), "json")[0]
    expected = {**OWLS, "doi": "10.1234/owls", "id": "doi:10.1234/owls", "arxiv_id": None}
    assert {name: row[name] for name in expected} == expected
    assert row["seen"] == [{"dump": "zoo.jsonl", "day": None}]
    assert (row["starred"], row["read"], row["note"]) == (False, False, None)


def test_a_ranked_paper_has_a_score_and_a_listed_one_none(tmp_path: Path, capsys: Capture) -> None:
    assert rows(capsys, zoo(tmp_path), "json")[0]["score"] > 0
    listed = json.loads(search(capsys, "--format", "json", "--dumps", zoo(tmp_path)))
    assert [row["score"] for row in listed] == [None] * 3


def test_json_knows_stars_and_notes(tmp_path: Path, capsys: Capture) -> None:
    notes = tmp_path / "mine.yaml"
    notes.write_text(
        'version: 1\npapers:\n  "arxiv:2401.00001":\n    starred: true\n    note: hear, hear\n'
        "# end of paperread file\n"
    )
    dumps = ("--dumps", zoo(tmp_path), "--annotations", notes)
    (row,) = json.loads(search(capsys, "is:starred", "--format", "json", *dumps))
    assert (row["id"], row["starred"], row["note"]) == ("arxiv:2401.00001", True, "hear, hear")


def test_tsv_has_a_head_and_a_row_a_paper(tmp_path: Path, capsys: Capture) -> None:
    out = search(capsys, "--format", "tsv", "--dumps", zoo(tmp_path))
    table = list(csv.DictReader(out.splitlines(), delimiter="\t"))
    assert [row["title"] for row in table] == ["Owls at Night", "Bats and Sound", "Cats"]
    assert table[0]["authors"] == "Ada Owl; Ben Bird"


def test_the_table_shows_tex_as_it_is_read(tmp_path: Path, capsys: Capture) -> None:
    file = dump(tmp_path, "tex.jsonl", {"title": 'The $\\alpha$ of Schr\\"odinger'})
    assert "The α of Schrödinger" in search(capsys, "--dumps", file)


def test_several_dumps_and_folders_are_searched_together(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "more").mkdir()
    dump(tmp_path / "more", "b.jsonl", {"title": "Dogs"}, CATS_AGAIN)
    found = titles(capsys, "--dumps", zoo(tmp_path), "--dumps", tmp_path / "more")
    assert found == ["Owls at Night", "Bats and Sound", "Cats", "Dogs"]


CATS_AGAIN = {"title": "CATS", "abstract": "Cats."}


def test_a_skipped_record_is_told_and_the_search_is_fine(tmp_path: Path, capsys: Capture) -> None:
    file = dump(tmp_path, "some.jsonl", OWLS, "{broken", BATS)
    assert main(["search", "--format", "ids", "--dumps", str(file)]) == 0
    said = capsys.readouterr()
    assert len(said.out.split()) == 2
    assert "paperread index names" in said.err


def test_an_empty_folder_of_dumps_is_fine(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "none").mkdir()
    assert search(capsys, "--dumps", tmp_path / "none") == ""


def test_the_samples_are_only_the_last_resort(capsys: Capture) -> None:
    assert main(["add", str(SAMPLES / "conference.jsonl")]) == 0
    capsys.readouterr()
    assert len(search(capsys, "--format", "ids").splitlines()) == 12


def test_the_settings_name_dumps(tmp_path: Path, capsys: Capture) -> None:
    from tui_reader import locations  # noqa: PLC0415 - its folders are the test's own only now

    locations.config_dir().mkdir(parents=True)
    locations.settings_file().write_text(f"dumps: [{zoo(tmp_path)}]\n")
    assert len(search(capsys, "--format", "ids").splitlines()) == 3
