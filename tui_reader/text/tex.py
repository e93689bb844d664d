"""TeX in titles and abstracts, made readable as Unicode. Never raises."""

from tui_reader.text.marks import composed
from tui_reader.text.tex_reading import Reading, TooDeepError
from tui_reader.text.tex_seams import closed, has_marks
from tui_reader.text.tex_tokens import source

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
    if len(text) > _LONGEST or has_marks(text):
        return text
    parts = source(text)
    if not parts:
        return text
    try:
        said = closed(Reading(parts).span(len(parts.tokens), maths=False))
    except TooDeepError:
        return text
    return composed(said)
