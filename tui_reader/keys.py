"""Names of keys and sequences of them, as the screen reports and people write them; no screen here.

A canonical key is the name Textual gives an event (`question_mark`, `G`, `ctrl+s`); a canonical
sequence is canonical keys with one space between them (`g g`). The names are pinned by a test.
"""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType

MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which they are written before a key."""

_SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "escape": "Esc",
        "enter": "Enter",
        "tab": "Tab",
        "space": "Space",
        "backspace": "Backspace",
        "insert": "Ins",
        "delete": "Del",
        "up": "Up",
        "down": "Down",
        "left": "Left",
        "right": "Right",
        "home": "Home",
        "end": "End",
        "pageup": "PgUp",
        "pagedown": "PgDn",
        "menu": "Menu",
        "pause": "Pause",
        "print_screen": "PrtSc",
    }
    | {f"f{number}": f"F{number}" for number in range(1, 36)}
)
"""Keys that have a name and no character, and how they are shown."""

_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Unicode's names where the screen says a plainer one."""

_ALSO = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup"}
_ALSO |= {"pgdn": "pagedown", "pgdown": "pagedown", "page_up": "pageup", "page_down": "pagedown"}
_ALSO |= {"backtab": "shift+tab", "spacebar": "space", "prtsc": "print_screen"}
_MODIFIERS_ALSO = {"control": "ctrl", "option": "alt", "cmd": "super", "command": "super"}


LONGEST = 100
"""Characters of a written sequence."""


class KeyNameError(ValueError):
    """A written key that no keyboard sends; the message says what to write, without a full stop."""


def character_name(character: str) -> str:
    """The canonical key that types one character: `?` is `question_mark`, `G` is `G`."""
    if character.isalnum():
        return character
    plain = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(plain, plain)


def _characters() -> dict[str, str]:
    spans = (range(0x21, 0x100), range(0x2010, 0x205F), range(0x20A0, 0x20C0))
    every = (chr(point) for span in spans for point in span)
    marks = (
        c for c in every if c.isprintable() and not c.isalnum() and unicodedata.name(c, "") != ""
    )
    return {character_name(character): character for character in marks}


_CHARACTERS: Mapping[str, str] = MappingProxyType(_characters())
"""Canonical name of a mark to its character, for the marks keyboards have."""


def key_character(key: str) -> str:
    """The character a canonical key types; empty where it types none."""
    if key == "space":
        return " "
    return key if len(key) == 1 else _CHARACTERS.get(key, "")


def parse_key(written: str) -> str:
    """The canonical key of one as people write it. Raises KeyNameError."""
    if len(written) == 1 and (written.isprintable() and not written.isspace()):
        return character_name(written)
    # In `ctrl++` the last plus is the key itself.
    plus = written.endswith("++")
    *before, last = [*written[:-2].split("+"), "+"] if plus else written.split("+")
    modifiers = {_modifier(part, written) for part in before}
    key = _bare(last, written)
    if "+" in key:  # `backtab` brings its own modifier
        extra, _, key = key.rpartition("+")
        modifiers.add(extra)
    _refuse_shifted(modifiers, key, written)
    if modifiers == {"ctrl"} and key == "at":
        key = "space"  # older terminals say Ctrl+@ for Ctrl+Space
    return "+".join([*sorted(modifiers), key])


def _modifier(part: str, written: str) -> str:
    plain = _MODIFIERS_ALSO.get(part.lower(), part.lower())
    if plain in MODIFIERS:
        return plain
    raise KeyNameError(f"unknown key {written!r}{_nearest(part.lower(), MODIFIERS, '+')}")


def _bare(last: str, written: str) -> str:
    if len(last) == 1 and last.isprintable() and not last.isspace():
        return character_name(last)
    folded = last.lower()
    folded = _ALSO.get(folded, folded)
    if folded in _SHOWN or folded in _CHARACTERS or folded in _ALSO.values():
        return folded
    if hint := _foreign(written):
        raise KeyNameError(f"unknown key {written!r}, write {hint}")
    names = [*_SHOWN, *_CHARACTERS, *_ALSO]
    before = written[: len(written) - len(last)].lower()
    raise KeyNameError(f"unknown key {written!r}{_nearest(folded, names, '', before)}")


def _foreign(written: str) -> str:
    # C-x and M-x are Emacs's way, ^X newsboat's, <C-x> Vim's.
    plain = written.strip("<>")
    for mark, modifier in (("c-", "ctrl"), ("m-", "alt"), ("a-", "alt"), ("^", "ctrl")):
        letter = plain[len(mark) :]
        if plain.lower().startswith(mark) and len(letter) == 1 and letter.isprintable():
            return f"{modifier}+{letter.lower()}"
    return ""


def _nearest(word: str, names: Iterable[str], after: str, before: str = "") -> str:
    found = difflib.get_close_matches(word, list(names), n=2, cutoff=0.6)
    return (
        f", did you mean {' or '.join(before + name + after for name in found)}?" if found else ""
    )


def _refuse_shifted(modifiers: set[str], key: str, written: str) -> None:
    others = "".join(f"{name}+" for name in sorted(modifiers - {"shift"}))
    if modifiers == {"shift"} and len(key) == len(key.upper()) == 1 and key.upper() != key.lower():
        raise KeyNameError(f"{written!r} never arrives, write {key.upper()}")
    if modifiers == {"shift"} and key != "space" and key_character(key):
        raise KeyNameError(f"{written!r} never arrives, write the character it types")
    if modifiers and len(key) == 1 and key != key.lower():
        shift = "shift+" if "shift" in modifiers or not modifiers & {"ctrl"} else ""
        raise KeyNameError(f"{written!r} never arrives, write {others}{shift}{key.lower()}")


def parse_sequence(written: str) -> str:
    """The canonical sequence of one as people write it: `] u`, `gg`, `ctrl+x ctrl+s`.

    Raises KeyNameError.
    """
    if len(written) > LONGEST:
        raise KeyNameError(f"longer than the {LONGEST} characters a sequence may have")
    words = written.split()
    if not words:
        raise KeyNameError("an empty key, write [] for no key at all")
    return " ".join(key for word in words for key in _keys_in(word))


def _keys_in(word: str) -> list[str]:
    named = word.lower() in _SHOWN or word in _CHARACTERS
    glued = len(word) == 2 and not named and not _foreign(word)
    return [parse_key(character) for character in word] if glued else [parse_key(word)]


def shown_key(key: str) -> str:
    """A canonical key as readers are shown it: `?`, `ctrl+s`, `PgDn`, `shift+Tab`."""
    *modifiers, last = key.split("+")
    bare = _SHOWN.get(last) or key_character(last) or last.replace("_", " ")
    return "+".join([*modifiers, bare])


def shown_sequence(sequence: str) -> str:
    """A canonical sequence as readers are shown it: `gg`, `]u`, `ctrl+x ctrl+s`."""
    keys = [shown_key(key) for key in sequence.split()]
    return ("" if all(len(key) == 1 for key in keys) else " ").join(keys)
