"""What is drawn on the terminal, said in fewer bytes: they are what a slow line waits for.

Textual names every colour of every piece of text and takes all of them back behind it. Here only
what differs from the piece before is said, blanks take on any style that looks the same on them,
and blanks up to the end of what is drawn on a line are erased instead of written.
"""

import re
import sys
from functools import lru_cache

from textual.driver import Driver

_PIECE = re.compile(
    r"\x1b\[(?P<style>[0-9;]+)m(?P<styled>[^\x1b\n]*)\x1b\[0m"
    r"|(?P<move>\x1b\[[0-9]+;[0-9]+H)|(?P<newline>\n)|(?P<plain>[^\x1b\n]+)|(?P<other>.)",
    re.DOTALL,
)
_SETTING = re.compile(r"([34]8);(?:5;\d+|2;\d+;\d+;\d+)|\d+")
_COLOURS = {"38": "text", "48": "ground", "3": "text", "9": "text", "4": "ground", "10": "ground"}
_BACK = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29",
    "text": "39", "ground": "49",
}  # fmt: skip
_MARKING_BLANKS = frozenset(("4", "5", "7", "9", "21", "51", "52", "53"))
"""Lines, frames, reversed colours: what shows where there is no letter, beside the ground."""
FEWEST_ERASED = 8
"""Blanks from which erasing them takes fewer bytes than writing them."""

Settings = dict[str, str]
"""A style: bold and the like by their number, `text` and `ground` by their colour."""


@lru_cache(maxsize=1000)
def _settings(style: str) -> Settings:
    found = {}
    for code in _SETTING.finditer(style):
        number = code[1] or code[0]
        kind = _COLOURS.get(number if code[1] else number[:-1], number)
        found[kind] = code[0]
    return found


@lru_cache(maxsize=1000)
def _on_blanks(style: str) -> str:
    """What of a style shows on blanks."""
    found = _settings(style)
    return found.get("ground", "") if _MARKING_BLANKS.isdisjoint(found) else style


@lru_cache(maxsize=4000)
def _change(before: str, after: str) -> str:
    """The shortest way to say that one style follows another."""
    if before == after:
        return ""
    old, new = _settings(before), _settings(after)
    whole = f"\x1b[0;{after}m" if after else "\x1b[m"
    gone = [kind for kind in old if kind not in new]
    if not all(kind in _BACK for kind in gone):
        return whole
    back = list(dict.fromkeys(_BACK[kind] for kind in gone))
    # What takes back bold takes back dim, too.
    kept = {kind for kind in new if old.get(kind) == new[kind] and _BACK.get(kind) not in back}
    said = ";".join([*back, *(code for kind, code in new.items() if kind not in kept)])
    return min(whole, f"\x1b[{said}m" if said else "", key=len)


def thin(frame: str, *, erases: bool) -> str:
    """The same picture in fewer bytes; what is no picture comes back as it is.

    Before and after it the terminal's style is the plain one. `erases` says whether the terminal
    erases cells to the ground colour in force.
    """
    return _Thinning(erases).of(frame)


class _Thinning:
    """One pass over a frame."""

    def __init__(self, erases: bool) -> None:
        self._erases = erases
        self._out: list[str] = []
        self._style = ""
        """What is in force on the terminal."""
        self._blanks = 0
        """Blanks in that style that are still to be put out."""
        self._move = ""
        """Where the next text begins, if that was not put out yet."""

    def of(self, frame: str) -> str:
        for piece in _PIECE.finditer(frame):
            match piece.lastgroup:
                case "styled":
                    self._write(piece["styled"], piece["style"])
                case "plain":
                    self._write(piece["plain"], "")
                case "move":
                    self._end_line()
                    self._move = piece["move"]
                case "newline":
                    self._end_line()
                    self._move += "\n"
                case _:
                    return frame
        self._end_line()
        return "".join((*self._out, _change(self._style, ""), self._move))

    def _write(self, text: str, style: str) -> None:
        if not text:
            return
        self._out.append(self._move)
        self._move = ""
        letters = text.rstrip(" ")
        if style != self._style and (letters or _on_blanks(style) != _on_blanks(self._style)):
            self._put_blanks()
            self._out.append(_change(self._style, style))
            self._style = style
        if letters:
            self._put_blanks()
            self._out.append(letters)
        self._blanks += len(text) - len(letters)

    def _put_blanks(self) -> None:
        self._out.append(" " * self._blanks)
        self._blanks = 0

    def _end_line(self) -> None:
        """Nothing follows on this line: what is left of it may be erased."""
        bare = _MARKING_BLANKS.isdisjoint(_settings(self._style))
        if bare and self._erases and self._blanks >= FEWEST_ERASED:
            self._out.append(f"\x1b[{self._blanks}X")
            self._blanks = 0
        self._put_blanks()


def thin_driver(driver: type[Driver]) -> type[Driver]:
    """The same driver, which says what it draws in fewer bytes."""
    erases = _erases_to_ground()

    class ThinDriver(driver):  # type: ignore[misc, valid-type] # whichever fits the system
        def write(self, data: str) -> None:
            """Write a frame, or anything else as it is."""
            super().write(thin(data, erases=erases))

    return ThinDriver


def _erases_to_ground() -> bool:
    """Whether terminfo says so of this terminal."""
    try:
        import curses  # noqa: PLC0415 - not on every system

        curses.setupterm(fd=sys.__stderr__.fileno() if sys.__stderr__ else 2)
        return curses.tigetflag("bce") > 0 and curses.tigetstr("ech") is not None
    except Exception:  # without an answer blanks are written
        return False
