"""Dumps without options are understood without the parser, and just as the parser does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cli.arguments import parsed
from tui_reader.cli.parsers import parse
from tui_reader.cli.verbs import VERBS

WORDS = st.text(max_size=8).filter(lambda word: not word.startswith("-"))
PATHS = st.lists(WORDS, max_size=4).filter(lambda words: not set(words[:1]) & set(VERBS))


@given(PATHS)
def test_dumps_alone_are_what_the_parser_makes_of_them(paths: list[str]) -> None:
    ours, theirs = vars(parsed(paths)), vars(parse(paths))
    assert ours.pop("run").__qualname__ == theirs.pop("run").__qualname__
    assert ours == theirs


@given(PATHS, st.sampled_from(["--ascii", "--no-mouse"]))
def test_an_option_is_taken_wherever_it_stands(paths: list[str], option: str) -> None:
    for place in range(len(paths) + 1):
        asked = parsed([*paths[:place], option, *paths[place:]])
        assert asked.paths == paths
        assert asked.ascii == (option == "--ascii")


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["list", "show", "-x"], "name", "-x"),
        (["list", "show", "--", "--x"], "name", "--x"),
        (["list", "rename", "-x", "-y"], "new", "-y"),
        (["note", "a", "-1 for style"], "text", "-1 for style"),
        (["note", "a", "-"], "text", "-"),
        (["tag", "a", "-b", "+c"], "words", ["a", "-b", "+c"]),
        (["saved", "save", "s", "a", "-b"], "query", ["a", "-b"]),
        (["merge", "--", "-x.yaml"], "other", Path("-x.yaml")),
        (["--", "-day.txt"], "paths", ["-day.txt"]),
    ],
)
def test_what_begins_with_a_dash_and_is_no_option_is_taken_as_it_is(
    words: list[str], name: str, value: object
) -> None:
    assert getattr(parsed(words), name) == value
