"""Only the verb that opens the app pays for Textual."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import PATIENCE, zoo
from tui_reader import locations
from tui_reader.cli import main

PROBE = """
import sys
from tui_reader.cli import main
status = main(sys.argv[1:])
assert status in (0, 1), status
heavy = ("textual", "rich", "whoosh", "numpy")
sys.stderr.write(" ".join(name for name in heavy if name in sys.modules))
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


MARKING = [
    ["star", "2401.00001"], ["status", "done", "2401.00001"], ["tag", "2401.00001", "+x"],
    ["note", "2401.00001", "x"], ["list", "add", "train", "2401.00001"],
    ["list", "move", "train", "2401.00001", "top"],
]  # fmt: skip
READING = [["tag"], ["list"], ["undo"], ["history"], ["completion", "names", "lists"]]


@pytest.mark.parametrize("verb", [*MARKING, *READING])
def test_with_an_index_no_verb_that_marks_imports_what_searches(
    tmp_path: Path, verb: list[str]
) -> None:
    dumps = ("--dumps", zoo(tmp_path))
    assert main(["index", *map(str, dumps)]) == 0
    assert main(["list", "add", "train", "2401.00001", *map(str, dumps)]) == 0
    assert imported_by(*verb, *dumps) == set()


def test_neither_does_add_nor_keymap_check(tmp_path: Path) -> None:
    keymap = locations.shipped("keymaps") / "vim.yaml"
    tried: tuple[list[str | Path], ...] = (["add", zoo(tmp_path)], ["keymap", "check", keymap])
    for arguments in tried:
        assert not imported_by(*arguments) & {"textual", "rich"}
