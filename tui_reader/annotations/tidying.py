"""Text of the reader's as it is kept: clean, never cut, in a form that goes into the file."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from tui_reader.annotation import STARRED, STATUSES, Annotation, Change, Status
from tui_reader.errors import PaperReadError
from tui_reader.text.clean import clean

LONGEST_NOTE = 1_000_000
"""Characters; a longer one is refused, never cut."""
LONGEST_NAME = 100
"""Characters of the name of a tag, list or search."""
_MOST_DIGITS = 12
_STATUSES: dict[str, Status] = {"unread": "", **{status: status for status in STATUSES}}


def tidy_title(title: str) -> str:
    """The title as it is kept: clean, on one line, never cut."""
    return clean(title, multiline=False, limit=_longest(title))


def tidy_note(note: str) -> str:
    """The note as it is kept: clean, never cut, no space at line ends, no blank lines around."""
    if not note:
        return ""
    text = clean(note, multiline=True, limit=_longest(note))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


@lru_cache(maxsize=1024)
def tidy_name(name: str) -> str:
    """The name of a tag, list or search as it is kept: clean, on one line, without `"`."""
    return tidy_title(name.replace('"', " "))


def tidy_rank(text: str) -> Decimal | None:
    """A rank in a list; None where that is no number."""
    try:
        rank = Decimal(text.strip() or "0")
    except InvalidOperation:
        return None
    if not rank.is_finite() or rank.adjusted() > _MOST_DIGITS or rank.adjusted() < -_MOST_DIGITS:
        return None
    plain = rank.normalize() + 0  # so that there is no -0
    return plain.quantize(Decimal(1)) if plain.as_tuple().exponent > 0 else plain  # type: ignore[operator] # a finite number has an exponent


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as an annotation has them; of two spellings of one the first is taken."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold(), tag)
    return tuple(found[key] for key in sorted(found))


def cleaned(annotation: Annotation) -> Annotation:
    """An annotation as it was written by hand, made safe to show."""
    title, note = tidy_title(annotation.title), tidy_note(annotation.note)
    if (title, note) == (annotation.title, annotation.note):
        return annotation
    return replace(annotation, title=title, note=note)


def tidied(change: Change, at: str, *, names_it: bool = False) -> Change:
    """A change as it is kept, made at this time.

    Raises PaperReadError where it cannot be kept as it is meant; one that `names_it`, the tag, list
    or search, also where the name is too long. What was written by hand may have such a name, and
    is moved, taken away and put back as it is.
    """
    try:
        change.id.encode()
    except UnicodeEncodeError as error:
        raise PaperReadError("a paper without a proper id cannot be annotated") from error
    name = tidy_name(change.name)
    if names_it and len(name) > LONGEST_NAME and change.new and not change.old:
        raise PaperReadError(f"the name is longer than {LONGEST_NAME} characters")
    if not name and change.field not in {"star", "status", "note"}:
        raise PaperReadError("a tag, list or search needs a name")
    return replace(
        change,
        title=tidy_title(change.title),
        old=_value(change, change.old),
        new=_value(change, change.new),
        at=at,
        name=name,
    )


def _value(change: Change, value: str) -> str:
    if not value:
        return ""
    match change.field:
        case "note":
            if len(value) > LONGEST_NOTE:
                raise PaperReadError(f"the note is longer than {LONGEST_NOTE:,} characters")
            return tidy_note(value)
        case "tag":
            return tidy_name(value)
        case "status":
            return status_of(value)
        case "star":
            star = star_of(value)
            if star is None:
                raise PaperReadError(f"{value[:40]!r} is no day of a star")
            return star
        case "list":
            rank = tidy_rank(value)
            if rank is None:
                raise PaperReadError(f"{value[:40]!r} is no place in a list")
            return f"{rank:f}"
        case _:
            return tidy_title(value)


def status_of(text: str) -> Status:
    """The status that is called so. Raises PaperReadError where there is none."""
    asked = text.strip().lower().replace("-", " ")
    if asked in _STATUSES:
        return _STATUSES[asked]
    raise PaperReadError(f"no status is called {text[:40]!r}")


@lru_cache(maxsize=1024)
def star_of(text: str) -> str | None:
    """The day of a star, or `true` where it has none; None where the text is neither."""
    if text == STARRED:
        return STARRED
    with suppress(ValueError):
        return datetime.strptime(text.strip(), "%Y-%m-%d").date().isoformat()
    return None


def _longest(text: str) -> int:
    # Composing characters can lengthen a text, at most threefold.
    return 3 * len(text)
