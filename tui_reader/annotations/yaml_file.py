"""From the bytes of an annotations file to its values, or to the line that cannot be understood."""

from collections.abc import Callable
from typing import TypeVar

from tui_reader.annotation import Annotation, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.document import (
    SECTIONS,
    VERSION,
    Document,
    Section,
    SectionName,
    Span,
    UnintelligibleError,
)
from tui_reader.annotations.tidying import tidy_name
from tui_reader.annotations.yaml_entries import (
    annotation,
    field_name,
    is_nothing,
    plain_value,
    reading_list,
    saved_search,
)
from tui_reader.annotations.yaml_nodes import (
    Mapped,
    Node,
    NotUnderstoodError,
    Scalar,
    Taker,
    compose,
)
from tui_reader.errors import Problem
from tui_reader.papers import PaperId

_T = TypeVar("_T")


def parse(content: bytes, name: str) -> Document:
    """Read the file's values, titles and notes as written; `name` is what problems call it.

    Raises UnintelligibleError; a file of nothing but comments is an empty document.
    """
    try:
        return _Reading(content.decode().removeprefix("\ufeff")).document()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem(name, line, f"byte {content[error.start]:#04x} is not UTF-8")
    except NotUnderstoodError as error:
        problem = Problem(name, error.line, error.reason)
    raise UnintelligibleError(problem)


class _Reading:
    """One reading of a text; collects the blocks as they come."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._papers: dict[PaperId, Annotation] = {}
        self._lists: dict[str, ReadingList] = {}
        self._searches: dict[str, SavedSearch] = {}
        self._spans: dict[SectionName, dict[str, Span]] = {name: {} for name in SECTIONS}

    def document(self) -> Document:
        """What the text says. Raises NotUnderstoodError."""
        takers = {
            "papers": self._take_paper,
            "lists": self._taker("lists", self._lists, reading_list),
            "searches": self._taker("searches", self._searches, saved_search),
        }
        root = compose(self._text, takers)
        if root is None or is_nothing(root):
            return Document(text=self._text)
        if not isinstance(root, Mapped):
            raise NotUnderstoodError(root.line, "the file must hold fields such as `papers:`")
        sections: dict[SectionName, Section] = {}
        extra = []
        for key, value in root.pairs:
            section = next((name for name in SECTIONS if name == key.text), None)
            if section is not None:
                _check_section(section, value)
                sections[section] = Section(key.end, self._spans[section])
            elif key.text == "version":
                _check_version(value)
            else:
                extra.append((field_name(key), plain_value(value)))
        holdings = Holdings(self._papers, self._lists, self._searches)
        return Document(holdings, tuple(extra), self._text, sections)

    def _take_paper(self, key: Scalar, entry: Node) -> None:
        self._papers[PaperId(key.text)] = annotation(entry)
        self._spans["papers"][key.text] = Span(key.start, entry.end)

    def _taker(
        self, section: SectionName, entries: dict[str, _T], read: Callable[[Node], _T]
    ) -> Taker:
        """Takes blocks by their names as they are shown; of two that look the same, neither."""

        def take(key: Scalar, entry: Node) -> None:
            name = tidy_name(key.text)
            if not name or name in entries:
                reason = f"a second {name!r}" if name else "a name without a letter"
                raise NotUnderstoodError(key.line, f"{reason} among the {section}")
            entries[name] = read(entry)
            self._spans[section][name] = Span(key.start, entry.end)

        return take


def _check_section(name: str, value: Node) -> None:
    if not isinstance(value, Mapped) and not is_nothing(value):
        raise NotUnderstoodError(value.line, f"{name} must hold fields, one per line")


def _check_version(value: Node) -> None:
    if not isinstance(value, Scalar) or value.text != VERSION:
        raise NotUnderstoodError(value.line, f"not version {VERSION}: another program's file")
