"""Only the verb that opens the app pays for Textual."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import PATIENCE, zoo
from tui_reader import locations

PROBE = """
import sys
from tui_reader.cli import main
status = main(sys.argv[1:])
assert status in (0, 1), status
sys.stderr.write(" ".join(name for name in ("textual", "rich", "whoosh") if name in sys.modules))
"""


def imported_by(*arguments: str | Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    lines = done.stderr.decode().splitlines()
    return set(lines[-1].split()) if lines else set()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["search", "--help"]])
def test_help_and_version_import_neither_textual_nor_whoosh(arguments: list[str]) -> None:
    assert imported_by(*arguments) == set()


@pytest.mark.parametrize(
    "verb", [["search", "owls"], ["index"], ["show", "2401.00001"], ["doctor"]]
)
def test_no_verb_that_reads_dumps_imports_textual(tmp_path: Path, verb: list[str]) -> None:
    found = imported_by(*verb, "--dumps", zoo(tmp_path))
    assert not found & {"textual", "rich"}


def test_neither_does_add_nor_keymap_check(tmp_path: Path) -> None:
    keymap = locations.shipped("keymaps") / "vim.yaml"
    tried: tuple[list[str | Path], ...] = (["add", zoo(tmp_path)], ["keymap", "check", keymap])
    for arguments in tried:
        assert not imported_by(*arguments) & {"textual", "rich"}
