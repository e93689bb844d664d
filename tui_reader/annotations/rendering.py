"""From values to the text of an annotations file: the same values always give the same text."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tui_reader.annotation import Annotation
from tui_reader.annotations.document import SENTINEL, VERSION, Plain
from tui_reader.papers import PaperId

HEADER = """\
# Stars, read marks and notes, kept by paperread: one block per paper, sorted by id.
# Edit it as you like, also while paperread runs: both sides' changes are merged.
# Fields it does not know are kept. A save changes only the blocks of the papers that changed;
# comments elsewhere stay, comments inside such a block do not.
"""
_LONGEST_SIMPLE_KEY = 1000  # YAML allows 1024 characters, quotes and escapes included
_WIDEST_STEP = 8  # YAML gives one figure to the margin of a block
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Words, numbers and dates: safe without quotes wherever a value may stand.
_BARE = re.compile(r"[-+.]?\w[\w.+-]*(?:[: ]\w[\w.+-]*)*|~|", re.ASCII)


def render(papers: Mapping[PaperId, Annotation], extra: Sequence[tuple[str, object]] = ()) -> str:
    """The whole file."""
    lines = [f"version: {VERSION}", "papers:"]
    for paper in sorted(papers):
        lines += paper_lines(paper, papers[paper])
    for name, value in extra:
        lines += _field(name, value, "")
    return HEADER + "\n".join([*lines, SENTINEL]) + "\n"


def paper_lines(paper: PaperId, annotation: Annotation, indent: int = 2) -> list[str]:
    """One paper's block, its first line indented by `indent` spaces, the next by one step more."""
    step = indent if indent <= _WIDEST_STEP else 2
    fields = list(_paper_fields(annotation, " " * (indent + step), step))
    return [*_key(quoted(paper), " " * indent, "" if fields else " {}"), *fields]


def quoted(text: str) -> str:
    """The text in double quotes, on one line, in visible characters only."""
    return f'"{"".join(map(_escaped, text))}"' if not _is_tame(text) else f'"{text}"'


def _is_tame(text: str) -> bool:
    return text.isprintable() and '"' not in text and "\\" not in text


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isprintable():
        return sign
    code = ord(sign)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _paper_fields(annotation: Annotation, margin: str, step: int) -> Iterator[str]:
    if annotation.title:
        yield f"{margin}title: {quoted(annotation.title)}"
    if annotation.starred:
        yield f"{margin}starred: true"
    if annotation.read:
        yield f"{margin}read: true"
    if annotation.note:
        yield from _note(annotation.note, margin, step)
    for name, value in annotation.extra:
        yield from _field(name, value, margin)


def _note(note: str, margin: str, step: int) -> Iterator[str]:
    body = note.removesuffix("\n")
    lines = body.split("\n")
    first = next((line for line in lines if line), "")
    if not first or not all(_fits_block(line) for line in lines) or not lines[-1]:
        yield f"{margin}note: {quoted(note)}"
        return
    # Without the figure, a first line that begins with a space would set the block's margin.
    figure = step if first.startswith(" ") else ""
    yield f"{margin}note: |{figure}{'' if note.endswith(chr(10)) else '-'}"
    for line in lines:
        yield f"{margin}{' ' * step}{line}" if line else ""


def _fits_block(line: str) -> bool:
    return line.isprintable() and not line.endswith(" ")


def _key(name: str, margin: str, rest: str) -> list[str]:
    if len(name) > _LONGEST_SIMPLE_KEY:
        return [f"{margin}? {name}", f"{margin}:{rest}"]
    return [f"{margin}{name}:{rest}"]


def _scalar(text: str) -> str:
    is_bare = isinstance(text, Plain) and _BARE.fullmatch(text)
    return str(text) if is_bare else quoted(text)


def _field(name: str, value: object, margin: str) -> list[str]:
    rest, below = _value(value, margin + "  ")
    return [*_key(_scalar(name) or '""', margin, rest), *below]


def _value(value: object, margin: str) -> tuple[str, list[str]]:
    if isinstance(value, dict):
        below = [line for name, item in value.items() for line in _field(name, item, margin)]
        return ("", below) if value else (" {}", [])
    if isinstance(value, list):
        items = []
        for item in value:
            rest, below = _value(item, margin + "  ")
            items += [f"{margin}-{rest}", *below]
        return ("", items) if value else (" []", [])
    return f" {_scalar(str(value) if not isinstance(value, str) else value)}".rstrip(" "), []
