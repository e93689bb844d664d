"""Text in lines, however it arrives: linear in time, bounded in memory."""

from collections.abc import Iterable, Iterator

MAX_LINE = 16 << 20
"""Most characters of one line; a longer one is skipped."""


def lines(pieces: Iterable[str]) -> Iterator[str | None]:
    """The lines of `pieces` without their LF; None in place of a line over `MAX_LINE`.

    Only LF ends a line. A last line without LF counts; a file that ends with LF has no line
    after it.
    """
    kept: list[str] = []
    length = 0
    for piece in pieces:
        first, *others = piece.split("\n")
        length += len(first)
        if length <= MAX_LINE:
            kept.append(first)
        else:
            kept.clear()
        if not others:
            continue
        yield "".join(kept) if length <= MAX_LINE else None
        *whole, last = others
        yield from whole
        kept, length = [last], len(last)
    if length:
        yield "".join(kept) if length <= MAX_LINE else None
