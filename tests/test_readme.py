"""The README tells the truth where it can be checked."""

import re
from pathlib import Path

import pytest

from tests.key_table import key_table
from tui_reader.commands import COMMANDS
from tui_reader.queries.query import Query
from tui_reader.settings import DEFAULTS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_key_table_is_the_registry() -> None:
    assert key_table() in README


def test_the_picture_is_there() -> None:
    picture = re.search(r"!\[[^\]]*\]\(([^)]+\.svg)\)", README)

    assert picture
    assert "<svg" in (ROOT / picture[1]).read_text(encoding="utf-8")


def test_its_queries_are_understood() -> None:
    section = README.split("## Searching")[1].split("```sh")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    queries = [query for row in rows for query in re.findall(r"`([^`]+)`", row)]

    assert len(queries) > 15
    assert [query for query in queries if Query.parse(query).problems] == []


def test_its_settings_are_those_there_are() -> None:
    section = README.split("`settings.yaml`, all of it optional:")[1].split("```")[1]

    assert set(re.findall(r"^(\w+):", section, re.MULTILINE)) == set(type(DEFAULTS).__slots__)


def test_its_keymap_example_names_real_commands() -> None:
    section = README.split("### Your own keys")[1].split("```")[1]
    named = re.findall(r"^([a-z.-]+\.[a-z-]+):", section, re.MULTILINE)

    assert len(named) == 4
    assert set(named) <= {command.id for command in COMMANDS}


@pytest.mark.parametrize("name", ["open", "test"])
def test_both_commands_are_marked_for_ci(name: str) -> None:
    block = README.split(f"<!-- {name} -->")[1].split("<!-- end -->")[0]

    assert block.count("python3 -m venv") == 1
