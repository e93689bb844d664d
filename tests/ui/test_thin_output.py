"""Frames said in fewer bytes look the same."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from tui_reader.ui.thin_output import thin

STYLES = st.builds(
    Style,
    color=st.sampled_from([None, "#e0e0e0", "#ffa62b", "red", "color(121)", "default"]),
    bgcolor=st.sampled_from([None, "#121212", "#0a2b3c", "bright_blue", "color(18)"]),
    bold=st.booleans(),
    dim=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
    strike=st.booleans(),
)
TEXTS = st.sampled_from(["Robots", " ", "   walk", "over   ", "é模", " " * 12, ""])
LINES = st.tuples(st.integers(1, 6), st.integers(1, 9), st.lists(st.tuples(TEXTS, STYLES)))


def frame_of(lines: list[tuple[int, int, list[tuple[str, Style]]]]) -> str:
    """What Textual writes for pieces of lines."""
    drawn = [
        f"\x1b[{y};{x}H"
        + "".join(style.render(text, color_system=ColorSystem.TRUECOLOR) for text, style in pieces)
        for y, x, pieces in lines
    ]
    return "\n".join(drawn) + "\x1b[1;1H"


def picture(*frames: str) -> list[object]:
    """What is seen of frames drawn one over the other, and where the cursor is."""
    screen = pyte.Screen(90, 8)
    stream = pyte.Stream(screen)
    for frame in frames:
        stream.feed(frame)
    return [
        *(cell_of(screen.buffer[y][x]) for y in range(8) for x in range(90)),
        (screen.cursor.x, screen.cursor.y),
    ]


def cell_of(cell: pyte.screens.Char) -> object:
    """A cell as it is seen: of a blank neither the colour of letters nor their weight."""
    lined = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(lined):
        return cell.bg
    return (cell.data, cell.fg, cell.bg, cell.bold, cell.italics, *lined)


@given(st.lists(LINES, max_size=5), st.lists(LINES, max_size=3), st.booleans())
def test_the_picture_is_the_same(
    first: list[tuple[int, int, list[tuple[str, Style]]]],
    second: list[tuple[int, int, list[tuple[str, Style]]]],
    erases: bool,
) -> None:
    frames = [frame_of(first), frame_of(second)]
    thinned = [thin(frame, erases=erases) for frame in frames]

    assert picture(*thinned) == picture(*frames)
    assert sum(map(len, thinned)) <= sum(map(len, frames))


@pytest.mark.parametrize(
    "other",
    ["\x1b[?1049h", "\x07", "\x1b]52;c;YQ==\x07", "\x1b[?2026h", "a\x1b[1;1Hb\x1b[2J   \x1b[1mc"],
)
def test_what_is_no_frame_is_left_as_it_is(other: str) -> None:
    assert thin(other, erases=True) == other


def test_a_style_is_said_once_and_blanks_at_the_end_are_erased() -> None:
    style, blank = Style(color="red", bgcolor="blue"), Style(bgcolor="blue")
    frame = frame_of(
        [(2, 1, [("  ", blank), ("Robots", style), (" walk", style), (" " * 40, blank)])]
    )

    assert (
        thin(frame, erases=True) == "\x1b[2;1H\x1b[44m  \x1b[31mRobots walk\x1b[40X\x1b[m\x1b[1;1H"
    )


def test_blanks_are_written_where_the_terminal_would_erase_them_to_another_ground() -> None:
    frame = frame_of([(2, 1, [("Robots" + " " * 40, Style(bgcolor="blue"))])])

    assert f"Robots{' ' * 40}" in thin(frame, erases=False)
