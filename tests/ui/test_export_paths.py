"""Names of files as they are typed for an export."""

from pathlib import Path

import pytest

from tui_reader.ui import export_paths


def test_a_name_that_cannot_be_shown_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "\x1b]0;x\x07").touch()

    assert export_paths.completed("") == ("", ())
    assert export_paths.shown(tmp_path / "\x1b]0;x\x07y").isprintable()


def test_hidden_files_are_offered_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".hidden").touch()

    assert export_paths.completed("") == ("", ())
    assert export_paths.completed(".h") == (".hidden", ())
