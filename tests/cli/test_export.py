"""`paperread export`: where it writes, what it refuses, and the status."""

import json
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string

from tests.cli.program import OWLS, dump, run, shell, zoo
from tui_reader.cli import main
from tui_reader.exports.formats import FORMATS

Capture = pytest.CaptureFixture[str]


def export(capture: Capture, *arguments: str | Path) -> str:
    """What an export that is fine prints."""
    assert main(["export", *map(str, arguments)]) == 0
    return capture.readouterr().out


def titles(capture: Capture, *arguments: str | Path) -> list[str]:
    rows = export(capture, *arguments, "--format", "jsonl").splitlines()
    return [json.loads(row)["title"] for row in rows]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_standard_output(tmp_path: Path, capsys: Capture, name: str) -> None:
    assert "Owls at Night" in export(capsys, "dark", "--format", name, "--dumps", zoo(tmp_path))


def test_the_samples_are_read_back_as_bibtex(capsys: Capture) -> None:
    library = parse_string(export(capsys, "--format", "bibtex"))

    assert len(library.entries) == 71
    assert library.failed_blocks == []


def test_order_and_limit_are_those_of_a_search(tmp_path: Path, capsys: Capture) -> None:
    file = zoo(tmp_path)
    by_title = titles(capsys, "--sort", "title", "--dumps", file)

    assert by_title == ["Bats and Sound", "Cats", "Owls at Night"]
    assert titles(capsys, "--sort", "title", "--reverse", "--dumps", file) == by_title[::-1]
    assert titles(capsys, "--sort", "title", "--limit", "1", "--dumps", file) == by_title[:1]


def test_a_word_with_a_minus_is_taken_out(tmp_path: Path, capsys: Capture) -> None:
    assert titles(capsys, "owls", "-bats", "--dumps", zoo(tmp_path)) == [OWLS["title"]]


def test_stars_and_notes_go_with_the_papers(tmp_path: Path, capsys: Capture) -> None:
    notes = tmp_path / "mine.yaml"
    notes.write_text(
        "format: 1\npapers:\n  'doi:10.1234/owls':\n    starred: true\n    note: Hoot.\n",
        encoding="utf-8",
    )
    given = ("is:starred", "--dumps", zoo(tmp_path), "--annotations", notes)
    (row,) = export(capsys, *given, "--format", "jsonl").splitlines()

    assert (json.loads(row)["starred"], json.loads(row)["note"]) == (True, "Hoot.")


def test_a_file_gets_the_same_bytes_and_nothing_is_printed(tmp_path: Path) -> None:
    file, out = zoo(tmp_path), tmp_path / "out.csv"
    printed = run("export", "--format", "csv", "--dumps", file)
    kept = run("export", "--format", "csv", "--dumps", file, "-o", out)

    assert (kept.status, kept.out, kept.err) == (0, "", "")
    assert out.read_bytes().decode() == printed.out
    assert b"\r\n" in out.read_bytes()


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.bib"
    out.write_text("mine", encoding="utf-8")
    given = ["export", "--format", "bibtex", "--dumps", str(zoo(tmp_path)), "-o", str(out)]

    assert main(given) == 2
    assert "--force" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert main([*given, "--force"]) == 0
    assert out.read_text(encoding="utf-8").startswith("@")


def test_a_folder_or_a_missing_one_is_told_on_one_line(tmp_path: Path, capsys: Capture) -> None:
    given = ["export", "--format", "text", "--dumps", str(zoo(tmp_path)), "--force", "-o"]
    for place in (tmp_path, tmp_path / "none" / "out.txt"):
        assert main([*given, str(place)]) == 2
        (said,) = capsys.readouterr().err.splitlines()
        assert said.startswith(f"paperread: {place}: ")


def test_a_query_that_is_not_understood_writes_nothing(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.json"
    given = ["export", "is:stared", "--format", "json", "--dumps", str(zoo(tmp_path))]

    assert main([*given, "-o", str(out)]) == 2
    assert main(given) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "did you mean starred?" in said.err
    assert not out.exists()


def test_no_hit_is_fine(tmp_path: Path, capsys: Capture) -> None:
    file = zoo(tmp_path)

    assert export(capsys, "unicorns", "--format", "json", "--dumps", file) == "[]\n"
    assert export(capsys, "unicorns", "--format", "ris", "--dumps", file) == ""


def test_a_word_that_was_taken_for_another_is_told(capsys: Capture) -> None:
    assert main(["export", "attentoin", "--format", "text"]) == 0
    assert "no paper has 'attentoin'" in capsys.readouterr().err


def test_output_is_utf_8_whatever_the_encoding_of_the_terminal(tmp_path: Path) -> None:
    file = dump(tmp_path, "a.jsonl", {"title": "Schrödinger 学"})
    told = run("export", "--format", "json", "--dumps", file, env={"PYTHONIOENCODING": "latin-1"})

    assert json.loads(told.out)[0]["title"] == "Schrödinger 学"


def test_whoever_has_had_enough_is_no_problem(tmp_path: Path) -> None:
    records = ({"title": f"Paper {number} on owls"} for number in range(3000))
    file = dump(tmp_path, "many.jsonl", *records)
    told = shell(f"paperread export --format html --dumps '{file}' | head -n 1")

    assert (told.status, told.out, told.err) == (0, "<!DOCTYPE html>\n", "")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["export", "owls"], "--format"),
        (["export", "--format", "xml"], "xml"),
        (["export", "--format", "csv", "-o"], "-o"),
        (["export", "--format", "csv", "-o", "-x"], "-x"),
        (["export", "--format", "csv", "--limit", "-5"], "'-5'"),
    ],
)
def test_a_mistake_is_named_on_one_line(capsys: Capture, arguments: list[str], named: str) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    (told,) = said.err.splitlines()
    assert said.out == ""
    assert named in told
    assert "\0" not in told


def test_it_imports_no_textual(tmp_path: Path) -> None:
    code = "import sys; from tui_reader.cli import main; main(sys.argv[1:]); "
    code += "sys.exit('textual' in sys.modules)"
    told = shell(
        f"python3() {{ '{__import__('sys').executable}' \"$@\"; }}\n"
        f"python3 -c \"{code}\" export --format html --dumps '{zoo(tmp_path)}'"
    )

    assert told.status == 0


def test_its_help_names_every_format(capsys: Capture) -> None:
    assert main(["export", "--help"]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in FORMATS)
    assert "--dumps PATH" in out
