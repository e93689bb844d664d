"""Pipes that close, streams that are not there, encodings that cannot: a clear line, no hang."""

import json
from pathlib import Path

import pytest

from tests.cli.program import dump, run, shell, zoo

ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


def test_data_goes_to_standard_output_and_talk_to_standard_error(tmp_path: Path) -> None:
    ended = run(
        "search", "--format", "ids", "--dumps", dump(tmp_path, "a.jsonl", "{broken", COFFEE)
    )
    assert len(ended.out.splitlines()) == 1
    assert ended.said == ["paperread: 1 record could not be read; paperread index names them"]


COFFEE = {"title": "Café Łódź 深度", "abstract": "Kaffee."}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "tsv", "ids"])
def test_a_reader_that_has_had_enough_is_fine(tmp_path: Path, form: str) -> None:
    file = dump(tmp_path, "many.jsonl", *({"title": f"Paper {n}"} for n in range(4000)))
    ended = shell(
        f"paperread search --format {form} --dumps {file} | head -n 1; echo ${{PIPESTATUS[0]}}"
    )
    assert ended.out.splitlines()[-1] == "0"
    assert ended.err == ""


def test_a_reader_that_is_gone_before_the_first_line_is_fine(tmp_path: Path) -> None:
    ended = shell(f"paperread search --dumps {zoo(tmp_path)} | true; echo ${{PIPESTATUS[0]}}")
    assert (ended.out, ended.err) == ("0\n", "")


def test_help_for_a_reader_that_is_gone_is_fine() -> None:
    ended = shell("paperread --help | true; echo ${PIPESTATUS[0]}")
    assert (ended.out, ended.err) == ("0\n", "")


def test_a_full_disk_is_one_line_and_status_2(tmp_path: Path) -> None:
    ended = shell(f"paperread search --dumps {zoo(tmp_path)} > /dev/full")
    assert (ended.status, len(ended.said)) == (2, 1)
    assert "No space left" in ended.err


def test_a_closed_standard_output_is_one_line_and_status_2(tmp_path: Path) -> None:
    ended = shell(f"paperread search --dumps {zoo(tmp_path)} >&-")
    assert (ended.status, ended.said) == (2, ["paperread: standard output is closed"])


def test_a_closed_standard_error_leaves_the_data(tmp_path: Path) -> None:
    ended = shell(f"paperread search --format ids --dumps {zoo(tmp_path)} 2>&-")
    assert (ended.status, len(ended.out.splitlines())) == (0, 3)


def test_an_index_is_built_with_standard_error_closed(tmp_path: Path) -> None:
    ended = shell(f"paperread index --dumps {zoo(tmp_path)} 2>&- <&-")
    assert (ended.status, "3 papers" in ended.out) == (0, True)


def test_the_app_with_standard_error_closed_says_so_where_it_can() -> None:
    ended = shell("paperread 2>&-")
    assert ended.status == 2
    assert ended.out.startswith("paperread: standard error is not a terminal")


def test_a_closed_standard_input_does_not_matter_to_a_search(tmp_path: Path) -> None:
    assert shell(f"paperread search --dumps {zoo(tmp_path)} <&-").status == 0


def test_a_dump_from_a_closed_standard_input_is_one_line_and_status_2() -> None:
    ended = shell("paperread search --dumps - <&-")
    assert (ended.status, len(ended.said)) == (2, 1)
    assert "standard input" in ended.err


@pytest.mark.parametrize("words", ["star -", "list add train -", "note 2401.00001 -"])
@pytest.mark.parametrize("given", ["<&-", "< <(printf '2401.00001\\xe9')"])
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_ids_or_a_note_from_no_text_are_one_line_and_status_2(
    tmp_path: Path, words: str, given: str, locale: str
) -> None:
    file = zoo(tmp_path)
    ended = shell(f"paperread {words} --dumps {file} {given}", {"LC_ALL": locale})
    assert (ended.status, len(ended.said)) == (2, 1)
    assert "standard input" in ended.err


def test_a_dump_from_standard_input_is_searched(tmp_path: Path) -> None:
    ended = run("search", "owls", "--dumps", "-", stdin=zoo(tmp_path).read_bytes())
    assert (ended.status, "Owls at Night" in ended.out) == (0, True)


def test_what_the_encoding_cannot_hold_is_a_question_mark(tmp_path: Path) -> None:
    file = dump(tmp_path, "a.jsonl", COFFEE)
    ended = run("search", "--dumps", file, env=ASCII)
    assert (ended.status, ended.err) == (0, "")
    assert "Caf? ??d? ??" in ended.out


def test_json_loses_nothing_in_any_encoding(tmp_path: Path) -> None:
    file = dump(tmp_path, "a.jsonl", COFFEE)
    for env in (ASCII, {"LC_ALL": "C.UTF-8"}):
        out = run("search", "--format", "jsonl", "--dumps", file, env=env).out
        assert json.loads(out)["title"] == COFFEE["title"]


# The app needs a terminal; what it says without one. In a terminal it is tried elsewhere.


@pytest.mark.parametrize("terminal", ["dumb", "", None])
def test_no_terminal_is_one_line_and_status_2(
    monkeypatch: pytest.MonkeyPatch, terminal: str | None
) -> None:
    if terminal is None:
        monkeypatch.delenv("TERM", raising=False)
    else:
        monkeypatch.setenv("TERM", terminal)
    ended = run()
    assert (ended.status, ended.out, len(ended.said)) == (2, "", 1)
    assert "not a terminal" in ended.err


def test_a_dump_that_is_not_there_is_named_even_without_a_terminal() -> None:
    ended = run("nosuchfile")
    assert (ended.status, ended.said) == (
        2,
        ["paperread: there is no file or folder 'nosuchfile'"],
    )
