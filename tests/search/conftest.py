"""A folder for generations, ours alone."""

from pathlib import Path

import pytest

from tui_reader.search.generations import Generations


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    there = Generations(tmp_path / "paperread" / "index", "key")
    there.prepare()
    return there
