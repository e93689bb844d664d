"""What is done before the first rows are on the screen, and what is left until they are."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.pseudo_terminal import PseudoTerminal, home_of
from tests.terminal.reader import SAMPLES, needs_terminals

pytestmark = needs_terminals

PROBE = """
import gc, json, sys
from pathlib import Path
from tui_reader.cli import main

before = set(sys.modules)

def tell(screen):
    seen = {"rows": screen.list.count, "modules": sorted(set(sys.modules) - before)}
    seen |= {"collects": gc.isenabled(), "frozen": gc.get_freeze_count()}
    seen |= {"marks": screen.library.marks_known}
    Path(sys.argv[1]).write_text(json.dumps(seen))
    screen.app.leave(0)

from tui_reader.ui.main_screen import MainScreen
MainScreen.open_library = tell
sys.exit(main(sys.argv[2:]))
"""
"""Starts the program, and tells how things stand where it goes on to open the library."""


@pytest.fixture
def seen(tmp_path: Path) -> dict[str, Any]:
    file, program = tmp_path / "seen.json", (sys.executable, "-c", PROBE)
    with PseudoTerminal((file, SAMPLES), home_of(tmp_path), program=program) as terminal:
        assert terminal.ended() == 0, terminal.text
    told: dict[str, Any] = json.loads(file.read_text())
    return told


def test_the_first_rows_wait_for_neither_index_nor_stars(seen: dict[str, Any]) -> None:
    assert seen["rows"] == 71
    assert not seen["marks"]


def test_nothing_that_only_searching_or_saving_takes_comes_before_them(
    seen: dict[str, Any],
) -> None:
    slow = {"numpy", "whoosh", "rapidfuzz", "yaml", "tui_reader.annotations.store"}
    slow |= {"tui_reader.search.corpus", "tui_reader.dumps", "tui_reader.queries.tree"}
    assert not slow & set(seen["modules"])


def test_no_page_no_panel_and_no_menu_comes_before_them(seen: dict[str, Any]) -> None:
    pages = ("note_editor", "page_screen", "links_screen", "help_page", "external_editor")
    panels = ("side_panel", "facet_rows", "shelf_rows", "completion_menu", "choices", "recall")
    later = {f"tui_reader.ui.{name}" for name in (*pages, *panels)}
    later |= {"textual.widgets._text_area", "webbrowser", "tui_reader.queries.completing"}
    assert not later & set(seen["modules"])


def test_a_dump_is_opened_without_a_parser_of_arguments(seen: dict[str, Any]) -> None:
    assert not {"argparse", "tui_reader.cli.parsers"} & set(seen["modules"])


def test_garbage_is_collected_once_they_are_there_and_what_was_made_stays(
    seen: dict[str, Any],
) -> None:
    assert seen["collects"]
    assert seen["frozen"]
