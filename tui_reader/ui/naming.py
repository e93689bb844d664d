"""Names as they are typed in one line: of tags, several at once, or of one reading list."""

from collections.abc import Mapping

from tui_reader.queries.completing import Completion
from tui_reader.text.clean import clean

LONGEST = 100
"""Characters of a name."""
MOST = 50
"""Names that are offered."""
SHOWN = 24
"""Cells of a name among the keys."""


def pieces(text: str) -> tuple[tuple[int, str], ...]:
    """What stands between blanks and commas, each with its place; quotes keep blanks together."""
    found: list[tuple[int, str]] = []
    begin, quoted = -1, False
    for place, letter in enumerate(f"{text} "):
        if letter in " \t," and not quoted:
            if begin >= 0:
                found.append((begin, text[begin:place]))
            begin = -1
            continue
        begin = place if begin < 0 else begin
        quoted ^= letter == '"'
    if begin >= 0:  # a quote that nobody ended
        found.append((begin, text[begin:]))
    return tuple(found)


def tags_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags that are to be put on, and those with a minus before them, to be taken away."""
    add: list[str] = []
    remove: list[str] = []
    for _, piece in pieces(text):
        wanted = remove if piece.startswith("-") else add
        name = _bare(piece)
        if name:
            wanted.append(name)
    return tuple(dict.fromkeys(add)), tuple(dict.fromkeys(remove))


def name_in(text: str) -> str:
    """The one name that is typed."""
    return clean(text.replace('"', ""), multiline=False, limit=LONGEST).strip()


def _bare(piece: str) -> str:
    return name_in(piece.lstrip("-+#"))


def written(name: str, *, several: bool) -> str:
    """A name as it is typed where others may stand beside it."""
    return f'"{name}"' if several and any(letter in " \t," for letter in name) else name


def begun(text: str, *, several: bool) -> tuple[int, str, bool]:
    """The name that is being typed at the end: its place behind its sign, its beginning.

    And whether it is to be taken away.
    """
    if not several:
        return 0, name_in(text), False
    last = pieces(text)[-1:]
    if not last or last[0][0] + len(last[0][1]) < len(text):
        return len(text), "", False
    place, piece = last[0]
    return place + len(piece) - len(piece.lstrip("-+#")), _bare(piece), piece.startswith("-")


def offered(names: Mapping[str, int], beginning: str) -> tuple[Completion, ...]:
    """Names that go on like this, then those with a word that does; with numbers of papers."""
    wanted = beginning.casefold()
    first = [name for name in names if name.casefold().startswith(wanted)]
    rest = [name for name in names if f" {wanted}" in name.casefold()]
    chosen = list(dict.fromkeys([*first, *rest]))[:MOST]
    return tuple(Completion(name, papers=names[name]) for name in chosen)
