"""TeX in titles and abstracts, made readable as Unicode. Never raises."""

from typing import TYPE_CHECKING

from tui_reader.later import LaterModule

if TYPE_CHECKING:
    from tui_reader.text import tex_whole
else:
    # Most texts hold no TeX; the first that does brings in what reads it.
    tex_whole = LaterModule("tui_reader.text.tex_whole")

_SIGNS_OF_TEX = ("\\", "$", "{", "}", "~", "--", "``", "''")
_LONGEST = 1_000_000
"""Characters; longer text is no abstract and stays as it is."""


def readable(text: str) -> str:
    """The text with formulas, accents, quotes and dashes of TeX as Unicode in one line.

    Unknown commands stay visible, line breaks stay, and a text whose braces do not match is
    returned unchanged. Runs in linear time.
    """
    if not any(sign in text for sign in _SIGNS_OF_TEX):
        return text
    unchanged = len(text) > _LONGEST
    return text if unchanged else str(tex_whole.read(text))
