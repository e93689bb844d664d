"""What stands in one block of an annotations file: strict about what it means, free in its form."""

from decimal import Decimal

from tui_reader.annotation import STARRED, Annotation, ReadingList, SavedSearch, Status
from tui_reader.annotations.document import Plain
from tui_reader.annotations.tidying import (
    in_order,
    star_of,
    status_of,
    tidy_name,
    tidy_rank,
    tidy_title,
)
from tui_reader.annotations.yaml_nodes import Listed, Mapped, Node, NotUnderstoodError, Scalar
from tui_reader.errors import PaperReadError

_LARGEST_RANK = 10**9  # so that there is room behind it
_TRUE = frozenset({"true", "yes", "on", "y", "1"})
_FALSE = frozenset({"false", "no", "off", "n", "0", "", "~", "null"})
_Fields = tuple[tuple[str, object], ...]


def annotation(entry: Node) -> Annotation:
    """What is said of a paper. Raises NotUnderstoodError."""
    title = note = star = ""
    status: Status = ""
    tags: tuple[str, ...] = ()
    lists: tuple[tuple[str, Decimal], ...] = ()
    read = False
    extra = []
    for key, value in _fields(entry, "a paper"):
        match key.text:
            case "title":
                title = _text(value, "title")
            case "note":
                note = _text(value, "note")
            case "starred":
                star = _star(value)
            case "status":
                status = _status(value)
            case "tags":
                tags = _tags(value)
            case "lists":
                lists = _lists(value)
            case "read":  # the short way to say it by hand
                read = _flag(value, "read")
            case _:
                extra.append((field_name(key), plain_value(value)))
    status = status or ("read" if read else "")
    return Annotation(title, star, status, tags, lists, note, tuple(extra))


def reading_list(entry: Node) -> ReadingList:
    """A reading list itself. Raises NotUnderstoodError."""
    known, extra = _parted(entry, "a list", {"created", "description"})
    return ReadingList(known.get("created", ""), known.get("description", ""), extra)


def saved_search(entry: Node) -> SavedSearch:
    """A query under a name. Raises NotUnderstoodError."""
    known, extra = _parted(entry, "a search", {"query"})
    return SavedSearch(known.get("query", ""), extra)


def is_nothing(value: Node) -> bool:
    """Whether nothing was written."""
    return isinstance(value, Scalar) and value.is_plain and not value.text


def field_name(key: Scalar) -> str:
    """An unknown field's name, which knows how it was written."""
    return Plain(key.text) if key.is_plain else key.text


def plain_value(value: Node) -> object:
    """An unknown field's value: text, lists and mappings of text."""
    if isinstance(value, Scalar):
        return field_name(value)
    if isinstance(value, Listed):
        return [plain_value(item) for item in value.items]
    return {field_name(key): plain_value(item) for key, item in value.pairs}


def _parted(entry: Node, what: str, names: set[str]) -> tuple[dict[str, str], _Fields]:
    """The texts of the fields with these names, and all other fields."""
    known, extra = {}, []
    for key, value in _fields(entry, what):
        if key.text in names:
            known[key.text] = tidy_title(_text(value, key.text))
        else:
            extra.append((field_name(key), plain_value(value)))
    return known, tuple(extra)


def _fields(value: Node, what: str) -> list[tuple[Scalar, Node]]:
    if isinstance(value, Mapped):
        return value.pairs
    if is_nothing(value):
        return []
    raise NotUnderstoodError(value.line, f"{what} must hold fields, one per line")


def _text(value: Node, name: str) -> str:
    if isinstance(value, Scalar):
        return value.text
    raise NotUnderstoodError(value.line, f"{name} must be text")


def _word(value: Node) -> str | None:
    return value.text.strip().lower() if isinstance(value, Scalar) else None


def _star(value: Node) -> str:
    word = _word(value)
    star = "" if word in _FALSE else STARRED if word in _TRUE else star_of(word or "")
    if star is None:
        raise NotUnderstoodError(value.line, "starred must be a day such as 2026-01-31, or true")
    return star


def _flag(value: Node, name: str) -> bool:
    word = _word(value)
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise NotUnderstoodError(value.line, f"{name} must be true or false")


def _status(value: Node) -> Status:
    try:
        return status_of(_text(value, "status"))
    except PaperReadError as error:
        raise NotUnderstoodError(
            value.line, "status must be one of unread, read, to read, reading, done, skipped"
        ) from error


def _tags(value: Node) -> tuple[str, ...]:
    return in_order(tag for tag in map(tidy_name, _texts(value, "a tag")) if tag)


def _lists(value: Node) -> tuple[tuple[str, Decimal], ...]:
    """Ranks by list; a list that is named without one has the paper at its top."""
    found: dict[str, Decimal] = {}
    if not isinstance(value, Mapped):
        found = {tidy_name(name): Decimal(0) for name in _texts(value, "a list")}
        found.pop("", None)
        return tuple(sorted(found.items()))
    for key, rank in value.pairs:
        name = tidy_name(key.text)
        if not name or name in found:
            reason = f"a second {name!r}" if name else "a name without a letter"
            raise NotUnderstoodError(key.line, f"{reason} among the lists")
        number = tidy_rank(_text(rank, "a place in a list"))
        if number is None or abs(number) > _LARGEST_RANK:
            raise NotUnderstoodError(
                rank.line, "the place in a list must be a number, of up to nine digits"
            )
        found[name] = number
    return tuple(sorted(found.items()))


def _texts(value: Node, what: str) -> list[str]:
    """A list of names, or one written without brackets, or several with commas between them."""
    if isinstance(value, Listed):
        return [_text(item, what) for item in value.items]
    return _text(value, what).split(",")
