"""Breaking text into lines."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from tui_reader.ui.wrapping import wrapped

WORDS = st.lists(
    st.sampled_from(["a", "of", "diffusion", "in\u00a0two", "é", "x" * 30, "-", "  ", "wörter"])
)


@given(WORDS.map(" ".join), st.integers(30, 70))
def test_lines_break_where_rich_breaks_them(text: str, width: int) -> None:
    lines = [line.plain.rstrip() for line in Text(text).wrap(Console(), width)]

    assert [text[start:end] for start, end in wrapped(text.rstrip(), width)] == (lines or [""])


@given(st.text(st.sampled_from("a 模é\u0301\u200d👩👧\n"), max_size=80), st.integers(2, 20))
def test_no_line_is_too_wide_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrapped(text, width)]

    assert max(map(cell_len, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_every_line_break_of_the_text_is_kept() -> None:
    assert wrapped("one\n\ntwo", 10) == ((0, 3), (4, 4), (5, 8))


def test_even_a_width_of_nothing_holds_a_letter() -> None:
    assert wrapped("模a", 0) == ((0, 1), (1, 2))
