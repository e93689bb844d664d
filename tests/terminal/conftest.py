"""Each home begins with the index of the samples, so that the tests wait for the app alone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.terminal.pseudo_terminal import PATIENCE, PROGRAM, home_of


@pytest.fixture(scope="session")
def built_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the index of the samples."""
    home = tmp_path_factory.mktemp("built")
    subprocess.run(
        [*PROGRAM, "index"], env=home_of(home), capture_output=True, check=True, timeout=PATIENCE
    )
    return home / "cache"


@pytest.fixture(autouse=True)
def own_cache(built_cache: Path, tmp_path: Path) -> None:
    """A copy of it for one test."""
    shutil.copytree(built_cache, tmp_path / "cache")
