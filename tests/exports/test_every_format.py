"""What holds for every format, whatever the papers."""

import unicodedata

import pytest
from hypothesis import given

from tests.exports.material import ATTENTION, NOTED, entries, exported
from tui_reader.exports.entries import Entry
from tui_reader.exports.formats import FORMATS

ALLOWED = {"\n", "\r"}


@pytest.mark.parametrize("name", FORMATS)
@given(some=entries)
def test_nothing_that_steers_a_terminal_comes_out(name: str, some: list[Entry]) -> None:
    text = exported(name, *some)

    assert text.encode("utf-8").decode("utf-8") == text
    odd = {sign for sign in set(text) - ALLOWED if unicodedata.category(sign) in ("Cc", "Cf", "Cs")}
    assert odd == set()


@pytest.mark.parametrize("name", FORMATS)
def test_it_ends_with_a_line_break(name: str) -> None:
    assert exported(name, ATTENTION).endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_papers_make_the_same_text(name: str) -> None:
    assert exported(name, ATTENTION) == exported(name, ATTENTION)


@pytest.mark.parametrize("name", FORMATS)
def test_papers_are_written_while_they_are_read(name: str) -> None:
    pieces = list(FORMATS[name].write([Entry(ATTENTION)] * 50))

    assert len(pieces) >= 50
    assert max(map(len, pieces)) < 3_000


@pytest.mark.parametrize("name", FORMATS)
def test_the_title_and_the_note_are_in_it(name: str) -> None:
    text = exported(name, Entry(ATTENTION, NOTED))

    assert "Attention Is All You Need" in text
    assert "the ablation" in text


@pytest.mark.parametrize("name", set(FORMATS) - {"json", "jsonl"})
def test_an_address_that_may_not_be_opened_is_left_out(name: str) -> None:
    hostile = Entry(ATTENTION.__class__(ATTENTION.id, "x", url="javascript:alert(1)"))

    assert "javascript" not in exported(name, hostile)
