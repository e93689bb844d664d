"""`paperread show`: one paper by whatever it is called."""

import json
from pathlib import Path

import pytest

from tests.cli.program import dump, zoo
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]


def show(capture: Capture, file: Path, name: str, *more: str) -> str:
    assert main(["show", name, "--dumps", str(file), *more]) == 0
    return capture.readouterr().out


@pytest.mark.parametrize(
    "name",
    [
        "arxiv:2401.00001",
        "2401.00001",
        "2401.00001v3",
        "arXiv:2401.00001",
        "https://arxiv.org/abs/2401.00001v2",
        "https://arxiv.org/pdf/2401.00001",
        "https://huggingface.co/papers/2401.00001",
    ],
)
def test_an_arxiv_paper_is_found_by_any_of_its_names(
    tmp_path: Path, capsys: Capture, name: str
) -> None:
    assert show(capsys, zoo(tmp_path), name).startswith("Bats and Sound\n")


@pytest.mark.parametrize(
    "name", ["doi:10.1234/owls", "10.1234/OWLS", "https://doi.org/10.1234/owls"]
)
def test_a_paper_is_found_by_its_doi(tmp_path: Path, capsys: Capture, name: str) -> None:
    assert show(capsys, zoo(tmp_path), name).startswith("Owls at Night\n")


def test_a_paper_is_found_by_the_address_of_its_page(tmp_path: Path, capsys: Capture) -> None:
    assert show(capsys, zoo(tmp_path), "https://example.org/owls").startswith("Owls at Night\n")


def test_a_paper_is_found_by_the_id_that_search_prints(tmp_path: Path, capsys: Capture) -> None:
    file = zoo(tmp_path)
    assert main(["search", "cats", "--format", "ids", "--dumps", str(file)]) == 0
    name = capsys.readouterr().out.strip()
    assert show(capsys, file, name).startswith("Cats\n")


def test_the_text_has_abstract_and_facts(tmp_path: Path, capsys: Capture) -> None:
    text = show(capsys, zoo(tmp_path), "10.1234/owls")
    for part in ("How owls hunt", "Ada Owl, Ben Bird", "Ornithology", "zoo.jsonl"):
        assert part in text


def test_the_note_is_shown(tmp_path: Path, capsys: Capture) -> None:
    notes = tmp_path / "mine.yaml"
    notes.write_text(
        'version: 1\npapers:\n  "arxiv:2401.00001":\n    starred: true\n    note: hear, hear\n'
        "# end of paperread file\n"
    )
    text = show(capsys, zoo(tmp_path), "2401.00001", "--annotations", str(notes))
    assert "hear, hear" in text
    assert "starred" in text


def test_json_is_one_object(tmp_path: Path, capsys: Capture) -> None:
    row = json.loads(show(capsys, zoo(tmp_path), "2401.00001", "--format", "json"))
    assert (row["title"], row["arxiv_id"], row["date"]) == (
        "Bats and Sound",
        "2401.00001",
        "2024-01-02",
    )


def test_an_unknown_paper_is_one_line_and_status_2(tmp_path: Path, capsys: Capture) -> None:
    assert main(["show", "2499.99999", "--dumps", str(zoo(tmp_path))]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "2499.99999" in said.err


def test_control_sequences_of_a_dump_are_not_printed(tmp_path: Path, capsys: Capture) -> None:
    file = dump(
        tmp_path, "evil.jsonl", {"title": "A\x1b]0;owned\x07B", "abstract": "x\x1b[2Jy\x9b31mz"}
    )
    for arguments in (["search"], ["search", "--format", "json"], ["search", "--format", "tsv"]):
        assert main([*arguments, "--dumps", str(file)]) == 0
        out = capsys.readouterr().out
        assert "AB" in out
        assert not {"\x1b", "\x07", "\x9b"} & set(out)
