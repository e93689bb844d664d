"""A whole text with TeX in it, read from its first token to its last."""

from tui_reader.text.marks import composed
from tui_reader.text.tex_reading import Reading, TooDeepError
from tui_reader.text.tex_seams import closed, has_marks
from tui_reader.text.tex_tokens import source


def read(text: str) -> str:
    """The text made readable; unchanged where it cannot be."""
    if has_marks(text):
        return text
    parts = source(text)
    if not parts:
        return text
    try:
        said = closed(Reading(parts).span(len(parts.tokens), maths=False))
    except TooDeepError:
        return text
    return composed(said)
