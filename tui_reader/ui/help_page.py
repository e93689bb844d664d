"""The keys in force and the query language, as paragraphs."""

from collections.abc import Iterator

from tui_reader.annotation import STATUSES
from tui_reader.commands import COMMANDS, HEADINGS
from tui_reader.keymaps.keymap import Keymap
from tui_reader.ui.glyphs import Glyphs
from tui_reader.ui.paragraphs import BLANK, Paragraph, Run, plain

KEY_WIDTH = 20

LANGUAGE = (
    ("word other", "papers with both; a word finds its other forms"),
    ('"two words"', "side by side, in this order"),
    ("a OR b", "either; OR binds more weakly than words side by side"),
    ("-word, NOT word", "papers without it"),
    ("(a OR b) c", "parentheses group"),
    ("diffus*", "words that begin like this"),
    ("title:word", "only there; also abstract: author: venue: keyword:"),
    ("year:2024", "also year:2023..2024, year:2023.., year:..2024"),
    ("date:2025-03..2025-04-15", "years, months or days; either end may be open"),
    ("is:starred", "also is:unread, is:read, is:to-read, is:reading, is:done, is:skipped"),
    ("tag:rag", 'also tag:*, list:"to read", has:note, note:word'),
)
"""The query language in short: what is written, and what it finds."""


def help_page(keymap: Keymap, glyphs: Glyphs) -> tuple[Paragraph, ...]:
    """Help on every command, with the keys that are in force."""
    return tuple(_help(keymap, glyphs))


def _help(keymap: Keymap, glyphs: Glyphs) -> Iterator[Paragraph]:
    for family, heading in HEADINGS.items():
        commands = [command for command in COMMANDS if command.family == family]
        if not commands:
            continue
        yield plain(heading, "heading")
        for command in commands:
            keys = keymap.shown(command.id) or "in the palette"
            yield _line(keys, command.help)
        yield BLANK
    yield plain("The query language", "heading")
    for written, found in LANGUAGE:
        yield _line(written, found)
    yield BLANK
    yield plain("Marks in the list", "heading")
    statuses = ((glyphs.status(status), status or "unread") for status in STATUSES)
    marks = ((glyphs.star, "starred"), (glyphs.note, "note"), (glyphs.selected, "selected"))
    for line in (statuses, marks):
        yield plain("   ".join(f"{mark} {meaning}" for mark, meaning in line if mark != " "))


def _line(key: str, text: str) -> Paragraph:
    head = f"{key}  ".ljust(KEY_WIDTH)
    return Paragraph((Run(head, "key"), Run(text, "body")), hanging=len(head))
