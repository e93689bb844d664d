"""From values to the text of an annotations file: the same values always give the same text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui_reader.annotation import Annotation, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.document import SECTIONS, SENTINEL, VERSION, Entry, Plain, entries

HEADER = """\
# Stars, statuses, tags, lists and notes, kept by paperread: one block per paper, sorted by id,
# then one per reading list and one per saved search. A paper says which lists it is in, and its
# place there. Edit it as you like, also while paperread runs: both sides' changes are merged.
# Fields it does not know are kept. A save changes only the blocks of what changed; comments
# elsewhere stay, comments inside such a block do not.
"""
_LONGEST_SIMPLE_KEY = 1000  # YAML allows 1024 characters, quotes and escapes included
_WIDEST_STEP = 8  # YAML gives one figure to the margin of a block
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Words, numbers and dates: safe without quotes wherever a value may stand.
_BARE = re.compile(r"[-+.]?\w[\w.+-]*(?:[: ]\w[\w.+-]*)*|~|", re.ASCII)
# Words that no reader of YAML takes for anything else, also between brackets.
_BARE_NAME = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null)\Z)[a-z][\w-]*(?: [\w-]+)*", re.A | re.I
)


def render(holdings: Holdings, extra: Sequence[tuple[str, object]] = ()) -> str:
    """The whole file."""
    lines = [f"version: {VERSION}"]
    for section in SECTIONS:
        blocks = entries(holdings, section)
        if blocks or section == "papers":
            lines.append(f"{section}:")
        for name in sorted(blocks):
            lines += block_lines(name, blocks[name])
    for name, value in extra:
        lines += _field(name, value, "")
    return HEADER + "\n".join([*lines, SENTINEL]) + "\n"


def block_lines(name: str, entry: Entry, indent: int = 2) -> list[str]:
    """One block, its first line indented by `indent` spaces, the next by one step more."""
    step = indent if indent <= _WIDEST_STEP else 2
    margin = " " * (indent + step)
    if isinstance(entry, Annotation):
        fields = list(_paper_fields(entry, margin, step))
    else:
        fields = list(_plain_fields(entry, margin))
    return [*_key(quoted(name), " " * indent, "" if fields else " {}"), *fields]


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
    if annotation.star:
        yield f"{margin}starred: {annotation.star}"
    if annotation.status:
        yield f"{margin}status: {annotation.status}"
    if annotation.tags:
        yield f"{margin}tags: [{', '.join(map(_name, annotation.tags))}]"
    if annotation.lists:
        ranks = (f"{_inner_key(_name(name))}: {rank:f}" for name, rank in annotation.lists)
        yield f"{margin}lists: {{{', '.join(ranks)}}}"
    if annotation.note:
        yield from _note(annotation.note, margin, step)
    yield from _extra(annotation.extra, margin)


def _plain_fields(entry: ReadingList | SavedSearch, margin: str) -> Iterator[str]:
    if isinstance(entry, ReadingList):
        if entry.created:
            yield f"{margin}created: {_scalar(Plain(entry.created))}"
        if entry.description:
            yield f"{margin}description: {quoted(entry.description)}"
    elif entry.query:
        yield f"{margin}query: {quoted(entry.query)}"
    yield from _extra(entry.extra, margin)


def _extra(fields: Iterable[tuple[str, object]], margin: str) -> Iterator[str]:
    for name, value in fields:
        yield from _field(name, value, margin)


def _name(name: str) -> str:
    return name if _BARE_NAME.fullmatch(name) else quoted(name)


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


def _inner_key(name: str) -> str:
    return name if len(name) <= _LONGEST_SIMPLE_KEY else f"? {name}"


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
