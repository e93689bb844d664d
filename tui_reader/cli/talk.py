"""What is said to the person at the terminal, on standard error, whatever has become of it."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_reader.later import LaterModule

if TYPE_CHECKING:
    from tui_reader.text import clean
else:
    clean = LaterModule("tui_reader.text.clean")

LONGEST = 2_000
"""Characters of what is said at once; names and arguments can be of any length."""


def tell(line: str, *, anywhere: bool = False) -> None:
    """Say one line; where there is nobody to hear it, nothing happens.

    With `anywhere` it is said on standard output where standard error is closed.
    """
    stream = sys.stdout if sys.stderr is None and anywhere else sys.stderr
    if stream is None:
        return
    with suppress(OSError, ValueError):
        stream.write(clean.clean(line, multiline=False, limit=LONGEST) + "\n")
        stream.flush()


class ProgressLine:
    """Progress on one line that writes over itself; silent where nobody looks."""

    def __init__(self) -> None:
        self._seen = sys.stderr is not None and sys.stderr.isatty()
        self._width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage is."""
        far = f"{done:,} of {total:,}" if total else f"{done:,} papers"
        self._write(f"{stage}: {far}")

    def clear(self) -> None:
        """Leave no trace."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._seen:
            with suppress(OSError, ValueError):
                sys.stderr.write(f"\r{text.ljust(self._width)}" + ("" if text else "\r"))
                sys.stderr.flush()
                self._width = len(text)
