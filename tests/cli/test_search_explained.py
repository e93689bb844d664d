"""`paperread search --explain`: how the query is understood, and the best papers' scores."""

from pathlib import Path

import pytest

from tests.cli.program import zoo
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]


def explained(tmp_path: Path, capture: Capture, *arguments: str) -> str:
    assert main(["search", "--explain", *arguments, "--dumps", str(zoo(tmp_path))]) == 0
    return capture.readouterr().out


def test_it_tells_terms_and_scores(tmp_path: Path, capsys: Capture) -> None:
    out = explained(tmp_path, capsys, "owls")
    assert "looked for owl" in out
    assert "the sum of" in out


def test_no_more_papers_than_the_limit_are_explained(tmp_path: Path, capsys: Capture) -> None:
    counts = [
        explained(tmp_path, capsys, "is:unread", "--limit", limit).count("\nPaper  ")
        for limit in ("0", "1", "2")
    ]
    assert counts == [0, 1, 2]
