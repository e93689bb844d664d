"""Paragraphs as lines: what is drawn in each, and where the hits are."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.ui.layout import Layout
from tui_reader.ui.paragraphs import BLANK, Paragraph, Run, plain

TALE = "Robots walk over quiet hills. " * 9


def drawn(paragraph: Paragraph, width: int) -> list[str]:
    """The text of every line, without what stands before it."""
    lines = Layout([paragraph], width).lines
    return ["".join(text for text, _, _ in line.pieces()) for line in lines]


@given(st.lists(st.sampled_from(["a ", "hill", "quiet ", "robots "]), max_size=20), st.data())
def test_runs_and_hits_are_drawn_in_their_places(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    edges = data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    hits = tuple(zip(edges[::2], edges[1::2], strict=False))
    page = Paragraph(tuple(Run(word) for word in words), hits)
    marked = dict.fromkeys(range(len(hits)), "")
    for line in Layout([page], 9).lines:
        for piece, _, hit in line.pieces():
            if hit >= 0:
                marked[hit] += piece

    bare = ["".join(text[start:end].split()) for start, end in hits]
    assert ["".join(piece.split()) for piece in marked.values()] == bare


def test_a_paragraph_set_in_has_its_head_on_the_first_line() -> None:
    page = Paragraph((Run("Venue     ", "label"), Run("Conference on hills")), hanging=10)

    assert drawn(page, 22) == ["Venue     Conference", "on hills"]


def test_an_empty_paragraph_is_an_empty_line() -> None:
    assert drawn(BLANK, 20) == [""]


def test_hits_are_counted_through_all_paragraphs_and_found_in_their_lines() -> None:
    second = Paragraph((Run(TALE),), ((0, 6), (120, 126)))
    layout = Layout([Paragraph((Run("Robots"),), ((0, 6),)), BLANK, second], 30)

    assert layout.hit_count == 3
    assert [layout.hit_line(hit) for hit in range(3)] == [0, 2, 6]


def test_a_tab_is_drawn_as_a_blank() -> None:
    assert drawn(plain("a\tb"), 20) == ["a b"]
