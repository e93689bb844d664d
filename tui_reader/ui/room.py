"""What a terminal of some size has room for: list and paper side by side, rows of two lines."""

from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

_CLASSES = _SIDE_BY_SIDE, _TOO_SMALL = "-wide", "-too-small"
"""What the main screen is laid out by."""
_WIDE = 100
"""Columns from which list and paper stand side by side."""
_TALL = 34
"""Lines from which rows of a stacked list have a second line."""
_SMALLEST = Size(30, 8)
"""Columns and lines below which nothing can be shown."""


def classes_in(size: Size) -> list[str]:
    """The classes of the main screen in a terminal of that size."""
    too_small = size.width < _SMALLEST.width or size.height < _SMALLEST.height
    return [_SIDE_BY_SIDE] * (size.width >= _WIDE) + [_TOO_SMALL] * too_small


def row_height_in(size: Size) -> int:
    """Lines of a row in a terminal of that size."""
    return 2 if size.width >= _WIDE or size.height >= _TALL else 1


def fit(screen: Screen[None], size: Size) -> None:
    """Lay out the main screen for a terminal of that size."""
    classes = classes_in(size)
    for name in _CLASSES:
        screen.set_class(name in classes, name)
    if _TOO_SMALL in classes and not screen.query("#too-small"):
        screen.mount(Static("too small", id="too-small", markup=False))
    screen.call_after_refresh(screen.refresh, repaint=False, layout=True)
