"""A dump written for one test."""

from pathlib import Path

import pytest

from tests.dumps.shared import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file and gives its path."""

    def writing(content: str | bytes, name: str = "page.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return writing
