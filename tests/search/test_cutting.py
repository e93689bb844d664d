"""Cutting a text quickly gives the words that reading it by the rules gives."""

import gzip
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.dumps.shared import SHARED, needs_shared
from tests.search.material import WORDS
from tui_reader.search.analysis import TOKEN, fold
from tui_reader.search.cutting import cut
from tui_reader.text.tex import readable

REAL = SHARED / "corpora" / "conference-29k.jsonl.gz"


def by_the_rules(text: str) -> list[str]:
    return TOKEN.findall(fold(readable(text)))


def quickly(text: str) -> list[str]:
    return [word.decode() for word in cut(text).split()]


ODD_SIGNS = (
    "\\", "$", "{", "}", "~", "--", "``", "''", "+", "#", "_", "^", " ", "\n", "\x1c", "\x00",
    "Σ", "ς", "𝚺", "ß", "İ", "ı", "É", "e\u0301", "\u0345", "ﬁ", "²", "⁺", "＋", "＃", "Å", "…",
    "–", "’", "学", "豈", "か\u3099", "국", "\u1112\u1161\u11ab", "ᄒ", "\u09c7\u09be", "Ǆ", "㎒",
    "α", "Ω", "\ud800", "\u200b", "\u00a0", "１", "½", "ﷺ", "\U0001d400",
)  # fmt: skip
odd = st.lists(st.sampled_from((*ODD_SIGNS, "a", "B", "9", *WORDS)), max_size=12).map("".join)


@given(st.text(max_size=60) | odd)
@settings(deadline=None, max_examples=400)
@example("x𝚺")
@example("C⁺⁺ a＋＋")
@example("\u09c7\u09be 한국")
def test_the_quick_way_finds_the_same_words(text: str) -> None:
    assert quickly(text) == by_the_rules(text)


@pytest.mark.parametrize("text", ["学" * 3 + "".join(map(chr, range(0x4E00, 0x4E40))), "", " "])
def test_many_different_signs_or_none_change_nothing(text: str) -> None:
    assert quickly(text) == by_the_rules(text)


@needs_shared
def test_real_abstracts_are_cut_by_the_rules() -> None:
    with gzip.open(REAL, "rt", encoding="utf-8") as file:
        for line, _ in zip(file, range(1500), strict=False):
            row = json.loads(line)
            for text in (row["title"], row["abstract"], "; ".join(row["authors"])):
                assert quickly(text) == by_the_rules(text)
